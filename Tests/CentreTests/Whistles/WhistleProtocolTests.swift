import Testing

@testable import Centre

/// The whole protocol, walked: docs/whistle-protocol.md says what is held here.
@Suite struct `A whistle of up to four units, in every order of moves` {
    static let whole: Result<Exploration, any Error> = Result {
        try Exploration(units: 4, ordered: false)
    }

    private func explored() throws -> Exploration { try Self.whole.get() }

    @Test func `loses no answer, moves no other part, and keeps what has ended`() throws {
        let found = try explored()
        #expect(found.broken == [])
        let ways = found.ways.reduce(0) { $0 + $1.count }
        print(
            """
            whistle of up to four units: \(found.states.count) states up to the order of the \
            units, which stand for \(found.orders), and \(ways) moves between them
            """
        )
        #expect(found.orders > 100_000)
    }

    @Test func `never stands still: whoever's turn it is has a move`() throws {
        for whistle in try explored().states where whistle.isOpen {
            for call in whistle.calls {
                let rights = WhistleCall.machine.steps(from: call.state).compactMap(\.right)
                switch call.waits {
                case .unit: #expect(rights.contains(.answerWhistle))
                case .centre: #expect(rights.contains(.whistle))
                case .director: #expect(rights.contains(.ruleWhistle))
                case .nobody: #expect(call.state.isEnd)
                }
            }
        }
    }

    @Test func `leaves no part behind: from everywhere it comes to its end`() throws {
        let found = try explored()
        let all = Set(found.states.indices)
        #expect(found.reaching({ !$0.isOpen }, by: { _, _ in true }) == all)
        // The units alone and the director, without anything being taken back.
        let forward = found.reaching({ !$0.isOpen }, by: { _, step in !Self.takesBack(step) })
        #expect(forward == all)
        // Units that never say a word hold up nobody.
        let silent = found.reaching({ !$0.isOpen }, by: Self.isTheCentres)
        #expect(silent == all)
    }

    private static func takesBack(_ step: Exploration.Step) -> Bool {
        if case .move(_, .withdraw) = step { return true }
        return step == .withdrawAll
    }

    private static func isTheCentres(_ whistle: Whistle, _ step: Exploration.Step) -> Bool {
        guard !takesBack(step), case .move(let place, let move) = step else { return false }
        return WhistleCall.machine.steps(from: whistle.calls[place].state)
            .contains { $0.step == move && $0.right != .answerWhistle }
    }

    @Test func `reaches every mix of ends`() throws {
        let ends: [WhistleCall.State] = [.done, .excused, .withdrawn]
        let wanted = (1...4).flatMap { units in mixes(of: ends, units) }
        let reached = Set(
            try explored().states.filter { !$0.isOpen }.map { whistle in
                whistle.calls.map(\.state.rawValue).sorted()
            }
        )
        #expect(wanted.count == 3 + 6 + 10 + 15)
        for mix in wanted { #expect(reached.contains(mix.map(\.rawValue).sorted())) }
        #expect(reached.count == wanted.count)
    }

    private func mixes(of ends: [WhistleCall.State], _ units: Int) -> [[WhistleCall.State]] {
        guard units > 0 else { return [[]] }
        return ends.indices.flatMap { place in
            mixes(of: Array(ends[place...]), units - 1).map { [ends[place]] + $0 }
        }
    }

    @Test func `lets silence rise twice and an answer never`() throws {
        let found = try explored()
        for (place, whistle) in found.states.enumerated() {
            let rising = found.ways[place].compactMap { way -> Int? in
                if case .move(let call, .rise) = way.step { return call }
                return nil
            }
            for (number, call) in whistle.calls.enumerated() {
                #expect(call.risen.count <= 2)
                let rises = call.state.isSilent && call.risen.count < 2
                #expect(rising.contains(number) == rises)
                #expect((call.nextRise != nil) == rises)
            }
        }
    }

    @Test func `hears both sides of every part that was called for good`() throws {
        let found = try explored()
        let all = Set(found.states.indices)
        let heard = found.reaching(
            { whistle in
                !whistle.isOpen
                    && whistle.calls.allSatisfy { call in
                        call.justification != nil
                            && (call.state == .withdrawn || call.reception != nil)
                    }
            },
            by: { _, _ in true }
        )
        #expect(heard == all)
        for whistle in found.states where whistle.isOpen {
            #expect(whistle.calls.allSatisfy { $0.reception == nil && $0.justification == nil })
        }
    }

    /// The order of the units changes nothing: what is walked without it is what is walked with it.
    @Test(arguments: [1, 2, 3])
    func `is the same whichever unit is named first`(units: Int) throws {
        let ordered = try Exploration(units: units, ordered: true)
        let unordered = try Exploration(units: units, ordered: false)
        #expect(ordered.broken == [])
        #expect(Set(ordered.keys.map { $0.sorted() }) == unordered.keys)
        #expect(ordered.states.count == unordered.orders)
    }
}
