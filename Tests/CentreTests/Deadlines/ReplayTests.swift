import Testing

@testable import Centre

@Suite struct `Clocks from what happened` {
    typealias Sample = ClockSamples

    @Test func `start and end on the acts of their rules along a whole way`() throws {
        let clocks = try Sample.replay([
            Sample.event(.concernRegistered, "2026-03-02", .concern),
            Sample.event(.matterAccepted, "2026-03-04"),
            Sample.event(.assignmentMade, "2026-03-04 10:00", .assignment, 1, facts: Sample.lead),
            Sample.event(.assignmentMade, "2026-03-04 10:00", .assignment, 2, facts: Sample.assist),
            Sample.event(.assignmentSigned, "2026-03-04 16:00", .assignment, 1),
            Sample.event(.assignmentReplied, "2026-03-30", .assignment, 1),
            Sample.event(.assignmentReplied, "2026-03-12", .assignment, 2),
            Sample.event(.matterClosed, "2026-04-01"),
        ])
        #expect(
            Sample.lines(clocks) == [
                "ACCEPT concern1 2026-03-09 met", "HANDLE matter1 2026-05-03 met",
                "REPLY assignment1 2026-03-18 missed", "REPLY assignment2 2026-03-18 met",
                "SIGN assignment1 2026-03-04 met", "VISIT concern1 2026-04-13 running",
            ]
        )
        #expect(clocks[2].endedAt == (try Notices.moment("2026-03-30")))
        #expect(clocks.allSatisfy { $0.matter?.bytes[15] == Sample.matter })
    }

    @Test func `a handing on restarts nothing but the new unit's own time`() throws {
        let clocks = try Sample.replay([
            Sample.event(.matterAccepted, "2026-03-04"),
            Sample.event(.assignmentMade, "2026-03-05", .assignment, 1, facts: Sample.lead),
            Sample.event(.assignmentReturned, "2026-03-06", .assignment, 1),
            Sample.event(.matterAccepted, "2026-03-07"),
            Sample.event(.assignmentMade, "2026-03-09", .assignment, 2, facts: Sample.lead),
        ])
        #expect(
            Sample.lines(clocks) == [
                "HANDLE matter1 2026-05-03 running", "REPLY assignment1 2026-03-19 cancelled",
                "SIGN assignment1 2026-03-05 cancelled", "REPLY assignment2 2026-03-23 running",
                "SIGN assignment2 2026-03-09 running",
            ]
        )
    }

    @Test func `a reopening starts again the limits that name it`() throws {
        let clocks = try Sample.replay([
            Sample.event(.matterAccepted, "2026-03-04"),
            Sample.event(.matterClosed, "2026-03-10"),
            Sample.event(.matterReopened, "2026-03-20"),
        ])
        #expect(
            Sample.lines(clocks)
                == ["HANDLE matter1 2026-05-03 met", "HANDLE matter1 2026-05-19 running"]
        )
    }

    @Test func `what ended in the moment it began does not begin once more in it`() throws {
        let clocks = try Sample.replay([
            Sample.event(.matterAccepted, "2026-03-04", position: 1),
            Sample.event(.matterClosed, "2026-03-04", position: 2),
            Sample.event(.matterReopened, "2026-03-04", position: 3),
        ])
        #expect(Sample.lines(clocks) == ["HANDLE matter1 2026-05-03 met"])
    }

    @Test func `a suspension stops only the limits that know its ground`() throws {
        let clocks = try Sample.replay(
            [
                Sample.event(.matterAccepted, "2026-03-04"),
                Sample.event(.assignmentMade, "2026-03-04", .assignment, 1, facts: Sample.lead),
                Sample.event(
                    .matterSuspended,
                    "2026-03-06",
                    ground: "appraisal",
                    until: "2026-03-12"
                ),
                Sample.event(.matterSuspended, "2026-03-07", ground: "mood", until: "2026-03-30"),
            ],
            at: "2026-03-10"
        )
        #expect(
            Sample.lines(clocks) == [
                "HANDLE matter1 2026-05-10 paused", "REPLY assignment1 2026-03-25 paused",
                "SIGN assignment1 2026-03-04 running",
            ]
        )
        #expect(clocks[0].pauses.map(\.ground) == ["appraisal"])
    }

    @Test func `a suspension ends by itself, and earlier when the matter is resumed`() throws {
        let events = [
            try Sample.event(.matterAccepted, "2026-03-04"),
            try Sample.event(
                .matterSuspended,
                "2026-03-06",
                ground: "appraisal",
                until: "2026-03-12"
            ),
        ]
        let late = try Sample.replay(events, at: "2026-03-12")
        #expect(Sample.lines(late) == ["HANDLE matter1 2026-05-10 running"])
        let resumed = try Sample.replay(
            events + [Sample.event(.matterResumed, "2026-03-08")],
            at: "2026-03-08"
        )
        #expect(Sample.lines(resumed) == ["HANDLE matter1 2026-05-06 running"])
        let again = try Sample.replay(
            events + [Sample.event(.matterResumed, "2026-03-20")],
            at: "2026-03-20"
        )
        #expect(again == late)
    }

    @Test func `what starts within a suspension stands still from the start`() throws {
        let clocks = try Sample.replay(
            [
                Sample.event(
                    .matterSuspended,
                    "2026-03-06",
                    ground: "appraisal",
                    until: "2026-03-12"
                ),
                Sample.event(.assignmentMade, "2026-03-09", .assignment, 1, facts: Sample.assist),
            ],
            at: "2026-03-10"
        )
        #expect(Sample.lines(clocks) == ["REPLY assignment1 2026-03-26 paused"])
        #expect(clocks[0].pauses.first?.from == clocks[0].startedAt)
    }

    @Test func `waiting for a supplement stops until it comes, and a resumption does not end it`()
        throws
    {
        let events = [
            try Sample.event(.concernRegistered, "2026-03-02", .concern),
            try Sample.event(.supplementCalled, "2026-03-03", until: "2026-03-20"),
            try Sample.event(.matterResumed, "2026-03-04"),
        ]
        let waiting = try Sample.replay(events)
        #expect(Sample.lines(waiting) == ["ACCEPT concern1 2026-03-27 paused"])
        let came = try Sample.replay(
            events + [Sample.event(.concernSupplemented, "2026-03-05", .concern)]
        )
        #expect(Sample.lines(came) == ["ACCEPT concern1 2026-03-12 running"])
    }

    @Test func `an extension is added to the whole, before or after a pause`() throws {
        let start = try Sample.event(.matterAccepted, "2026-03-04")
        let extend = try Sample.event(
            .extensionGranted,
            "2026-03-05",
            rule: "HANDLE",
            amount: 30
        )
        let pause = try Sample.event(
            .matterSuspended,
            "2026-03-06",
            ground: "appraisal",
            until: "2026-03-12"
        )
        let later = try Sample.event(
            .extensionGranted,
            "2026-03-10",
            rule: "HANDLE",
            amount: 30
        )
        let other = try Sample.event(.extensionGranted, "2026-03-10", rule: "REPLY", amount: 30)
        let first = try Sample.replay([start, extend, pause, other], at: "2026-03-13")
        let second = try Sample.replay([start, pause, later], at: "2026-03-13")
        #expect(Sample.lines(first) == ["HANDLE matter1 2026-06-09 running"])
        #expect(Sample.lines(second) == Sample.lines(first))
        #expect(first[0].extensions.map(\.amount) == [30])
    }

    @Test func `a withdrawal cancels what is left, for its own subject`() throws {
        let events = [
            try Sample.event(.concernRegistered, "2026-03-02", .concern, 1),
            try Sample.event(.concernRegistered, "2026-03-02", .concern, 2),
            try Sample.event(.concernWithdrawn, "2026-03-03", .concern, 2),
        ]
        #expect(
            Sample.lines(try Sample.replay(events)) == [
                "ACCEPT concern1 2026-03-09 running", "ACCEPT concern2 2026-03-09 cancelled",
            ]
        )
        let closed = try Sample.replay(
            events + [Sample.event(.matterClosed, "2026-03-04")]
        )
        #expect(Sample.lines(closed).contains("VISIT concern1 2026-03-13 running"))
        #expect(!closed.contains { $0.rule == "VISIT" && $0.subject.id[15] == 2 })
        let terminated = try Sample.replay(
            events + [Sample.event(.matterTerminated, "2026-03-04")]
        )
        #expect(terminated.allSatisfy { $0.state == .cancelled })
    }

    @Test(arguments: [
        (Act.concernWithdrawn, LimitSubject.concern, ClockState.cancelled),
        (.matterTerminated, .matter, .cancelled), (.assignmentCancelled, .assignment, .cancelled),
        (.assignmentReturned, .assignment, .met), (.matterClosed, .matter, .met),
    ])
    func `a withdrawal keeps no limit even where it is named as an end, a return does`(
        act: Act,
        subject: LimitSubject,
        state: ClockState
    ) throws {
        let rule = try Sample.rule("X", subject, from: [.firstContact], to: [act], 5)
        let clocks = try Sample.replay(
            [
                Sample.event(.firstContact, "2026-03-02", subject),
                Sample.event(act, "2026-03-03", subject),
            ],
            rules: [rule]
        )
        #expect(clocks.map(\.state) == [state])
    }

    @Test func `a returned part of the work cancels nothing of the concern's`() throws {
        let clocks = try Sample.replay([
            Sample.event(.concernRegistered, "2026-03-02", .concern),
            Sample.event(.assignmentReturned, "2026-03-03"),
            Sample.event(.concernWithdrawn, "2026-03-03"),
        ])
        #expect(Sample.lines(clocks) == ["ACCEPT concern1 2026-03-09 running"])
    }

    @Test func `a linked concern follows its new matter and leaves the old one's pause`() throws {
        let rules = [
            try Sample.rule(
                "ANSWER",
                .concern,
                from: [.concernRegistered],
                to: [.matterClosed],
                15,
                .naturalDays,
                pause: ["appraisal"]
            )
        ]
        let other = Sample.otherMatter
        let clocks = try Sample.replay(
            [
                Sample.event(.concernRegistered, "2026-03-02", .concern),
                Sample.event(
                    .matterSuspended,
                    "2026-03-03",
                    ground: "appraisal",
                    until: "2026-03-20"
                ),
                Sample.event(.concernLinked, "2026-03-05", .concern, matter: other),
                Sample.event(.matterClosed, "2026-03-06", .matter, 1),
                Sample.event(.matterClosed, "2026-03-07", .matter, other, matter: other),
            ],
            rules: rules
        )
        #expect(Sample.lines(clocks) == ["ANSWER concern1 2026-03-20 met"])
        #expect(clocks[0].endedAt == (try Notices.moment("2026-03-07")))
        #expect(clocks[0].matter?.bytes[15] == other)
    }

    @Test func `the version in force on the day of the start holds to the end`() throws {
        let versions = [
            try Sample.rule(
                "HANDLE",
                .matter,
                from: [.matterAccepted],
                to: [.matterClosed],
                60,
                .naturalDays
            ),
            try Sample.rule(
                "HANDLE",
                .matter,
                from: [.matterAccepted],
                to: [.matterClosed],
                30,
                .naturalDays,
                validFrom: "2026-04-01",
                version: 2
            ),
        ]
        for (start, last, version) in [
            ("2026-03-31", "2026-05-30", 1), ("2026-04-01", "2026-05-01", 2),
        ] {
            let clocks = try Sample.replay(
                [Sample.event(.matterAccepted, start)],
                rules: versions.reversed()
            )
            #expect(Sample.lines(clocks) == ["HANDLE matter1 \(last) running"])
            #expect(clocks[0].version == version)
        }
        let early = try Sample.replay(
            [Sample.event(.matterAccepted, "2023-12-31")],
            rules: versions
        )
        #expect(early.isEmpty)
    }
}
