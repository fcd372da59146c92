/// The walk over all chains in the order of the store.
///
/// It is given batches, holds one chain's state, and keeps nothing of what was sound.
struct TimelineWalk {
    let keys: HouseKeys
    private(set) var entries = 0
    private(set) var chains = 0
    private(set) var unnamed = 0
    private(set) var doubts: [Doubt] = []
    private var run: ChainRun?
    /// The last chain that is done with.
    private var done: [UInt8]?

    init(keys: HouseKeys) {
        self.keys = keys
    }

    mutating func take(_ batch: VerificationBatch) {
        var heads = batch.heads.drop { head in
            done.map { !$0.lexicographicallyPrecedes(head.chain) } ?? false
        }
        if let id = run?.id, let head = heads.first, head.chain == id {
            run?.take(heads.removeFirst(), keys: keys)
        }
        for record in batch.entries {
            if record.chain != run?.id { begin(record.chain, &heads) }
            run?.check(record)
            entries += 1
        }
        if batch.isLast || !heads.isEmpty { closeRun() }
        for head in heads { lost(head) }
    }

    mutating func lost(_ chain: Chain) {
        note([Doubt(.chainMissing, chain, at: 1)])
    }

    func verification() -> Verification {
        Verification(
            entries: entries,
            chains: chains,
            findings: doubts.tellingSwaps().map(\.link),
            unnamed: unnamed
        )
    }

    private mutating func begin(_ chain: [UInt8], _ heads: inout ArraySlice<HeadRecord>) {
        closeRun()
        while let head = heads.first, head.chain.lexicographicallyPrecedes(chain) {
            lost(heads.removeFirst())
        }
        run = ChainRun(chain)
        if let head = heads.first, head.chain == chain {
            run?.take(heads.removeFirst(), keys: keys)
        }
    }

    private mutating func closeRun() {
        guard let run else { return }
        note(run.close())
        chains += 1
        done = run.id
        self.run = nil
    }

    /// An end without a single entry.
    private mutating func lost(_ head: HeadRecord) {
        var run = ChainRun(head.chain)
        run.take(head, keys: keys)
        note(run.closeEmpty())
        done = head.chain
    }

    private mutating func note(_ found: [Doubt]) {
        let room = max(0, Verification.most - doubts.count)
        doubts += found.prefix(room)
        unnamed += max(0, found.count - room)
    }
}
