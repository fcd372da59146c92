import Testing

@testable import Centre

/// What the peers' own tests of deadlines walk through, and what their users complained about, as
/// scenarios of ours: each is named after what it proves.
@Suite struct `What peers got wrong or proved` {
    typealias Sample = ClockSamples

    private static func due(
        _ start: String,
        _ amount: Int,
        _ unit: LimitUnit,
        pauses: [(String, String)] = []
    ) throws -> Moment {
        try Notices.calendar().due(
            after: Notices.moment(start),
            amount: amount,
            unit: unit,
            pauses: pauses.map { from, until in
                Pause(
                    from: try Notices.moment(from),
                    until: try Notices.moment(until),
                    ground: "appraisal"
                )
            }
        ).moment
    }

    @Test(arguments: [
        // In hours, within hours, over lunch, after hours, before hours, over a weekend.
        ("2026-03-09 08:30", 1, "2026-03-09 09:30"), ("2026-03-09 09:13", 2, "2026-03-09 11:13"),
        ("2026-03-09 11:30", 1, "2026-03-09 15:00"), ("2026-03-09 18:30", 1, "2026-03-10 09:30"),
        ("2026-03-09 00:00", 1, "2026-03-09 09:30"), ("2026-03-13 17:00", 1, "2026-03-16 09:00"),
        ("2026-03-14 10:00", 2, "2026-03-16 10:30"),
    ])
    func `office hours begin where the message fell, and lunch is not counted`(
        start: String,
        hours: Int,
        end: String
    ) throws {
        #expect(try Self.due(start, hours, .workingHours) == (try Notices.moment(end)))
    }

    @Test func `the office's hours stop for a holiday and run on a make-up day`() throws {
        let end = try Self.due("2026-02-14 17:00", 4, .workingHours)
        #expect(end == (try Notices.moment("2026-02-24 12:00")))
        let sunday = try Self.due("2026-01-04 08:30", 4, .workingHours)
        #expect(sunday == (try Notices.moment("2026-01-04 15:00")))
    }

    @Test func `first contact and final answer run beside each other, and neither hides the other`()
        throws
    {
        let rules = [
            try Sample.rule(
                "FIRST",
                .concern,
                from: [.concernRegistered],
                to: [.firstContact],
                4,
                .workingHours
            ),
            try Sample.rule("UPDATE", .concern, from: [.firstContact], to: [.concernAnswered], 3),
            try Sample.rule(
                "ANSWER",
                .concern,
                from: [.concernRegistered],
                to: [.concernAnswered],
                15
            ),
        ]
        let before = try Sample.replay(
            [Sample.event(.concernRegistered, "2026-03-02", .concern)],
            rules: rules
        )
        #expect(
            Sample.lines(before) == [
                "ANSWER concern1 2026-03-23 running", "FIRST concern1 2026-03-02 running",
            ]
        )
        let after = try Sample.replay(
            [
                Sample.event(.concernRegistered, "2026-03-02", .concern),
                Sample.event(.firstContact, "2026-03-02 10:00", .concern),
            ],
            rules: rules
        )
        #expect(
            Sample.lines(after) == [
                "ANSWER concern1 2026-03-23 running", "FIRST concern1 2026-03-02 met",
                "UPDATE concern1 2026-03-05 running",
            ]
        )
        #expect(Clock.nextDue(among: after) == (try Notices.day("2026-03-05").end()))
    }

    @Test func `a second first contact changes nothing about the first one's time`() throws {
        let events = [
            try Sample.event(.concernRegistered, "2026-03-02", .concern),
            try Sample.event(.matterAccepted, "2026-03-04"),
        ]
        let once = try Sample.replay(events)
        let twice = try Sample.replay(events + [Sample.event(.matterAccepted, "2026-03-20")])
        let ended = twice.first { $0.rule == "ACCEPT" }
        #expect(ended == once.first { $0.rule == "ACCEPT" })
        #expect(ended?.state == .met)
    }

    @Test func `waiting for the requester stops the time, and coming back is not late at once`()
        throws
    {
        // Three working days are used when the waiting begins; it lasts longer than the limit.
        let clocks = try Sample.replay(
            [
                Sample.event(.concernRegistered, "2026-03-02", .concern),
                Sample.event(.supplementCalled, "2026-03-05 16:00", until: "2026-04-30"),
                Sample.event(.concernSupplemented, "2026-03-30 09:00", .concern),
            ],
            at: "2026-03-30 10:00"
        )
        #expect(Sample.lines(clocks) == ["ACCEPT concern1 2026-04-02 running"])
        #expect(!clocks[0].isOverdue(at: try Notices.moment("2026-03-30 10:00")))
    }

    @Test func `a limit of an edition that began later does not touch what runs or is closed`()
        throws
    {
        let events = [
            try Sample.event(.matterAccepted, "2026-03-04"),
            try Sample.event(.matterClosed, "2026-03-10"),
        ]
        let before = try Sample.replay(events)
        let stricter = try Sample.rule(
            "HANDLE",
            .matter,
            from: [.matterAccepted],
            to: [.matterClosed],
            1,
            validFrom: "2026-03-05",
            version: 2
        )
        #expect(try Sample.replay(events, rules: Sample.rules() + [stricter]) == before)
    }

    @Test func `nothing is overdue at its creation, at midnight or by being looked at`() throws {
        for start in ["2026-03-09 00:00", "2026-03-09 23:59", "2026-03-14 12:00"] {
            for amount in [1, 2] {
                for unit in LimitUnit.allCases {
                    let began = try Notices.moment(start)
                    #expect(try Self.due(start, amount, unit) > began)
                }
            }
        }
        let clocks = try Sample.replay([Sample.event(.matterAccepted, "2026-03-04")])
        let due = try #require(clocks.first).dueAt
        #expect(!clocks[0].isOverdue(at: due))
        #expect(clocks[0].isOverdue(at: due.adding(milliseconds: 1)))
    }

    @Test func `an edit of the matter restarts no clock`() throws {
        let accepted = try Sample.event(.matterAccepted, "2026-03-04")
        let before = try Sample.replay([accepted], at: "2026-03-20")
        let edits: [Act] = [.routingCorrected, .matterStarted, .documentPrinted, .attachmentAdded]
        let edited = try edits.enumerated().map { place, act in
            try Sample.event(act, "2026-03-\(10 + place)")
        }
        #expect(try Sample.replay([accepted] + edited, at: "2026-03-20") == before)
    }

    @Test func `pausing and resuming a hundred times leaves out the paused days and no other`()
        throws
    {
        var events = [try Sample.event(.matterAccepted, "2026-03-04")]
        var day = try Notices.day("2026-03-05")
        var paused = 0
        for turn in 0..<100 {
            // Each pause takes the afternoon of every second day of the first forty, twice over.
            let at = day.start().adding(hours: turn % 2 == 0 ? 10 : 14)
            let matter = try Sample.subject(.matter, 1)
            let id: ID<Matter> = try Sample.id(Sample.matter)
            events.append(
                ClockEvent(
                    .matterSuspended,
                    at: at,
                    subject: matter,
                    matter: id,
                    ground: "appraisal",
                    until: .never
                )
            )
            events.append(
                ClockEvent(
                    .matterResumed,
                    at: at.adding(hours: 1),
                    subject: matter,
                    matter: id
                )
            )
            if turn % 2 == 1 {
                paused += 1
                day = day.adding(2)
            }
        }
        // Sixty days from 4 March, and one more for every paused day that would have counted.
        let clocks = try Sample.replay(events)
        var left = 60
        var last = try Notices.day("2026-03-04")
        while left > 0 {
            last = last.adding(1)
            let place = last.number - (try Notices.day("2026-03-05")).number
            if place % 2 == 1 || place >= 2 * paused { left -= 1 }
        }
        #expect(paused == 50)
        #expect(clocks.map(\.dueAt) == [last.end()])
        #expect(clocks[0].pauses.count == 100)
        var backwards = events
        backwards.reverse()
        #expect(try Sample.replay(backwards) == clocks)
    }
}
