import Storage

/// An entry as it stands in the store, column by column and not yet believed.
struct EntryRecord: Sendable {
    let chain: [UInt8]
    let position: Int
    let hash: Value
    let previous: Value
    /// Everything else, in the order of ``columns``.
    let content: [Value]

    static let columns: SQL = """
        chain, position, hash, previous, id, at, actor_kind, actor, actor_role, act, matter, \
        concern, assignment, facts, digest
        """

    init(_ row: Row) throws {
        chain = try row[0]
        position = try row[1]
        hash = row.values[2]
        previous = row.values[3]
        content = Array(row.values.dropFirst(4))
    }

    init(
        chain: [UInt8],
        position: Int,
        hash: Value = .null,
        previous: Value,
        content: [Value]
    ) {
        self.chain = chain
        self.position = position
        self.hash = hash
        self.previous = previous
        self.content = content
    }

    var id: Value { content[0] }
    var act: Value { content[5] }

    /// The hash this entry has at a place: its own, or one it may have been taken from.
    func hash(as kind: Chain.Kind, chain: [UInt8]? = nil, position: Int? = nil) -> [UInt8] {
        var bytes = CanonicalBytes("maplebridge.entry/1")
        bytes.add(kind.stored)
        bytes.add(.bytes(chain ?? self.chain))
        bytes.add(.integer(Int64(position ?? self.position)))
        bytes.add(previous)
        for value in content { bytes.add(value) }
        return Digest.sha256.hash(bytes.bytes)
    }
}

extension EntryRecord {
    /// The entry, once someone wants to read it.
    func entry(kind: Chain.Kind) throws -> Entry {
        let actor = try Actor(
            kind: Actor.Kind(stored: content[2]),
            identity: [UInt8](stored: content[3]),
            role: Role?(stored: content[4])
        )
        return Entry(
            id: try ID(stored: content[0]),
            chain: Chain(kind: kind, id: chain),
            position: position,
            at: try Moment(stored: content[1]),
            actor: actor,
            act: try Act(stored: content[5]),
            matter: try ID<Matter>?(stored: content[6]),
            concern: try ID<Concern>?(stored: content[7]),
            assignment: try ID<Assignment>?(stored: content[8]),
            facts: try Facts.read(try String(stored: content[9])),
            digest: try Digest(stored: content[10]),
            previous: try [UInt8](stored: previous),
            hash: try [UInt8](stored: hash)
        )
    }
}

extension Entry {
    /// Gives the draft its place after the end of its chain.
    init(_ draft: Draft, after end: ChainEnd, world: World) {
        // A forged end may be the last number there is: the schema then refuses what comes round.
        let position = end.position &+ 1
        let id: ID<Entry> = ID(at: world.now(), random: PlaceDice(position, world.random))
        let content = Self.content(of: draft, id: id)
        let record = EntryRecord(
            chain: draft.chain.id,
            position: position,
            previous: end.hash.stored,
            content: content
        )
        self.init(
            id: id,
            chain: draft.chain,
            position: position,
            at: draft.at,
            actor: draft.actor,
            act: draft.act,
            matter: draft.matter,
            concern: draft.concern,
            assignment: draft.assignment,
            facts: draft.facts,
            digest: .sha256,
            previous: end.hash,
            hash: record.hash(as: draft.chain.kind)
        )
    }

    var draft: Draft {
        Draft(
            act,
            on: chain,
            by: actor,
            at: at,
            matter: matter,
            concern: concern,
            assignment: assignment,
            facts: facts
        )
    }

    static func content(of draft: Draft, id: ID<Entry>) -> [Value] {
        let actor = draft.actor.columns
        return [
            id.stored, draft.at.stored, actor.kind.stored, actor.identity.stored,
            actor.role.stored, draft.act.stored, draft.matter.stored, draft.concern.stored,
            draft.assignment.stored, Facts.text(draft.facts).stored, Digest.sha256.stored,
        ]
    }
}

/// Random bits for an entry's id that begin with its place on the chain: entries of one
/// millisecond are then told in the order they were written.
private struct PlaceDice: RandomNumberGenerator {
    private var place: UInt64?
    private let random: @Sendable (Int) -> [UInt8]

    init(_ position: Int, _ random: @escaping @Sendable (Int) -> [UInt8]) {
        place = UInt64(position)
        self.random = random
    }

    mutating func next() -> UInt64 {
        if let place {
            self.place = nil
            return place
        }
        return random(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
