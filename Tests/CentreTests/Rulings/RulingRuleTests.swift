import TestSupport
import Testing

@testable import Centre

@Suite struct `The rules of disputed duties` {
    private static func id<Subject>(_ number: Int) throws -> ID<Subject> {
        try ID(bytes: [UInt8](repeating: 0, count: 15) + [UInt8(number)])
    }

    private static func claims(_ pairs: [(Int, Int?)]) throws -> [DutyDispute.Claim] {
        try pairs.map { unit, better in
            DutyDispute.Claim(unit: try id(unit), better: try better.map { try id($0) })
        }
    }

    @Test(
        arguments: [
            ([], false, nil, []),
            ([(1, 2)], false, Ruling.Cause.returned, [1, 2]),
            ([(1, nil)], false, .returned, [1]),
            ([(1, 2), (2, 3)], false, .returned, [1, 2, 3]),
            ([(1, 2), (2, 1)], false, .mutual, [1, 2]),
            ([(1, 2), (2, 1)], true, .mutual, [1, 2]),
            ([(1, 2), (2, 3)], true, .conference, [1, 2, 3]),
            ([], true, .conference, []),
        ] as [([(Int, Int?)], Bool, Ruling.Cause?, [Int])]
    )
    func `a dispute is seen from returns and from a conference`(
        returns: [(Int, Int?)],
        conferenceHeld: Bool,
        cause: Ruling.Cause?,
        parties: [Int]
    ) throws {
        let dispute = DutyDispute(
            claims: try Self.claims(returns),
            conferenceHeld: conferenceHeld
        )
        #expect(dispute?.cause == cause)
        #expect(try (dispute?.parties ?? []) == parties.map { try Self.id($0) })
    }

    /// Ruling 1 given to unit 2, ruling 2 open with officer 8.
    private static func rulings() throws -> Rulings {
        var rulings = Rulings()
        try rulings.take(.ask(try ruling(1)))
        try rulings.take(.rule(try id(1), try verdict()))
        try rulings.take(.ask(try ruling(2)))
        return rulings
    }

    private static func ruling(_ number: Int) throws -> Ruling {
        Ruling(
            id: try id(number),
            cause: .returned,
            parties: [try id(1)],
            provisional: try id(3),
            askedAt: Moment(milliseconds: 0),
            ruler: try id(8)
        )
    }

    private static func verdict() throws -> Ruling.Verdict {
        Ruling.Verdict(
            unit: try id(2),
            classCode: "0902",
            area: nil,
            at: Moment(milliseconds: 1),
            words: "w",
            basis: "b"
        )
    }

    static let refused: [(RulingRefusal, @Sendable () throws -> RulingMove)] = [
        (.openAlready, { .ask(try ruling(3)) }),
        (.over, { .rule(try id(1), try verdict()) }),
        (.over, { .withdraw(try id(1), isForced: false) }),
        (.over, { .passOn(try id(1), to: try id(9)) }),
        (.rulerSame, { .passOn(try id(2), to: try id(8)) }),
        (.notInForce, { .retire(try id(2)) }),
        (.notInForce, { .replace(try id(2), by: try id(1)) }),
    ]

    @Test(arguments: refused.indices)
    func `what the rules do not take changes nothing`(row: Int) throws {
        let (refusal, move) = Self.refused[row]
        var rulings = try Self.rulings()
        let before = rulings
        #expect(throws: refusal) { try rulings.take(try move()) }
        #expect(rulings == before)
    }

    @Test func `a precedent ends once, withdrawn or replaced`() throws {
        var (withdrawn, replaced) = (try Self.rulings(), try Self.rulings())
        try withdrawn.take(.retire(try Self.id(1)))
        #expect(withdrawn.all[0].standing == .withdrawn)
        #expect(throws: RulingRefusal.notInForce) { try withdrawn.take(.retire(try Self.id(1))) }
        try replaced.take(.replace(try Self.id(1), by: try Self.id(2)))
        #expect(replaced.all[0].standing == .replaced)
        #expect(try replaced.all[0].replacedBy == Self.id(2))
    }

    @Test func `whoever works meanwhile or was ruled competent gives nothing back`() throws {
        let rulings = try Self.rulings()
        #expect(throws: RulingRefusal.openNotReturned) {
            try rulings.checkReturn(by: try Self.id(3))
        }
        #expect(throws: RulingRefusal.ruledNotReturned) {
            try rulings.checkReturn(by: try Self.id(2))
        }
        try rulings.checkReturn(by: try Self.id(1))
    }
}
