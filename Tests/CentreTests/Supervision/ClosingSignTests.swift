import TestSupport
import Testing

@testable import Centre

@Suite struct `Signs of a false closing` {
    private func rule(_ sign: ClosingSign, _ threshold: Int) -> SignRule {
        let words = Bilingual(zh: "a", en: "a")
        return SignRule(sign: sign, title: words, reason: words, threshold: threshold)
    }

    static let measures: [(ClosingSign, Int, Int, Bool)] = [
        (.replyOffTopic, 1, 0, true), (.replyOffTopic, 1, 1, false), (.replyOffTopic, 3, 2, true),
        (.closedNearLimit, 30, 0, true), (.closedNearLimit, 30, 30, true),
        (.closedNearLimit, 30, 31, false), (.closedNearLimit, 30, -1, false),
        (.reopenedSoon, 7, 0, true), (.reopenedSoon, 7, 7, true), (.reopenedSoon, 7, 8, false),
        (.samePhoto, 1, 0, false), (.samePhoto, 1, 1, true), (.samePhoto, 2, 1, false),
    ]

    @Test(arguments: measures)
    func `a rule asks from its threshold on`(
        sign: ClosingSign,
        threshold: Int,
        measured: Int,
        holds: Bool
    ) {
        #expect(rule(sign, threshold).holds(for: measured) == holds)
    }

    static let answers: [(String, String, Int?)] = [
        ("村口路灯不亮", "路灯已经修好", 2), ("村口路灯不亮", "感谢您的来电", 0),
        ("邻居阻挠建房", "邻居已同意建房", 4), ("路灯", "", nil), ("灯,灯", "灯!", 1),
        ("Lamp", "LAMP", 4),
    ]

    @Test(arguments: answers)
    func `an answer touches the request where they share a letter`(
        asked: String,
        answered: String,
        shared: Int?
    ) {
        #expect(ClosingSign.sharedLetters(asked: asked, answered: answered) == shared)
    }

    private func signs(of case1: Supervised) async throws -> [SupervisionView] {
        try await case1.desk.steps(of: case1.walk.id, for: case1.walk.supervisor)
            .filter { $0.kind == .sign }
    }

    @Test(arguments: Engine.all)
    func `a closing whose answer is to another question is put to the unit and answered`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Supervised(sample)
            try await case1.walk.reply("justice", "感谢来电")
            try await case1.walk.verify()
            try await case1.walk.close()
            let sign = try #require(try await signs(of: case1).first)
            #expect(sign.ground.code == "replyOffTopic" && sign.measured == 0)
            #expect(sign.threshold == 1 && sign.waits == .unit && sign.due != nil)
            #expect(sign.history.first?.role == nil, "a rule found it, and nobody")
            _ = try await case1.move(sign.id, .answer, "已当面答复,记录见附件", by: case1.liaison)
            let done = try await case1.move(sign.id, .accept, by: case1.walk.supervisor)
            #expect(done.state == .settled)
            let (told, kept) = try await case1.steps()
            #expect(told.map { "\($0.kind) \($0.state) \($0.waits)" } == kept)
        }
    }

    @Test func `an ordinary closing is asked about by no rule`() async throws {
        try await withCentre(.sqlite) { sample in
            var case1 = try await Supervised(sample)
            try await case1.walk.reply("justice", "邻居已同意建房,宅基地界址已经界定")
            try await case1.walk.verify()
            try await case1.walk.close()
            let found = try await signs(of: case1)
            #expect(found == [])
        }
    }

    @Test func `a closing minutes before the limit is asked about`() async throws {
        try await withCentre(.sqlite) { sample in
            var case1 = try await Supervised(sample)
            try await case1.walk.reply("justice", "邻居已同意建房")
            try await case1.walk.verify()
            let due = try #require(case1.walk.view.due)
            sample.clock.move(to: due.adding(milliseconds: -12 * 60_000))
            try await case1.walk.close()
            let found = try await signs(of: case1)
            #expect(found.map(\.ground.code) == ["closedNearLimit"])
            #expect(found.first?.measured == 11)
        }
    }

    @Test(arguments: [(6, true), (9, false)])
    func `a reopening soon after the closing is asked about`(
        days: Int,
        asked: Bool
    ) async throws {
        try await withCentre(.sqlite) { sample in
            var case1 = try await Supervised(sample)
            try await case1.walk.reply("justice", "邻居已同意建房")
            try await case1.walk.verify()
            try await case1.walk.close()
            sample.clock.move(hours: 24 * days)
            try await case1.walk.visit(solved: .no)
            let found = try await signs(of: case1)
            #expect(found.map(\.ground.code) == (asked ? ["reopenedSoon"] : []))
        }
    }

    @Test func `no rule of the pack is without a reason, and none is about a person`() throws {
        let rules = try SamplePack.pack().supervision
        #expect(Set(rules.signs.map(\.sign)) == Set(ClosingSign.allCases))
        for rule in rules.signs {
            #expect(!rule.title.zh.isEmpty && !rule.reason.zh.isEmpty && !rule.reason.en.isEmpty)
        }
        for ground in rules.grounds { #expect(!ground.basis.law.zh.isEmpty) }
        for kind in SupervisionStep.Kind.opened { #expect(!rules.grounds(of: kind).isEmpty) }
        let listing = rules.grounds.filter(\.lists)
        #expect(!listing.isEmpty)
    }
}
