import Testing

@testable import Centre

/// Relations between limits: the earliest governs, a step never outlives the whole, and handing a
/// matter on starts nothing again but the new unit's own time.
@Suite struct `A step of a whole` {
    typealias Sample = ClockSamples

    private func rules() throws -> [LimitRule] {
        let whole = try Sample.rule(
            "WHOLE",
            .matter,
            from: [.matterAccepted],
            to: [.matterClosed],
            10,
            pause: ["appraisal"],
            extension: ExtensionRule(max: 20)
        )
        let step = LimitRule(
            code: "STEP",
            title: whole.title,
            subject: .assignment,
            starts: [.assignmentMade],
            ends: [.assignmentReplied, .matterClosed],
            amount: 5,
            unit: .workingDays,
            within: ["WHOLE"],
            basis: whole.basis,
            validFrom: whole.validFrom
        )
        return [whole, step]
    }

    private func lines(_ events: [ClockEvent]) throws -> [String] {
        Sample.lines(try Sample.replay(events, rules: rules()))
    }

    private let accepted = "2026-03-04"

    @Test func `ends with the whole when its own time would last longer`() throws {
        let lines = try lines([
            Sample.event(.matterAccepted, accepted),
            Sample.event(.assignmentMade, "2026-03-05", .assignment, 1),
            Sample.event(.assignmentMade, "2026-03-16", .assignment, 2),
        ])
        #expect(
            lines == [
                "WHOLE matter1 2026-03-18 running", "STEP assignment1 2026-03-12 running",
                "STEP assignment2 2026-03-18 running",
            ]
        )
    }

    @Test func `follows an extension of the whole, but not after it has ended itself`() throws {
        let events = [
            try Sample.event(.matterAccepted, accepted),
            try Sample.event(.assignmentMade, "2026-03-16", .assignment, 1),
        ]
        let extend = try Sample.event(.extensionGranted, "2026-03-20", rule: "WHOLE", amount: 5)
        #expect(try lines(events + [extend])[1] == "STEP assignment1 2026-03-23 running")
        let late = try Sample.event(.assignmentReplied, "2026-03-19", .assignment, 1)
        #expect(try lines(events + [late])[1] == "STEP assignment1 2026-03-18 missed")
        #expect(try lines(events + [late, extend])[1] == "STEP assignment1 2026-03-18 missed")
    }

    @Test func `stands still with the whole`() throws {
        let lines = try lines([
            Sample.event(.matterAccepted, accepted),
            Sample.event(
                .matterSuspended,
                "2026-03-10",
                ground: "appraisal",
                until: "2026-03-12"
            ),
            Sample.event(.assignmentMade, "2026-03-20", .assignment, 1),
        ])
        #expect(
            lines == [
                "WHOLE matter1 2026-03-23 running", "STEP assignment1 2026-03-23 running",
            ]
        )
    }

    @Test func `begun when the whole has run out has its own time`() throws {
        let lines = try lines([
            Sample.event(.matterAccepted, accepted),
            Sample.event(.assignmentMade, "2026-03-30", .assignment, 1),
        ])
        #expect(lines[1] == "STEP assignment1 2026-04-07 running")
    }

    @Test func `a change of jurisdiction gives the new unit its step and leaves the whole`() throws
    {
        let lines = try lines([
            Sample.event(.matterAccepted, accepted),
            Sample.event(.assignmentMade, "2026-03-05", .assignment, 1),
            Sample.event(.assignmentCancelled, "2026-03-09", .assignment, 1),
            Sample.event(.matterAccepted, "2026-03-09"),
            Sample.event(.assignmentMade, "2026-03-09", .assignment, 2),
        ])
        #expect(
            lines == [
                "WHOLE matter1 2026-03-18 running", "STEP assignment1 2026-03-12 cancelled",
                "STEP assignment2 2026-03-16 running",
            ]
        )
    }

    @Test func `within itself by a roundabout way, or within another's, is refused`() throws {
        func rule(_ code: String, _ subject: LimitSubject, within: [String]) -> LimitRule {
            LimitRule(
                code: code,
                title: Bilingual(zh: "时限", en: "Limit"),
                subject: subject,
                starts: [.matterAccepted],
                ends: [.matterClosed],
                amount: 1,
                unit: .workingDays,
                within: within,
                basis: LegalBasis(law: Bilingual(zh: "条例", en: "Regulation"), article: "1"),
                validFrom: Day(number: 0)
            )
        }
        let round = [
            rule("A", .matter, within: ["B"]), rule("B", .matter, within: ["C"]),
            rule("C", .matter, within: ["A"]),
        ]
        for one in round { #expect(one.findingsOfWhole(among: round) == [.withinItself]) }
        let concern = rule("D", .concern, within: ["A"])
        #expect(concern.findingsOfWhole(among: round + [concern]).contains(.withinOtherSubject))
        let step = rule("E", .assignment, within: ["F"])
        let whole = rule("F", .matter, within: [])
        #expect(step.findingsOfWhole(among: [step, whole]).isEmpty)
    }
}
