import Foundation
import TestSupport
import Testing

@testable import Centre

@Suite struct `A drafted rota` {
    /// A brief by chance: demand, absences, units and seats of all sizes.
    static func brief(_ seed: Int, days: Int = 20, units: ClosedRange<Int> = 2...9) -> RotaBrief {
        var dice = SeedDice(UInt64(seed))
        let start = Day(number: 20_500 + dice.number(0...300))
        let all = (0..<days).map { start.adding($0) }.filter { !$0.isWeekend }
            .flatMap { day in HalfDay.Half.allCases.map { HalfDay(day, $0) } }
        let halfDays = all.filter { _ in !dice.chance(60) }
        let absent = dice.pick([0, 0, 100, 400])
        let names = (0..<dice.number(units)).map { "u\($0)" }
        var before: [HalfDay: Set<String>] = [:]
        for halfDay in halfDays.prefix(while: { $0.day < start.adding(7) }) where dice.chance(500) {
            before[halfDay.adding(days: -7)] = [dice.pick(names)]
        }
        return RotaBrief(
            halfDays: halfDays,
            seats: (0..<dice.number(1...3)).map { "s\($0)" },
            units: names.map { name in
                let away = halfDays.filter { _ in dice.chance(absent) }
                return RotatingUnit(
                    code: name,
                    asked: (0..<5).map { _ in dice.number(0...30) },
                    away: Set(away)
                )
            },
            weeks: 13,
            before: before
        )
    }

    @Test(arguments: 0..<60)
    func `fills each seat that somebody can take, and nobody comes who cannot`(seed: Int) {
        let brief = Self.brief(seed)
        let draft = RotaDraft(brief)
        #expect(draft == RotaDraft(brief), "the same brief, the same draft")
        let byHalf = Dictionary(grouping: draft.lines, by: \.halfDay)
        #expect(draft.lines.count == brief.halfDays.count * brief.seats.count)
        for halfDay in brief.halfDays {
            let sitting = (byHalf[halfDay] ?? []).compactMap(\.unit)
            let able = brief.units.filter { $0.canSit(on: halfDay) }.map(\.code)
            #expect(Set(sitting).count == sitting.count && Set(sitting).isSubset(of: able))
            #expect(sitting.count == min(brief.seats.count, able.count))
        }
    }

    @Test(arguments: 0..<60)
    func `is even within one turn where everybody can always come`(seed: Int) {
        let brief = Self.brief(seed)
        let free = brief.units.map { RotatingUnit(code: $0.code, asked: $0.asked) }
        let draft = RotaDraft(
            RotaBrief(halfDays: brief.halfDays, seats: brief.seats, units: free, weeks: 13)
        )
        let figures = RotaFigures(draft.lines.map { ($0.halfDay, $0.unit) }, of: free)
        #expect(figures.most - figures.least <= 1)
        #expect(figures.shares.map(\.turns).reduce(0, +) == figures.places - figures.empty)
    }

    /// All ways to share the turns are tried, on few half-days.
    @Test(arguments: 0..<80)
    func `is as even as absences allow at all`(seed: Int) {
        let whole = Self.brief(seed, days: 5, units: 2...4)
        let brief = RotaBrief(
            halfDays: Array(whole.halfDays.prefix(6)),
            seats: Array(whole.seats.prefix(2)),
            units: whole.units,
            weeks: 13
        )
        let turns = RotaFigures(
            RotaDraft(brief).lines.map { ($0.halfDay, $0.unit) },
            of: brief.units
        ).shares.map(\.turns)
        let squares = turns.map { $0 * $0 }.reduce(0, +)
        #expect(squares == Self.fewestSquares(brief, 0, [Int](repeating: 0, count: turns.count)))
    }

    private static func fewestSquares(_ brief: RotaBrief, _ half: Int, _ turns: [Int]) -> Int {
        guard half < brief.halfDays.count else { return turns.map { $0 * $0 }.reduce(0, +) }
        let able = brief.units.indices.filter { brief.units[$0].canSit(on: brief.halfDays[half]) }
        let seats = min(brief.seats.count, able.count)
        let choices = (0..<(1 << able.count)).filter { $0.nonzeroBitCount == seats }
        return choices.map { choice in
            var next = turns
            for (bit, unit) in able.enumerated() where choice >> bit & 1 == 1 { next[unit] += 1 }
            return fewestSquares(brief, half + 1, next)
        }.min() ?? .max
    }

    /// Every exchange of two turns of the rota is tried.
    @Test(arguments: 0..<40)
    func `has no repetition that an exchange of two turns would spare`(seed: Int) {
        let brief = Self.brief(seed)
        let lines = RotaDraft(brief).lines
        let known = Dictionary(uniqueKeysWithValues: brief.units.map { ($0.code, $0) })
        let again = Self.again(lines.map(\.unit), lines, brief)
        for (one, first) in lines.enumerated() {
            for (other, second) in lines.enumerated().dropFirst(one + 1) {
                guard let unit = first.unit, let partner = second.unit, unit != partner,
                    first.halfDay != second.halfDay,
                    known[unit]?.canSit(on: second.halfDay) == true,
                    known[partner]?.canSit(on: first.halfDay) == true
                else { continue }
                var units = lines.map(\.unit)
                units.swapAt(one, other)
                guard Self.nobodyTwice(units, lines, at: first.halfDay, second.halfDay) else {
                    continue
                }
                #expect(Self.again(units, lines, brief) >= again)
            }
        }
    }

    private static func nobodyTwice(
        _ units: [String?],
        _ lines: [RotaDraft.Line],
        at days: HalfDay...
    ) -> Bool {
        days.allSatisfy { halfDay in
            let sitting = lines.indices.filter { lines[$0].halfDay == halfDay }
                .compactMap { units[$0] }
            return Set(sitting).count == sitting.count
        }
    }

    private static func again(
        _ units: [String?],
        _ lines: [RotaDraft.Line],
        _ brief: RotaBrief
    ) -> Int {
        let places = zip(lines, units).map { (halfDay: $0.halfDay, unit: $1) }
        return RotaFigures(places, of: brief.units, before: brief.before).again
    }

    @Test(arguments: 0..<30)
    func `each line tells what can be counted again`(seed: Int) {
        let brief = Self.brief(seed)
        var turns: [String: Int] = [:]
        let lines = RotaDraft(brief).lines
        for line in lines {
            let unable = brief.units.filter { !$0.canSit(on: line.halfDay) }.map(\.code)
            #expect(line.reason.unable == unable)
            guard let code = line.unit, let unit = brief.units.first(where: { $0.code == code })
            else { continue }
            turns[code, default: 0] += 1
            #expect(line.reason.turn == turns[code])
            #expect(line.reason.of == lines.count { $0.unit == code })
            #expect(line.reason.asked == unit.asked(on: line.halfDay.day))
        }
    }

    @Test func `brings a unit on the weekday on which residents ask for it`() throws {
        let monday = try #require(Day("2026-03-02"))
        let halfDays = (0..<5).flatMap { day in
            HalfDay.Half.allCases.map { HalfDay(monday.adding(day), $0) }
        }
        let units = (0..<5).map { place in
            RotatingUnit(code: "u\(place)", asked: (0..<5).map { $0 == 4 - place ? 9 : 1 })
        }
        let draft = RotaDraft(
            RotaBrief(halfDays: halfDays, seats: ["s"], units: units, weeks: 13)
        )
        let figures = RotaFigures(draft.lines.map { ($0.halfDay, $0.unit) }, of: units)
        #expect(figures.onBusiest == 10 && figures.least == 2 && figures.most == 2)
    }

    /// Sixteen units and two seats through 2026, by its notice of holidays and make-up days.
    @Test func `of a year for sixteen units is even and repeats nothing`() throws {
        let calendar = try SamplePack.pack().calendar
        let (from, to) = (try #require(Day("2026-01-01")), try #require(Day("2026-12-31")))
        let halfDays = HalfDay.working(from: from, to: to, in: calendar)
        var dice = SeedDice(16)
        let units = (0..<16).map { place in
            let start = dice.number(0...240)
            return RotatingUnit(
                code: "u\(place)",
                asked: (0..<5).map { _ in dice.number(0...40) },
                away: Set(halfDays.dropFirst(start * 2).prefix(dice.number(0...10)))
            )
        }
        let brief = RotaBrief(halfDays: halfDays, seats: ["a", "b"], units: units, weeks: 13)
        let began = ContinuousClock.now
        let draft = RotaDraft(brief)
        let took = began.duration(to: .now)
        let figures = RotaFigures(draft.lines.map { ($0.halfDay, $0.unit) }, of: units)
        print(
            "A year, \(units.count) units: \(figures.places) places, \(figures.least) to",
            "\(figures.most) turns, \(figures.again) repetitions, \(figures.onBusiest) on the",
            "busiest weekday, \(figures.empty) empty; drafted in \(took)"
        )
        let working = (0..<365).filter { calendar.isWorking(from.adding($0)) }
        #expect(halfDays.count == working.count * 2 && figures.places == working.count * 4)
        #expect(halfDays.contains { $0.day.isWeekend }, "make-up days are worked")
        #expect(figures.empty == 0 && figures.again == 0 && figures.most - figures.least <= 1)
        #expect(figures.onBusiest * 5 > figures.places * 2, "by chance it would be one in five")
    }
}
