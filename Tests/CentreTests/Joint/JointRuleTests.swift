import TestSupport
import Testing

@testable import Centre

@Suite struct `The rules of joint handling` {
    private static let offset = TimeOffset.china

    private static func id<Subject>(_ number: Int) throws -> ID<Subject> {
        try ID(bytes: [UInt8](repeating: 0, count: 15) + [UInt8(number)])
    }

    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// Noon of a day.
    private static func at(_ text: String) throws -> Moment {
        try day(text).start(in: offset).adding(milliseconds: 43_200_000)
    }

    /// Open, one meeting held on 1 October, one promise of unit 1 made there for the 10th.
    private static func work() throws -> JointWork {
        var work = JointWork()
        let at = try at("2026-10-01")
        let moves: [JointMove] = [
            .open, .callMeeting(try id(1), at: at, units: [try id(1), try id(2)]),
            .hold(try id(1)), .decide(try id(1)),
            .pledge(try id(7), try id(1), due: try day("2026-10-10"), at: try id(1)),
        ]
        for move in moves { try work.take(move, at: at, in: offset) }
        return work
    }

    static let refused: [(String, JointRefusal, @Sendable () throws -> JointMove)] = [
        ("2026-10-02", .openAlready, { .open }),
        ("2026-10-02", .pledgesOpen, { .end(isForced: false) }),
        (
            "2026-10-02", .unitsTooFew,
            { .callMeeting(try id(2), at: try at("2026-10-05"), units: [try id(1)]) }
        ),
        ("2026-10-02", .notInvited, { .attend(try id(1), try id(3), .site) }),
        ("2026-10-02", .meetingOver, { .hold(try id(1)) }),
        ("2026-10-02", .meetingOver, { .callOff(try id(1)) }),
        ("2026-10-11", .dayPast, { .moveDay(try id(7), try day("2026-10-10")) }),
        ("2026-10-09", .daySame, { .askDay(try id(7), try day("2026-10-10")) }),
        ("2026-10-09", .nothingAsked, { .keepDay(try id(7)) }),
        (
            "2026-10-09", .dayPast,
            { .pledge(try id(8), try id(1), due: try day("2026-10-08"), at: nil) }
        ),
        ("2026-10-09", .notAsked, { .sign(try id(2)) }),
        (
            "2026-10-09", .dayPast,
            { .follow(try id(9), nil, due: try day("2026-10-08"), everyDays: 7) }
        ),
    ]

    @Test(arguments: refused)
    func `what is not possible is refused by name and changes nothing`(
        on: String,
        refusal: JointRefusal,
        move: @Sendable () throws -> JointMove
    ) throws {
        var work = try Self.work()
        let before = work
        #expect(throws: refusal) {
            try work.take(try move(), at: try Self.at(on), in: Self.offset)
        }
        #expect(work == before)
    }

    @Test(arguments: [("2026-10-09", false), ("2026-10-10", false), ("2026-10-11", true)])
    func `a promise is missed from the day after its own`(on: String, isMissed: Bool) throws {
        let work = try Self.work()
        #expect(try work.pledges[0].isMissed(on: Self.day(on)) == isMissed)
    }

    @Test func `a promise kept after its day is kept, and late`() throws {
        var work = try Self.work()
        try work.take(.keep(Self.id(7), nil), at: Self.at("2026-10-12"), in: Self.offset)
        #expect(work.pledges[0].state == .kept && work.pledges[0].isKeptLate)
        #expect(throws: JointRefusal.pledgeOver) {
            try work.take(.release(Self.id(7)), at: Self.at("2026-10-12"), in: Self.offset)
        }
        try work.take(.end(isForced: false), at: Self.at("2026-10-12"), in: Self.offset)
        #expect(!work.isOpen)
    }

    @Test func `a promise moved by agreement keeps the days it had`() throws {
        var work = try Self.work()
        let (day, at) = (try Self.day("2026-10-20"), try Self.at("2026-10-12"))
        try work.take(.askDay(Self.id(7), day), at: at, in: Self.offset)
        #expect(work.pledges[0].askedDay == day)
        #expect(work.pledges[0].isMissed(on: at.day(in: Self.offset)))
        try work.take(.moveDay(Self.id(7), day), at: at, in: Self.offset)
        #expect(work.pledges[0].formerDays == [try Self.day("2026-10-10")])
        #expect(work.pledges[0].due == day && work.pledges[0].askedDay == nil)
    }

    @Test func `an answer is signed by all, or an objection is ruled on`() throws {
        var work = try Self.work()
        let (one, two): (ID<Unit>, ID<Unit>) = (try Self.id(1), try Self.id(2))
        let at = try Self.at("2026-10-12")
        #expect(throws: JointRefusal.signOffMissing) { try work.checkSigned(by: [one, two]) }
        try work.take(.askSignOff([one, two]), at: at, in: Self.offset)
        try work.take(.sign(one), at: at, in: Self.offset)
        #expect(throws: JointRefusal.signedAlready) {
            try work.take(.sign(one), at: at, in: Self.offset)
        }
        #expect(throws: JointRefusal.noObjection) {
            try work.take(.rule(two, isUpheld: true), at: at, in: Self.offset)
        }
        try work.take(.object(two), at: at, in: Self.offset)
        #expect(throws: JointRefusal.signOffMissing) { try work.checkSigned(by: [one, two]) }
        var upheld = work
        try upheld.take(.rule(two, isUpheld: true), at: at, in: Self.offset)
        #expect(throws: JointRefusal.signOffMissing) { try upheld.checkSigned(by: [one]) }
        try work.take(.rule(two, isUpheld: false), at: at, in: Self.offset)
        try work.checkSigned(by: [one, two])
        #expect(throws: JointRefusal.signOffMissing) {
            try work.checkSigned(by: [one, two, try Self.id(3)])
        }
    }

    @Test func `a watch task is asked again until the answer is yes`() throws {
        var work = JointWork()
        let task: ID<FollowUp> = try Self.id(9)
        let due = try Self.day("2026-10-05")
        let set = JointMove.follow(task, nil, due: due, everyDays: 7)
        try work.take(set, at: Self.at("2026-10-01"), in: Self.offset)
        #expect(try !work.followUps[0].isDue(on: Self.day("2026-10-04")))
        #expect(work.followUps[0].isDue(on: due))
        try work.take(.answer(task, false, again: nil), at: Self.at("2026-10-06"), in: Self.offset)
        #expect(work.followUps[0].due == (try Self.day("2026-10-13")))
        #expect(work.followUps[0].isOpen)
        let next = try Self.day("2026-11-13")
        try work.take(.answer(task, true, again: next), at: Self.at("2026-10-13"), in: Self.offset)
        #expect(work.followUps[0].isOpen && work.followUps[0].due == next)
        try work.take(.answer(task, true, again: nil), at: Self.at("2026-11-13"), in: Self.offset)
        #expect(!work.followUps[0].isOpen)
        #expect(throws: JointRefusal.followUpOver) {
            try work.take(.endFollowUp(task), at: Self.at("2026-11-14"), in: Self.offset)
        }
    }

    @Test func `with its matter everything lapses`() throws {
        var work = try Self.work()
        let later = try Self.at("2026-10-30")
        let units: [ID<Unit>] = [try Self.id(1), try Self.id(2)]
        let call = JointMove.callMeeting(try Self.id(2), at: later, units: units)
        try work.take(call, at: Self.at("2026-10-02"), in: Self.offset)
        #expect(throws: JointRefusal.meetingAhead) {
            try work.take(.hold(Self.id(2)), at: Self.at("2026-10-02"), in: Self.offset)
        }
        try work.take(.end(isForced: true), at: Self.at("2026-10-03"), in: Self.offset)
        #expect(work.pledges.map(\.state) == [.lapsed])
        #expect(work.meetings.map(\.state) == [.held, .calledOff])
    }
}
