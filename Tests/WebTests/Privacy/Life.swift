import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

/// A concern full of personal values on its way through the centre, with the mistakes people make.
struct Life {
    private let sample: SampleCentre
    private let browser: Browser
    private let problems: Lines

    init(_ sample: SampleCentre, _ browser: Browser, _ problems: Lines) {
        self.sample = sample
        self.browser = browser
        self.problems = problems
    }

    func lead() async throws {
        let slip = try Slip(
            try await call("clerk", "/concerns", Life.order(idNumber: Secrets.idNumber))
        )
        try await blunder()
        let resident = ["Query-Code": slip.code]
        let concern = "/concerns/\(slip.number)"
        try await call(resident, "\(concern)/supplement", #"{"content":"\#(Secrets.added)"}"#)
        try await call("clerk", "\(concern)/disclosure", #"{"purpose":"callBack"}"#)
        try await call(
            resident,
            "\(concern)/correction",
            #"{"address":"\#(Secrets.address) 二楼"}"#
        )
        try await work(on: slip)
        try await call(
            resident,
            "\(concern)/rating",
            #"{"solved":"partly","fair":"yes","words":"\#(Secrets.praise)"}"#
        )
        try await call(resident, "\(concern)/contest", #"{"reason":"\#(Secrets.reason)"}"#)
        try await call(resident, "\(concern)/contest", #"{"reason":"\#(Secrets.reason)"}"#)
        let query = "q=\(Secrets.title.utf8.map { "%" + String($0, radix: 16) }.joined())"
        let found = try await browser.with(token: try await token("dispatcher"))
            .get("/api/v1/matters?\(query)")
        #expect(try found.text(at: "items.0.title") == Secrets.title)
    }

    private func work(on slip: Slip) async throws {
        let matter = "/matters/\(slip.matter)"
        try await call(
            "dispatcher",
            "\(matter)/acceptance",
            #"{"class":"0902-B","route":"mediation"}"#
        )
        let part = try await call(
            "dispatcher",
            "\(matter)/assignments",
            #"{"unit":"justice","role":"lead","instruction":"\#(Secrets.instruction)"}"#
        ).need("id")
        try await call("liaison", "/assignments/\(part)/signature", "{}")
        try await call(
            "liaison",
            "/assignments/\(part)/progress",
            #"{"words":"\#(Secrets.progress)","contact":true}"#
        )
        try await call("director", "\(matter)/conference", #"{"minutes":"\#(Secrets.minutes)"}"#)
        let words = #""text":"\#(Secrets.answer)","publicText":"\#(Secrets.answer)""#
        try await call(
            "liaison",
            "/assignments/\(part)/reply",
            #"{"outcome":"settled",\#(words)}"#
        )
        try await call(
            "supervisor",
            "\(matter)/verification",
            #"{"verdict":"accepted","note":"\#(Secrets.minutes)"}"#
        )
        try await call("supervisor", "\(matter)/closure", #"{"kind":"mediatedWritten"}"#)
        try await call(
            "visitor",
            "\(matter)/visit",
            #"{"reached":true,"solved":"partly","fair":"yes","words":"\#(Secrets.praise)"}"#
        )
    }

    /// What cannot be read is answered without repeating it.
    private func blunder() async throws {
        try await call("clerk", "/concerns", Life.order(idNumber: "442000199003071231"))
        try await call("clerk", "/concerns", Life.order(more: #","remark":"\#(Secrets.name)""#))
        try await call("clerk", "/concerns", Life.order(more: #","class":"\#(Secrets.name)""#))
        try await call("clerk", "/concerns", Life.order(kind: Secrets.content))
        try await call("clerk", "/concerns", #"{"title":"\#(Secrets.title)"#)
        try await call(
            ["Query-Code": "x"],
            "/concerns/1/contest",
            #"{"reason":"\#(Secrets.reason)"}"#
        )
        let reply = try await browser.get("/api/v1/concerns?\(Secrets.phone)=1")
        problems.add(reply.text)
    }

    @discardableResult
    private func call(
        _ role: String,
        _ path: String,
        _ json: String
    ) async throws
        -> TestSupport.Reply
    {
        try await call(["Authorization": "Bearer \(try await token(role))"], path, json)
    }

    @discardableResult
    private func call(
        _ headers: [String: String],
        _ path: String,
        _ json: String
    ) async throws
        -> TestSupport.Reply
    {
        let reply = try await browser.post("/api/v1" + path, json, headers: headers)
        if let word = try reply.problem {
            #expect(word != "breakage")
            problems.add(reply.text)
        }
        return reply
    }

    /// A session of its own for each call; the officer is added with the first one.
    private func token(_ role: String) async throws -> String {
        let role = try #require(Role(rawValue: role))
        let unit = role == .liaison ? "justice" : "centre"
        let login = #""officer":"\#(role.rawValue.lowercased())-\#(unit)-a""#
        let reply = try await browser.post(
            "/api/v1/tokens",
            #"{\#(login),"password":"a quiet lane by the river"}"#
        )
        if reply.status == 201 { return try reply.need("token") }
        return try await sample.signIn(role, unit)
    }

    private static func order(
        kind: String = "dispute",
        idNumber: String = Secrets.idNumber,
        more: String = ""
    ) -> String {
        """
        {"source":{"channel":"walkin"},"kind":"\(kind)","title":"\(Secrets.title)",
        "content":"\(Secrets.content)","requester":{"mode":"named","name":"\(Secrets.name)",
        "phones":["\(Secrets.phone)"],"idNumber":"\(idNumber)"},
        "parties":[{"role":"respondent","kind":"person","name":"\(Secrets.party)",
        "contact":"\(Secrets.partyPhone)"}],
        "place":{"areaCode":"442000007200","address":"\(Secrets.address)"}\(more)}
        """
    }
}
