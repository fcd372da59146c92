import Storage
import TestSupport
import Testing

@testable import Centre

/// Random lives of whistles beside a house that is killed, started again, closed for days, run by
/// two processes, and set to another time: each whistle stands where its timeline says, and the
/// silence that went up is the silence that should have.
@Suite struct `The whistles of random lives` {
    @Test(arguments: Engine.all, [UInt64(11), 12, 13])
    func `stand where their timelines say, whenever the house was killed`(
        engine: Engine,
        seed: UInt64
    ) async throws {
        try await withTwoHouses(engine) { houses in
            var life = try await WhistleLife(houses.sample, seed: seed)
            for _ in 0..<110 { try await life.step(&houses) }
            try await life.check(houses)
        }
    }
}

/// One random life of a few tables.
private struct WhistleLife {
    let sample: SampleCentre
    var dice: SeededDice
    var tables: [Whistled] = []
    private(set) var deaths = 0

    init(_ sample: SampleCentre, seed: UInt64) async throws {
        self.sample = sample
        dice = SeededDice(seed: seed)
        for _ in 0..<3 { tables.append(try await Whistled(sample)) }
    }

    mutating func step(_ houses: inout TwoHouses) async throws {
        switch dice.within(1...100) {
        case ...55: try await act(in: sample.house)
        case ...70: pass(minutes: 1...40)
        case ...76: pass(minutes: 60...3000)
        case ...79: pass(minutes: -300 ... -1)
        case ...85: try await race(houses)
        case ...94: try await kill(&houses)
        default: try await WhistleDesk(house: sample.house).raise()
        }
    }

    private mutating func pass(minutes: ClosedRange<Int64>) {
        let milliseconds = dice.within(minutes) * 60_000
        sample.clock.move(to: sample.clock.now.adding(milliseconds: milliseconds))
    }

    private func race(_ houses: TwoHouses) async throws {
        let desks = [WhistleDesk(house: sample.house), WhistleDesk(house: houses.other)]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for desk in desks + desks {
                group.addTask { while try await desk.raise(limit: 2).isMore {} }
            }
            try await group.waitForAll()
        }
    }

    /// Killed in the middle of somebody's act or of a round, before it is kept or after.
    private mutating func kill(_ houses: inout TwoHouses) async throws {
        let dying = DyingDatabase(base: houses.other.database, keeps: dice.within(0...1) == 1)
        let house = houses.other.on(dying)
        do {
            if dice.within(0...1) == 1 {
                try await act(in: house)
            } else {
                try await WhistleDesk(house: house).raise()
            }
        } catch is DyingDatabase.Death {
            deaths += 1
        }
        try await houses.restart()
        for table in tables { try await check(table) }
    }

    private mutating func act(in house: House) async throws {
        let table = tables[Int(dice.within(0...2))]
        let desk = WhistleDesk(house: house)
        do {
            try await act(at: table, desk)
        } catch is any Refusal {
            // Not every act is possible at every time; then nothing has happened.
        } catch is NotFound {}
        try await check(table)
    }

    private static let units = ["police", "housing", "labour", "traffic"]

    private mutating func act(at table: Whistled, _ desk: WhistleDesk) async throws {
        let whistles = try await table.told()
        let dispatcher = table.walk.dispatcher
        guard let whistle = whistles.last(where: \.isOpen) else {
            let kind = dice.within(0...1) == 1 ? "emergency" : "normal"
            let count = Int(dice.within(2...4))
            _ = try await desk.blow(
                table.order(Array(Self.units.prefix(count)), kind: kind),
                on: table.walk.id,
                by: dispatcher,
                operation: sample.operation()
            )
            return
        }
        switch dice.within(1...30) {
        case 1:
            _ = try await desk.withdraw(
                whistle.id,
                because: "已经谈妥",
                by: dispatcher,
                operation: sample.operation()
            )
        case 2...3:
            let unit = Self.units[Int(dice.within(0...3))]
            _ = try await desk.callMore(
                [.init(unit: try sample.unit(unit), purpose: "补充")],
                to: whistle.id,
                by: dispatcher,
                operation: sample.operation()
            )
        default: try await move(in: whistle, at: table, desk)
        }
    }

    private mutating func move(
        in whistle: Whistle,
        at table: Whistled,
        _ desk: WhistleDesk
    ) async throws {
        let call = whistle.calls[Int(dice.within(0...Int64(whistle.calls.count - 1)))]
        let moves = WhistleCall.Move.allCases.filter { $0 != .rise && $0 != .withdraw }
        let move = moves[Int(dice.within(0...Int64(moves.count - 1)))]
        let code = sample.town.unit(call.unit)?.code ?? ""
        let people = [table.walk.dispatcher, table.walk.director, try table.liaison(code)]
        for viewer in people {
            do {
                _ = try await desk.move(
                    call.id,
                    move,
                    WhistleWords("说明", presence: move.needsPresence ? .link : nil),
                    by: viewer,
                    operation: sample.operation()
                )
                return
            } catch is NotFound {}
        }
    }

    /// The copy is what the entries say, and the entries keep the rules.
    private func check(_ table: Whistled) async throws {
        let (told, kept) = (try await table.told(), try await table.kept())
        #expect(kept == Whistled.lines(told))
    }

    func check(_ houses: TwoHouses) async throws {
        while try await WhistleDesk(house: houses.other).raise().isMore {}
        #expect(deaths > 0)
        var rises = 0
        for table in tables {
            try await check(table)
            let entries = try await entries(of: table)
            rises += entries.filter { $0.act == .whistleRisen }.count
            #expect(PlainSilence.faults(in: entries, by: sample.clock.now) == [])
        }
        #expect(rises > 0)
    }

    private func entries(of table: Whistled) async throws -> [Entry] {
        try await sample.house.look { turn in
            try turn.house.timeline.entries(of: .matter(table.walk.id), in: turn.tx)
        }
    }
}
