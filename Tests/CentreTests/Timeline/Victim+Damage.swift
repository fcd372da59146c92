import Storage

@testable import Centre

extension Victim {
    func suffer(_ damage: Damage, of house: SealedHouse, in tx: Transaction) throws {
        switch damage {
        case .column(let name): try change(column: name, in: tx)
        case .positionMoved: try move(place, to: place + 100, in: tx)
        case .chainMoved:
            try tx.run(
                """
                UPDATE entries SET chain = \(stray)
                WHERE chain = \(matter) AND position = \(place)
                """
            )
        case .deleted: try delete(place...place, in: tx)
        case .runDeleted: try delete(5...9, in: tx)
        case .swapped: try swap(3, 11, in: tx)
        case .neighboursSwapped: try swap(19, 20, in: tx)
        case .cutShort: try delete(16...Self.length, in: tx)
        case .cutShortWithHead:
            try delete(16...Self.length, in: tx)
            let end = try entry(15, in: tx)
            try setHead("position = 15, hash = \(try hash(of: end))", in: tx)
        case .headHash: try setHead("hash = \(stray)", in: tx)
        case .headSeal: try setHead("seal = \(stray)", in: tx)
        case .headKind: try setHead("kind = 'concern'", in: tx)
        case .headPosition: try setHead("position = position + 1", in: tx)
        case .headDeleted: try tx.run("DELETE FROM chain_heads WHERE chain = \(matter)")
        case .entriesDeleted: try delete(1...Self.length, in: tx)
        case .allDeleted:
            try delete(1...Self.length, in: tx)
            try tx.run("DELETE FROM chain_heads WHERE chain = \(matter)")
        case .begunAnew: try beginAnew(in: house, tx)
        case .added: try add(in: tx)
        case .forged: try forge(place...place, in: tx)
        case .lastForged: try forge(Self.length...Self.length, in: tx)
        case .tailForged: try forge(15...Self.length, in: tx)
        }
    }

    private func change(column: String, in tx: Transaction) throws {
        let value: SQL =
            switch column {
            case "at": "at + 1"
            case "actor_kind": "'resident'"
            case "actor_role": "'director'"
            case "act": "'matterClosed'"
            case "facts": "'{}'"
            case "digest": "'sm3'"
            default: "\(stray)"
            }
        try tx.run(
            """
            UPDATE entries SET \(SQL(trusted: column)) = \(value)
            WHERE chain = \(matter) AND position = \(place)
            """
        )
    }

    private func setHead(_ change: SQL, in tx: Transaction) throws {
        try tx.run("UPDATE chain_heads SET \(change) WHERE chain = \(matter)")
    }

    private func move(_ place: Int, to other: Int, in tx: Transaction) throws {
        try tx.run(
            """
            UPDATE entries SET position = \(other)
            WHERE chain = \(matter) AND position = \(place)
            """
        )
    }

    private func swap(_ one: Int, _ other: Int, in tx: Transaction) throws {
        try move(one, to: 1_000_000, in: tx)
        try move(other, to: one, in: tx)
        try move(1_000_000, to: other, in: tx)
    }

    private func delete(_ places: ClosedRange<Int>, in tx: Transaction) throws {
        try tx.run(
            """
            DELETE FROM entries WHERE chain = \(matter)
                AND position BETWEEN \(places.lowerBound) AND \(places.upperBound)
            """
        )
    }

    private func entry(_ place: Int, in tx: Transaction) throws -> Entry? {
        try TimelineRecords.entries(of: .matter(matter), in: tx).first { $0.position == place }
    }

    private func hash(of entry: Entry?) throws -> [UInt8] {
        guard let entry else { throw NotFound() }
        return entry.hash
    }

    /// The house goes on writing after everything it had written was taken away.
    private func beginAnew(in house: SealedHouse, _ tx: Transaction) throws {
        try delete(1...Self.length, in: tx)
        try tx.run("DELETE FROM chain_heads WHERE chain = \(matter)")
        try house.timeline.record(
            .matterSuspended,
            on: .matter(matter),
            by: .system("test"),
            at: SealedHouse.noon,
            world: house.world,
            in: tx
        )
    }

    private func add(in tx: Transaction) throws {
        guard let last = try entry(Self.length, in: tx) else { throw NotFound() }
        let draft = Entry.Draft(
            .matterClosed,
            on: .matter(matter),
            by: last.actor,
            at: last.at,
            matter: matter
        )
        let world = World(now: { SealedHouse.noon }, random: World.real.random)
        try TimelineRecords.add([Entry(draft, after: ChainEnd(last), world: world)], in: tx)
    }

    /// Rewrites entries with hashes that fit, as one who has read the program would.
    private func forge(_ places: ClosedRange<Int>, in tx: Transaction) throws {
        let entries = try TimelineRecords.entries(of: .matter(matter), in: tx)
        var end =
            entries.last { $0.position < places.lowerBound }.map { ChainEnd($0) } ?? .beginning
        let world = World(now: { SealedHouse.noon }, random: World.real.random)
        try delete(places, in: tx)
        for entry in entries where places.contains(entry.position) {
            var draft = entry.draft
            draft.facts["outcome"] = "another"
            let forged = Entry(draft, after: end, world: world)
            try TimelineRecords.add([forged], in: tx)
            end = ChainEnd(forged)
        }
    }
}
