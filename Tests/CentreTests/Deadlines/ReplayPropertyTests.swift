import Testing

@testable import Centre

@Suite struct `Any history` {
    typealias Sample = ClockSamples

    /// Acts at random, several of them in one moment, on a matter with two concerns and three
    /// assignments.
    private func history(_ dice: inout SeededDice) throws -> [ClockEvent] {
        let acts: [(Act, LimitSubject)] = [
            (.concernRegistered, .concern), (.supplementCalled, .matter),
            (.concernSupplemented, .concern), (.matterAccepted, .matter),
            (.assignmentMade, .assignment), (.assignmentSigned, .assignment),
            (.assignmentReplied, .assignment), (.assignmentReturned, .assignment),
            (.replySentBack, .matter), (.matterSuspended, .matter), (.matterResumed, .matter),
            (.extensionGranted, .matter), (.matterClosed, .matter), (.matterReopened, .matter),
            (.concernVisited, .concern), (.concernWithdrawn, .concern), (.concernLinked, .concern),
        ]
        let origin = try Notices.moment("2026-01-05")
        var events: [ClockEvent] = []
        for position in 0..<Int(dice.within(2...30)) {
            let (act, kind) = acts[Int(dice.within(0...Int64(acts.count - 1)))]
            let at = origin.adding(hours: 12 * Int(dice.within(0...80)))
            events.append(
                ClockEvent(
                    act,
                    at: at,
                    subject: try Sample.subject(
                        kind,
                        kind == .matter ? 1 : UInt8(dice.within(1...3))
                    ),
                    matter: try Sample.id(act == .concernLinked ? 2 : 1),
                    position: position % 3,
                    facts: dice.within(0...1) == 0 ? Sample.lead : Sample.assist,
                    rule: ["HANDLE", "REPLY"][Int(dice.within(0...1))],
                    amount: Int(dice.within(-1...30)),
                    ground: ["appraisal", nil][Int(dice.within(0...1))],
                    until: at.adding(hours: Int(dice.within(-10...500)))
                )
            )
        }
        return events
    }

    @Test func `gives the same clocks in whatever order its chains are laid together`() throws {
        var dice = SeededDice(seed: 11)
        for _ in 0..<150 {
            let events = try history(&dice)
            let clocks = try Sample.replay(events, at: "2026-03-01")
            for _ in 0..<3 {
                let shuffled = events.shuffled(using: &dice)
                #expect(try Sample.replay(shuffled, at: "2026-03-01") == clocks)
            }
        }
    }

    @Test func `never has one limit of one subject running twice`() throws {
        var dice = SeededDice(seed: 12)
        for _ in 0..<150 {
            let clocks = try Sample.replay(try history(&dice))
            let open = clocks.filter(\.isOpen).map { "\($0.subject) \($0.rule)" }
            #expect(Set(open).count == open.count)
            let all = clocks.map { "\($0.subject) \($0.rule) \($0.startedAt.milliseconds)" }
            #expect(Set(all).count == all.count)
        }
    }

    @Test func `is never due earlier for a suspension or an extension more`() throws {
        var dice = SeededDice(seed: 13)
        let more: [(Act, String?, Int?, String?)] = [
            (.matterSuspended, nil, nil, "appraisal"), (.extensionGranted, "HANDLE", 10, nil),
        ]
        for _ in 0..<150 {
            let events = try history(&dice).filter { $0.act != .matterResumed }
            let before = try Sample.replay(events)
            for (act, rule, amount, ground) in more {
                let at = try Notices.moment("2026-01-05").adding(hours: Int(dice.within(0...900)))
                let added = ClockEvent(
                    act,
                    at: at,
                    subject: try Sample.subject(.matter, 1),
                    matter: try Sample.id(1),
                    rule: rule,
                    amount: amount,
                    ground: ground,
                    until: at.adding(hours: 100)
                )
                let after = try Sample.replay(events + [added])
                #expect(after.count == before.count)
                for (old, new) in zip(before, after) {
                    #expect(old.rule == new.rule && old.subject == new.subject)
                    #expect(new.dueAt >= old.dueAt)
                }
            }
        }
    }

    @Test func `is moved by no act but those the rules are moved by`() throws {
        var dice = SeededDice(seed: 15)
        let moving = LimitRule.movingActs(of: try Sample.rules())
        var moved: Set<Act> = []
        for _ in 0..<5 {
            let events = try history(&dice)
            let before = try Sample.replay(events, at: "2026-03-20")
            for act in Act.allCases {
                for kind in LimitSubject.allCases {
                    let added = try Sample.event(
                        act,
                        "2026-03-01",
                        kind,
                        rule: "HANDLE",
                        amount: 3,
                        ground: "appraisal"
                    )
                    let after = try Sample.replay(events + [added], at: "2026-03-20")
                    if after.map(\.summary) != before.map(\.summary) { moved.insert(act) }
                }
            }
        }
        #expect(moved.isSubset(of: moving))
        #expect(moved.isSuperset(of: [.matterAccepted, .matterSuspended, .concernWithdrawn]))
    }

    @Test func `reads the same from the due index's own words`() throws {
        var dice = SeededDice(seed: 14)
        for _ in 0..<100 {
            for clock in try Sample.replay(try history(&dice)) {
                #expect(try ClockText.pauses(ClockText.of(clock.pauses)) == clock.pauses)
                let extensions = try ClockText.extensions(ClockText.of(clock.extensions))
                #expect(extensions == clock.extensions)
            }
        }
    }
}

extension Clock {
    /// All but the matter, to which any act of a concern may tie it.
    fileprivate var summary: [String] {
        [rule, "\(subject)", "\(startedAt)", "\(dueAt)", "\(state)", "\(pauses)"]
            + ["\(extensions)"]
    }
}
