import Storage
import TestSupport
import Testing

@testable import Centre

/// New editions of limits go the way of the calendar: two people, and nothing that runs changes.
@Suite struct `A change of limits` {
    private static func rules(
        version: Int = 2,
        from: String = "2026-04-01",
        amount: Int = 12,
        basis: String = "{law: {zh: \"规则\", en: \"Rules\"}, article: \"6\"}"
    ) -> String {
        """
        rules:
          - code: FINISH-COMPLAINT
            version: \(version)
            validFrom: \(from)
            title: {zh: "投诉答复", en: "Answer to a complaint"}
            subject: concern
            starts: [concernRegistered]
            ends: [concernAnswered, concernWithdrawn, matterRefused, matterTerminated]
            amount: \(amount)
            unit: workingDays
            rollOver: false
            when: {kinds: [complaint, report]}
            pause: [supplement]
            extension: {maximum: 10, times: 1, decidedBy: director, tell: true}
            basis: \(basis)
        """
    }

    private func propose(
        _ text: String,
        at sample: SampleCentre
    ) async throws
        -> ID<CalendarChange>
    {
        try await CalendarDesk(house: sample.house).propose(
            .rules(text: text),
            reason: "新规则",
            by: .system("house")
        )
    }

    @Test(arguments: Engine.all)
    func `holds for what begins from its day on, and what runs keeps its edition`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var order = WorkOrder.sample
            order.kind = .complaint
            let old = try await Walk(sample, order: order)
            let id = try await propose(Self.rules(), at: sample)
            let desk = CalendarDesk(house: sample.house)
            while let progress = try await desk.count(), !progress.isDone {}
            let director = try sample.officer(.director)
            let view = try await desk.change(id, for: director)
            #expect(view.state == .counted && view.tally.later + view.tally.earlier == 0)
            #expect(view.rules.map(\.code) == ["FINISH-COMPLAINT"])
            _ = try await desk.approve(
                id,
                words: "同意",
                by: director,
                operation: sample.operation()
            )
            #expect(try await desk.change(id, for: director).state == .settled)
            sample.clock.move(to: try Notices.moment("2026-04-01"))
            let new = try await Walk(sample, order: order)
            for (walk, version, due) in [(old, 1, "2026-03-25"), (new, 2, "2026-04-20")] {
                let clock = try await sample.house.look { turn in
                    try File.reading(walk.id, in: turn).clocks()
                        .first { $0.rule == "FINISH-COMPLAINT" }
                }
                #expect(clock?.version == version)
                #expect(clock?.dueAt.day() == Day(due))
            }
        }
    }

    @Test func `is refused backwards, over an edition there is, and with nothing in it`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            _ = try await Walk(sample)
            await #expect(throws: CalendarChangeRefusal.ruleBackwards) {
                _ = try await propose(Self.rules(from: "2026-03-04"), at: sample)
            }
            await #expect(throws: CalendarChangeRefusal.ruleThere) {
                _ = try await propose(Self.rules(version: 1), at: sample)
            }
            await #expect(throws: CalendarChangeRefusal.nothing) {
                _ = try await propose("rules: []", at: sample)
            }
        }
    }

    @Test func `without its basis, or that cannot be meant, is named with file and line`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            for (text, kind, line) in [
                (
                    Self.rules(basis: "{law: {zh: \"\", en: \"\"}}"), PackFinding.Kind.basisMissing,
                    2
                ),
                (Self.rules(amount: 0), .number, 9),
                (Self.rules().replacing("rollOver: false", with: "rollOver: true"), .rollOver, 11),
                (Self.rules() + "\n    within: [XF-HANDLE]", .limitUnsound, 16),
                (Self.rules() + "\n    within: [NOWHERE]", .codeUnknown, 16),
            ] {
                var found: [PackFinding] = []
                do {
                    _ = try await propose(text, at: sample)
                } catch let refusal as PackRefusal {
                    found = refusal.findings
                }
                #expect(found.contains { $0.kind == kind && $0.line == line }, "\(found)")
                #expect(found.allSatisfy { $0.file == CalendarChange.rulesFile })
            }
        }
    }

    @Test(arguments: Engine.all)
    func `does not come by the back door of a pack`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            _ = try await Walk(sample)
            let files = try SamplePack.files()
            func load(_ path: String, _ old: String, _ new: String) async throws -> Set<String> {
                let changed = files.map { file in
                    file.path == path
                        ? PackFile(path: path, content: file.content.replacing(old, with: new))
                        : file
                }
                do {
                    _ = try await PackDesk(house: sample.house).load(changed, by: .system("test"))
                } catch let refusal as PackRefusal {
                    return Set(refusal.findings.map(\.kind.rawValue))
                }
                return []
            }
            let holiday = try await load("calendar/days.csv", "2026-10-07,国庆节,1\n", "")
            #expect(holiday == ["pack-calendar-moved"])
            let amount = try await load(
                "limits.yaml",
                "amount: 45\n    unit: nat",
                "amount: 44\n    unit: nat"
            )
            #expect(amount == ["pack-limit-moved"])
            let early = try await load(
                "limits.yaml",
                "validFrom: 2026-12-01",
                "validFrom: 2026-03-01"
            )
            #expect(early == ["pack-limit-moved"])
            let words = try await load(
                "limits.yaml",
                "Answer to a dispute, 45 days",
                "Dispute: 45 days"
            )
            #expect(words.isEmpty)
            let whose = try await load(
                "limits.yaml",
                "subject: assignment\n    starts: [assignmentMade",
                "subject: matter\n    starts: [assignmentMade"
            )
            #expect(!whose.isEmpty)
            // Before steps had limits of their own, the part had them; no day moves by it.
            let steps = try await load("limits.yaml", "subject: step", "subject: assignment")
            #expect(steps.isEmpty)
        }
    }
}
