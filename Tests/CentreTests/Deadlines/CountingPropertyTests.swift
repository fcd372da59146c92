import Testing

@testable import Centre

@Suite struct `Any limit` {
    /// A year of counts for each unit, with pauses and extensions by the dice.
    @Test(arguments: LimitUnit.allCases)
    func `is never due earlier for a pause or an extension`(unit: LimitUnit) throws {
        let calendar = try Notices.calendar()
        var dice = SeededDice(seed: 7)
        let origin = try Notices.moment("2025-01-01")
        for _ in 0..<500 {
            let start = origin.adding(milliseconds: dice.within(0...31_536_000_000))
            let amount = Int(dice.within(1...45))
            let rollOver = unit == .naturalDays && dice.within(0...1) == 1
            var pauses: [Pause] = []
            var before = calendar.due(
                after: start,
                amount: amount,
                unit: unit,
                rollOver: rollOver
            )
            #expect(before.moment >= start)
            for _ in 0..<3 {
                let from = start.adding(milliseconds: dice.within(-86_400_000...2_000_000_000))
                let until = from.adding(milliseconds: dice.within(-1000...500_000_000))
                pauses.append(Pause(from: from, until: until, ground: "court"))
                let after = calendar.due(
                    after: start,
                    amount: amount,
                    unit: unit,
                    rollOver: rollOver,
                    pauses: pauses
                )
                #expect(after.moment >= before.moment)
                before = after
            }
            let extended = calendar.due(
                after: start,
                amount: amount,
                unit: unit,
                rollOver: rollOver,
                pauses: pauses.reversed(),
                extended: Int(dice.within(1...30))
            )
            #expect(extended.moment >= before.moment)
        }
    }

    @Test func `in days lists each day once and counts as many as it has`() throws {
        let calendar = try Notices.calendar()
        for offset in 0..<700 {
            let start = try Notices.moment("2024-03-01").adding(hours: 24 * offset)
            for unit in [LimitUnit.naturalDays, .workingDays] {
                let due = calendar.due(after: start, amount: 15, unit: unit, rollOver: true)
                let numbers = due.days.map(\.day.number)
                #expect(numbers == Array(start.day().number...due.moment.day().number))
                #expect(due.days.count(where: \.counted) == 15)
                #expect(calendar.isWorking(due.moment.day()))
            }
        }
    }

    @Test func `is the same counted with and without its list of days`() throws {
        let calendar = try Notices.calendar()
        let start = try Notices.moment("2026-09-18")
        for unit in LimitUnit.allCases {
            let listed = calendar.due(after: start, amount: 20, unit: unit)
            let bare = calendar.due(after: start, amount: 20, unit: unit, listing: false)
            #expect(listed.moment == bare.moment)
            #expect(!listed.days.isEmpty && bare.days.isEmpty)
        }
    }
}

/// The same throws every time (SplitMix64).
struct SeededDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func within(_ range: ClosedRange<Int64>) -> Int64 {
        Int64.random(in: range, using: &self)
    }
}
