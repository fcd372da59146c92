import TestSupport
import Testing

@testable import Centre

@Suite struct `The rules of a group matter` {
    private static var group: Group {
        get throws {
            var group = Group(openedAt: Moment(milliseconds: 0))
            try group.enter(10, claiming: Money(fen: 1000))
            try group.name([2, 1])
            return group
        }
    }

    @Test(
        arguments: [
            ([1, 2, 3, 4, 5], nil), ([10], nil), ([], .representativesMissing),
            ([1, 2, 3, 4, 5, 6], .representativesTooMany), ([1, 1], .memberTwice),
            ([11], .memberUnknown), ([0], .memberUnknown),
        ] as [([Int], GroupRefusal?)]
    )
    func `at most five of the members speak for all`(
        serials: [Int],
        refusal: GroupRefusal?
    ) throws {
        var group = try Self.group
        var said: GroupRefusal?
        do { try group.name(serials) } catch { said = error }
        #expect(said == refusal)
        #expect(group.representatives == (refusal == nil ? serials.sorted() : [1, 2]))
    }

    @Test(
        arguments: [
            ([1], nil), ([2, 1], nil), ([], .nobodyPresent), ([1, 3], .onlyRepresentatives),
        ] as [([Int], GroupRefusal?)]
    )
    func `one meets those who were chosen and nobody else`(
        present: [Int],
        refusal: GroupRefusal?
    ) throws {
        let group = try Self.group
        var said: GroupRefusal?
        do { try group.meet(present) } catch { said = error }
        #expect(said == refusal)
    }

    @Test(
        arguments: [
            (1, 1000, nil), (3, 999, nil), (1, 1001, .paidTooMuch), (0, 0, .linesMissing),
        ] as [(Int, Int64, GroupRefusal?)]
    )
    func `never more is paid than is owed`(
        lines: Int,
        fen: Int64,
        refusal: GroupRefusal?
    ) throws {
        var group = try Self.group
        let batch = Group.Batch(
            id: World.real.newID(),
            serial: 1,
            lines: lines,
            total: Money(fen: fen),
            digest: ""
        )
        var said: GroupRefusal?
        do { try group.pay(batch) } catch { said = error }
        #expect(said == refusal)
        #expect(group.paid.fen == (refusal == nil ? fen : 0))
    }

    @Test(
        arguments: [
            ("23500", 2_350_000), ("23,500.5", 2_350_050), ("¥0.01", 1), ("17352.94元", 1_735_294),
            ("17352.941", nil), ("-5", nil), ("", nil), ("1e3", nil), ("1.", nil),
            ("1234567890123", nil),
        ] as [(String, Int64?)]
    )
    func `a sum is whole fen or none`(text: String, fen: Int64?) {
        #expect(Money(text: text)?.fen == fen)
    }

    @Test func `lines give one digest in any order, and another when one is changed`() {
        let lines = [GroupLine(serial: 2, fen: 5), GroupLine(serial: 1, fen: 7)]
        #expect(lines.digest == Array(lines.reversed()).digest)
        #expect(
            lines.digest != [GroupLine(serial: 2, fen: 6), GroupLine(serial: 1, fen: 6)].digest
        )
    }
}
