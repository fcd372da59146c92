import Storage

/// A finding while the walk goes on: it may still turn out that the entry belongs elsewhere.
struct Doubt: Sendable {
    var kind: BrokenLink.Kind
    let chain: Chain
    let position: Int
    let through: Int
    let record: EntryRecord?

    init(
        _ kind: BrokenLink.Kind,
        _ chain: Chain,
        at position: Int,
        through: Int? = nil,
        record: EntryRecord? = nil
    ) {
        self.kind = kind
        self.chain = chain
        self.position = position
        self.through = through ?? position
        self.record = record
    }

    var link: BrokenLink {
        BrokenLink(kind, chain, at: position, through: through, entry: record?.knownID)
    }
}

extension [Doubt] {
    /// Entries that fit the place of another finding were moved, not edited.
    ///
    /// Only so many are tried against so many places: past that the store is not damaged but
    /// replaced.
    func tellingSwaps(tried: Int = 500, places most: Int = 1000) -> [Doubt] {
        let places = flatMap(\.places).prefix(most)
        var left = tried
        return map { doubt in
            guard let record = doubt.record, left > 0 else { return doubt }
            left -= 1
            guard places.contains(where: { record.belongs(on: $0.chain, at: $0.position) }) else {
                return doubt
            }
            var told = doubt
            told.kind = .swapped
            return told
        }
    }
}

extension Doubt {
    fileprivate var places: [(chain: Chain, position: Int)] {
        (0...min(through - position, 100)).map { (chain, position + $0) }
    }
}

extension EntryRecord {
    func belongs(on chain: Chain, at position: Int) -> Bool {
        guard chain.id != self.chain || position != self.position else { return false }
        return hash == .bytes(hash(as: chain.kind, chain: chain.id, position: position))
    }

    var knownID: ID<Entry>? {
        guard case .bytes(let bytes) = id, bytes.count == 16 else { return nil }
        do { return try ID(bytes: bytes) } catch { return nil }
    }
}
