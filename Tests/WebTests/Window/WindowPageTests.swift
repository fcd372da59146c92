import Centre
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `Intake at the window` {
    private let page = "/desk/intake"
    private let fields = [
        "requester.phones[]": "13800138000", "requester.name": "吴大明", "class": "夜间噪声",
        "content": "楼下烧烤店每晚吵到两点。请管一管。",
    ]

    private func atTheWindow(
        _ role: Role = .clerk,
        _ unit: String = "centre",
        _ body: (inout PageBrowser, SampleCentre) async throws -> Void
    ) async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, role, unit)
            try await body(&web, sample)
        }
    }

    /// What the form begins with is sent along, as a browser does.
    private func filled(_ more: [String: String] = [:]) -> [String: String] {
        let begun = ["source.channel": "walkin", "requester.mode": "named", "kind": "dispute"]
        return begun.merging(fields) { $1 }.merging(more) { $1 }
    }

    @Test func `four boxes are typed, and no box is there twice`() async throws {
        try await atTheWindow { web, _ in
            let text = try await web.get(page).text
            let names = text.matches(of: /<(?:input|select|textarea)[^>]*? name="([^"]+)"/)
                .map { String($0.1) }
            let typed = names.filter { !["ticket", "operation"].contains($0) }
            let single = typed.filter { $0 != "requester.mode" }
            #expect(Set(single).count == single.count, "\(single)")
            #expect(fields.count == 4 && Set(fields.keys).isSubset(of: Set(names)))
            print("window intake: \(fields.count) boxes typed of \(Set(single).count) there are")
        }
    }

    @Test func `the receipt names number, code, promised days and their basis`() async throws {
        try await atTheWindow { web, sample in
            let reply = try await web.submit(page, filled())
            #expect(reply.status == 303, "\(reply.text.prefix(3000))")
            let receipt = try await web.get(reply.location)
            let number = String(reply.location.split(separator: "/").last ?? "")
            #expect(receipt.text.contains(number) && receipt.text.contains("查询码"))
            #expect(receipt.text.contains("《") && receipt.text.contains("datetime="))
            let matter = try await sample.intake.follow(number, for: sample.officer(.clerk))
            #expect(matter.title == "楼下烧烤店每晚吵到两点")
        }
    }

    @Test func `the code is shown to who registered it, and only while the resident is there`()
        async throws
    {
        try await atTheWindow { web, sample in
            let place = try await web.submit(page, filled()).location
            #expect(try await web.get(place).text.contains("请当面交给当事人"))
            var other = PageBrowser(try sample.site())
            try await other.signIn(sample, .dispatcher)
            #expect(try await !other.get(place).text.contains("请当面交给当事人"))
            sample.clock.move(hours: 1)
            let later = try await web.get(place)
            #expect(later.status == 200 && later.text.contains("查询码只在登记时显示"))
        }
    }

    @Test func `a form sent twice registers once`() async throws {
        try await atTheWindow { web, _ in
            let form = try await web.get(page).form().merging(filled()) { $1 }
            let first = try await web.post(page, form)
            let second = try await web.post(page, form)
            #expect(first.status == 303 && first.location == second.location)
        }
    }

    @Test(arguments: [
        (["content": ""], "f-content-problem"),
        (["requester.phones[]": "一二三"], "f-requester-phones---problem"),
        (["class": "没有这样的类"], "f-class-problem"),
        (["place.areaCode": "月球村"], "f-place-areaCode-problem"),
        (["requester.name": ""], "f-requester-name-problem"),
        (["requester.mode": "anonymous"], "f-requester-name-problem"),
        (["dangerNow": "yes"], "f-alarmRaised-problem"),
        (["source.channel": "12345"], "f-source-externalNo-problem"),
    ])
    func `what is wrong stands beside its box, and the rest is kept`(
        wrong: [String: String],
        place: String
    ) async throws {
        try await atTheWindow { web, _ in
            let reply = try await web.submit(page, filled(wrong))
            #expect(reply.status == 400)
            #expect(reply.text.contains("id=\"\(place)\""), "\(place)")
            let kept = filled(wrong)["content"] ?? ""
            #expect(kept.isEmpty || reply.text.contains(kept))
        }
    }

    @Test func `danger stops the window until the call was made`() async throws {
        try await atTheWindow { web, sample in
            let stopped = try await web.submit(page, filled(["dangerNow": "yes"]))
            #expect(stopped.text.contains("110") && stopped.text.contains("120"))
            let both = filled(["dangerNow": "yes", "alarmRaised": "yes"])
            let reply = try await web.submit(page, both)
            #expect(reply.status == 303)
            #expect(try await web.get(reply.location).text.contains("现实危险"))
        }
    }

    @Test func `a phone that was here before tells one number and its day, and nothing asked`()
        async throws
    {
        try await atTheWindow { web, sample in
            let before = try await Stage(sample)
            let reply = try await web.submit("\(page)/phone", filled(), from: page)
            #expect(reply.status == 200)
            #expect(
                reply.text.contains("\(before.number),") || reply.text.contains("\(before.number)，")
            )
            #expect(!reply.text.contains("邻居阻挠建房") && !reply.text.contains("吴**"))
            #expect(reply.text.contains("楼下烧烤店"))
            let looks = try await sample.own(before.receipt)
            #expect(looks == ["phones"])
        }
    }

    @Test func `a name is taken over by an act that its owner can read`() async throws {
        try await atTheWindow { web, sample in
            let before = try await Stage(sample)
            let typed = filled(["requester.name": ""])
            let reply = try await web.submit("\(page)/name", typed, from: page)
            #expect(reply.text.contains("value=\"吴大明\""))
            #expect(try await sample.own(before.receipt) == ["name,phones"])
        }
    }

    @Test func `what was asked in confidence is not found by its phone`() async throws {
        try await atTheWindow { web, sample in
            var order = WorkOrder.sample
            order.requester.mode = .confidential
            _ = try await Stage(sample, order: order)
            let reply = try await web.submit("\(page)/phone", filled(), from: page)
            #expect(reply.text.contains("没有登记过"))
        }
    }

    @Test func `the same person goes on without being typed again`() async throws {
        try await atTheWindow { web, _ in
            let receipt = try await web.submit(page, filled()).location
            let form = try await web.get(receipt).form()
            let again = try await web.post("\(page)/same-person", form)
            #expect(again.text.contains("value=\"吴大明\"") && again.text.contains("13800138000"))
            #expect(!again.text.contains("楼下烧烤店"))
        }
    }

    @Test func `an outside number comes with its channel and is one concern only`() async throws {
        try await atTheWindow { web, _ in
            let outside = filled(["source.channel": "12345", "source.externalNo": "ZS-1"])
            let first = try await web.submit(page, outside)
            let second = try await web.submit(page, outside)
            #expect(first.status == 303 && first.location == second.location)
            let receipt = try await web.get(first.location)
            #expect(receipt.text.contains("ZS-1") && receipt.text.contains("12345 热线"))
        }
    }

    @Test(arguments: [Role.supervisor, .visitor, .archivist])
    func `who does not register has no window`(role: Role) async throws {
        try await atTheWindow(role) { web, _ in
            let reply = try await web.get(page)
            #expect(reply.status == 404)
        }
    }
}

extension SampleCentre {
    /// Which fields were looked at, as the resident reads it.
    fileprivate func own(_ receipt: Receipt) async throws -> [String] {
        let looks = try await house.database.read { tx in
            try house.turn(in: tx).contacts.disclosures(
                of: try Self.concern(receipt.number, in: house.turn(in: tx))
            )
        }
        return looks.map { $0.fields.joined(separator: ",") }
    }

    private static func concern(_ number: String, in turn: Turn) throws -> ID<Concern> {
        let row = try turn.tx.row("SELECT id FROM concerns WHERE number = \(number)")
        guard let row else { throw NotFound() }
        return try row["id"]
    }
}
