package import Storage

/// The centre's memory: writes entries onto their chains, in the transaction of the change they
/// tell of, and reads them again.
package struct Timeline: Sendable {
    let keys: HouseKeys

    package init(keys: HouseKeys) {
        self.keys = keys
    }

    /// Writes one entry at the end of its chain.
    ///
    /// The head goes first: of two writers on one chain the later one waits at the head's row and
    /// is told that it lost the race, instead of breaking the rule of one entry a position.
    @discardableResult
    package func record(
        _ act: Act,
        on chain: Chain,
        by actor: Actor,
        at: Moment,
        matter: ID<Matter>? = nil,
        concern: ID<Concern>? = nil,
        assignment: ID<Assignment>? = nil,
        facts: [String: String] = [:],
        world: World,
        in tx: Transaction
    ) throws -> Entry {
        let draft = Entry.Draft(
            act,
            on: chain,
            by: actor,
            at: at,
            matter: matter,
            concern: concern,
            assignment: assignment,
            facts: facts
        )
        return try record(draft, world: world, in: tx)
    }

    @discardableResult
    package func record(_ draft: Entry.Draft, world: World, in tx: Transaction) throws -> Entry {
        let head = try TimelineRecords.head(of: draft.chain, in: tx)
        let end = try end(of: draft.chain, head: head, in: tx)
        let entry = Entry(draft, after: end, world: world)
        try TimelineRecords.put(nextHead(entry, after: head), in: tx)
        try TimelineRecords.add([entry], in: tx)
        return entry
    }

    /// Makes the entries of chains that do not exist yet, without looking any of them up.
    package func chainUp(_ drafts: [Entry.Draft], world: World) -> [Entry] {
        var ends: [Chain: ChainEnd] = [:]
        return drafts.map { draft in
            let entry = Entry(draft, after: ends[draft.chain] ?? .beginning, world: world)
            ends[draft.chain] = ChainEnd(entry)
            return entry
        }
    }

    /// Writes what ``chainUp(_:world:)`` made, many rows a statement.
    package func write(_ entries: [Entry], in tx: Transaction) throws {
        var last: [Chain: Entry] = [:]
        for entry in entries { last[entry.chain] = entry }
        try TimelineRecords.put(last.values.map { ChainHead($0, sealedBy: keys) }, in: tx)
        try TimelineRecords.add(entries, in: tx)
    }

    /// A head that is not as it was sealed is no ground to go on from: the entries themselves say
    /// where the chain ends, so that work goes on beside the damage.
    private func end(of chain: Chain, head: ChainHead?, in tx: Transaction) throws -> ChainEnd {
        guard let head else { return .beginning }
        guard head.holds(under: keys) else {
            return try TimelineRecords.last(of: chain, in: tx) ?? .beginning
        }
        return head.end
    }

    /// A broken seal is carried on and never mended here, or the next entry would wipe the trace.
    private func nextHead(_ entry: Entry, after head: ChainHead?) -> ChainHead {
        if let head, !head.holds(under: keys) {
            return ChainHead(chain: entry.chain, end: ChainEnd(entry), seal: head.seal)
        }
        return ChainHead(entry, sealedBy: keys)
    }
}

extension Timeline {
    /// The whole chain in order.
    package func entries(of chain: Chain, in tx: Transaction) throws -> [Entry] {
        try TimelineRecords.entries(of: chain, in: tx)
    }

    /// One chain of any length, a page at a time, newest last.
    package func page(
        of chain: Chain,
        afterPosition position: Int = 0,
        limit: Int,
        in tx: Transaction
    ) throws -> [Entry] {
        try TimelineRecords.page(of: chain, after: position, limit: limit, in: tx)
    }

    /// Where a page of several chains ended.
    package struct Mark: Sendable, Equatable {
        package let at: Moment
        package let id: ID<Entry>

        package init(at: Moment, id: ID<Entry>) {
            self.at = at
            self.id = id
        }

        package init(_ entry: Entry) {
            self.init(at: entry.at, id: entry.id)
        }
    }

    /// The chains of one matter and its concerns told as one story, newest last.
    package func page(
        of chains: [Chain],
        after mark: Mark? = nil,
        limit: Int,
        in tx: Transaction
    ) throws -> [Entry] {
        try TimelineRecords.page(of: chains, after: mark, limit: limit, in: tx)
    }
}
