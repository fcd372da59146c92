import Testing

@testable import Centre

@Suite struct `Which limits hold` {
    typealias Sample = ClockSamples

    @Test(arguments: [
        (ClockFacts(kind: "complaint", disputeClass: "0701", urgency: "urgent"), true),
        (ClockFacts(kind: "complaint", disputeClass: "0801", urgency: "urgent"), false),
        (ClockFacts(kind: "help", disputeClass: "0701", urgency: "urgent"), false),
        (ClockFacts(kind: "complaint", urgency: "urgent"), false),
        (ClockFacts(), false),
    ])
    func `a condition holds only for what is known and fits`(facts: ClockFacts, holds: Bool) {
        let condition = LimitCondition(
            kinds: ["complaint", "report"],
            classes: ["07", "0901"],
            urgencies: ["urgent"]
        )
        #expect(condition.holds(for: facts) == holds)
        #expect(LimitCondition.always.holds(for: facts))
    }

    @Test func `of the limits that end on the same acts the earliest governs`() throws {
        let rules = [
            try Sample.rule("LAW", .matter, from: [.matterAccepted], to: [.matterClosed], 60),
            try Sample.rule("TOWN", .matter, from: [.matterAccepted], to: [.matterClosed], 15),
            try Sample.rule("NOTE", .matter, from: [.matterAccepted], to: [.matterReplied], 90),
        ]
        let clocks = try Sample.replay([Sample.event(.matterAccepted, "2026-03-04")], rules: rules)
        let subject = try Sample.subject(.matter, 1)
        let governing = Clock.governing(of: subject, among: clocks, rules: rules)
        #expect(governing.map(\.rule) == ["TOWN", "NOTE"])
        #expect(Clock.nextDue(among: clocks) == governing.first?.dueAt)
        #expect(Clock.nextDue(among: []) == .never)
    }

    @Test func `a registration promises what starts with it, earliest first`() throws {
        let promises = LimitRule.promises(
            atRegistration: try Notices.moment("2026-03-02"),
            facts: ClockFacts(kind: "complaint", channel: "web"),
            rules: try Sample.rules() + [
                Sample.rule(
                    "CONTACT",
                    .concern,
                    from: [.concernRegistered],
                    to: [.firstContact],
                    24,
                    .hours
                ),
                Sample.rule(
                    "HOTLINE",
                    .concern,
                    from: [.concernRegistered],
                    to: [.concernAnswered],
                    10,
                    condition: LimitCondition(channels: ["12345"])
                ),
            ],
            calendar: try Notices.calendar()
        )
        #expect(promises.map(\.rule) == ["CONTACT", "ACCEPT"])
        #expect(
            promises.map { $0.due.text() } == [
                "2026-03-03T09:00:00+08:00", "2026-03-09T23:59:59+08:00",
            ]
        )
        #expect(promises[0].basis.citation.zh == "《条例》第22条")
    }
}
