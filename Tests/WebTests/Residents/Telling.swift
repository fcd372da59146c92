import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

/// Somebody who tells the centre something at its pages, without any script.
struct Telling {
    let sample: SampleCentre
    let site: Site
    var web: PageBrowser
    /// The page last shown.
    var page: TestSupport.Reply

    init(_ sample: SampleCentre) async throws {
        self.sample = sample
        site = try sample.site()
        web = PageBrowser(site)
        page = try await web.get("/ask")
    }

    /// Fills in the page's form and sends it on.
    mutating func answer(_ fields: [String: String], status: Int = 200) async throws {
        let hidden = try page.fields()
        page = try await web.post("/ask", hidden.merging(fields) { $1 })
        #expect(page.status == status, "\(page.text.prefix(300))")
    }

    /// The same with files, as a browser sends them.
    mutating func answer(
        files: [(name: String, bytes: [UInt8])],
        at address: String = "/ask",
        _ fields: [String: String] = [:],
        status: Int = 200
    ) async throws {
        let hidden = try page.fields().merging(fields) { $1 }
        var body: [UInt8] = []
        for (name, value) in hidden.sorted(by: { $0.key < $1.key }) {
            body += Telling.part("name=\"\(name)\"", Array(value.utf8))
        }
        for file in files {
            body += Telling.part("name=\"photos\"; filename=\"\(file.name)\"", file.bytes)
        }
        body += Array("--line--\r\n".utf8)
        let cookies = web.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        page = try await Browser(site).send(
            .post,
            address,
            body: body,
            headers: [
                "Content-Type": "multipart/form-data; boundary=line", "Cookie": cookies,
                "Accept-Language": "zh-CN",
            ]
        )
        #expect(page.status == status, "\(page.text.prefix(300))")
    }

    private static func part(_ head: String, _ content: [UInt8]) -> [UInt8] {
        Array("--line\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + content
            + Array("\r\n".utf8)
    }

    /// Up to the page on which everything stands once more.
    mutating func toCheck(
        mode: Concern.Mode = .named,
        photos: [(name: String, bytes: [UInt8])] = []
    ) async throws {
        try await answer(["dangerNow": "no"])
        try await answer(["kind": "dispute"])
        try await answer(["title": Telling.title, "content": Telling.words])
        try await answer(["place.areaCode": "442000007200", "place.address": "市场东门"])
        try await answer(files: photos)
        try await answer(["requester.mode": mode.rawValue])
        let name = mode == .anonymous ? [:] : ["requester.name": "欧阳翠柳"]
        try await answer(name.merging(["requester.phones[]": "13987654321"]) { $1 })
    }

    mutating func send() async throws -> TestSupport.Reply {
        page = try await web.post("/ask/send", try page.fields())
        return page
    }

    static let title = "隔壁砌墙挡住过道"
    static let words = "上周开始砌墙，\n只剩半米宽。"
}

extension TestSupport.Reply {
    /// The hidden fields of the page's own form, whatever the status.
    func fields() throws -> [String: String] { try hidden() }
}

/// Somebody who told something and follows it now.
struct Following {
    let sample: SampleCentre
    var web: PageBrowser
    let receipt: Receipt

    init(_ sample: SampleCentre, _ receipt: Receipt) async throws {
        self.sample = sample
        self.receipt = receipt
        web = PageBrowser(try sample.site())
        let fields = ["number": receipt.number, "code": receipt.queryCode.lowercased()]
        let found = try await web.submit("/follow", fields)
        #expect(found.status == 303 && found.location == "/follow")
    }

    /// Registered, handled and closed by the usual people.
    static func answered(_ sample: SampleCentre) async throws -> Following {
        let work = try await Work(sample)
        try await work.close()
        return try await Following(sample, work.receipt)
    }
}

/// The centre's own work on one concern.
struct Work {
    let sample: SampleCentre
    let receipt: Receipt

    init(_ sample: SampleCentre) async throws {
        self.sample = sample
        receipt = try await sample.intake.register(
            .sample,
            by: nil,
            operation: sample.operation()
        ).answer
    }

    func close() async throws {
        let dispatcher = try sample.officer(.dispatcher)
        let acceptance = Acceptance(
            classCode: "0902",
            item: nil,
            route: "mediation",
            areaCode: nil
        )
        _ = try await sample.dispatch.accept(
            receipt.matter,
            acceptance,
            by: dispatcher,
            operation: sample.operation()
        )
        let unit = try sample.unit("justice")
        let errand = Errand(unit: unit, role: .lead, instruction: "请依法办理", rule: nil)
        let view = try await sample.dispatch.assign(
            receipt.matter,
            errand,
            by: dispatcher,
            operation: sample.operation()
        ).answer
        let part = try #require(view.assignments.first?.id)
        let liaison = try sample.officer(.liaison, "justice")
        _ = try await sample.handling.sign(part, by: liaison, operation: sample.operation())
        let reply = Reply(outcome: .settled, text: "已调解", publicText: "墙退后一米，双方同意。")
        _ = try await sample.handling.reply(
            part,
            reply,
            by: liaison,
            operation: sample.operation()
        )
        let supervisor = try sample.officer(.supervisor)
        _ = try await sample.feedback.verify(
            receipt.matter,
            .accepted,
            remark: "齐全",
            by: supervisor,
            operation: sample.operation()
        )
        _ = try await sample.feedback.close(
            receipt.matter,
            kind: "mediatedWritten",
            by: supervisor,
            operation: sample.operation()
        )
    }
}

extension TestSupport.Reply {
    /// The hidden fields of the form that is sent to this address.
    func form(at address: String) throws -> [String: String] {
        let start = try #require(text.firstRange(of: "action=\"\(address)\"")?.upperBound)
        let form = text[start...].prefix(
            upTo: text[start...].firstRange(of: "</form>")?.lowerBound ?? text.endIndex
        )
        var fields: [String: String] = [:]
        for match in form.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)"/) {
            fields[String(match.1)] = String(match.2)
        }
        return fields
    }
}
