import Storage

/// One chain as the walk goes along it, entry by entry.
struct ChainRun {
    let id: [UInt8]
    private(set) var head: HeadRecord?
    private var headHolds = false
    private var kind: Chain.Kind?
    private var anyFits = false
    private var last: Step?
    private var doubts: [Doubt] = []

    /// The entry before, and whether it was as it should be.
    private struct Step {
        let record: EntryRecord
        let isSound: Bool
    }

    init(_ id: [UInt8]) {
        self.id = id
    }

    /// A chain may grow while it is walked: each batch brings the end as it was then.
    mutating func take(_ head: HeadRecord, keys: HouseKeys) {
        self.head = head
        headHolds = head.holds(under: keys)
    }

    mutating func check(_ record: EntryRecord) {
        let fits = fits(record)
        if let head, headHolds, record.position > head.end.position {
            return doubt(.extra, record)
        }
        let expected = (last?.record.position ?? 0) + 1
        if record.position > expected {
            missing(from: expected, through: record.position - 1)
        } else if let last, last.isSound, fits, record.previous != last.record.hash {
            // The one after vouches for the one before, which fits itself and was made anew.
            doubt(.edited, last.record)
        }
        if !fits {
            doubt(.edited, record)
        } else if record.position == 1, !isBeginning(record) {
            doubt(.begunAnew, record)
        }
        last = Step(record: record, isSound: fits)
    }

    /// What is wrong with the chain, now that its last entry has been seen.
    func close() -> [Doubt] {
        guard let head else { return closeHeadless() }
        guard headHolds else {
            return doubts + [Doubt(.sealBroken, chain, at: head.end.position)]
        }
        return doubts + doubtsAboutEnd(head)
    }

    /// What is wrong with a chain of which only the end is left.
    func closeEmpty() -> [Doubt] {
        guard let head else { return [] }
        return [Doubt(.chainMissing, chain, at: 1, through: max(1, head.end.position))]
    }

    private func doubtsAboutEnd(_ head: HeadRecord) -> [Doubt] {
        let reached = last?.record.position ?? 0
        if reached < head.end.position {
            return [Doubt(.missing, chain, at: reached + 1, through: head.end.position)]
        }
        guard let last, last.isSound, last.record.hash != .bytes(head.end.hash) else { return [] }
        return [Doubt(.headDiffers, chain, at: reached, record: last.record)]
    }

    /// Entries none of which fits were carried here from elsewhere: no chain has lost its end.
    private func closeHeadless() -> [Doubt] {
        guard !anyFits else {
            let end = Doubt(.headMissing, chain, at: last?.record.position ?? 1)
            return doubts + [end]
        }
        return doubts.compactMap { doubt in
            doubt.record.map { Doubt(.extra, chain, at: doubt.position, record: $0) }
        }
    }

    private mutating func doubt(_ kind: BrokenLink.Kind, _ record: EntryRecord) {
        doubts.append(Doubt(kind, chain, at: record.position, record: record))
    }

    private mutating func missing(from first: Int, through last: Int) {
        doubts.append(Doubt(.missing, chain, at: first, through: last))
    }
}

extension ChainRun {
    /// Where no head tells what the chain is about, its first sound entry does.
    private mutating func fits(_ record: EntryRecord) -> Bool {
        let likely = [kind, head?.knownKind].compactMap(\.self)
        let others = anyFits ? [] : Chain.Kind.allCases.filter { !likely.contains($0) }
        for candidate in likely + others where record.hash == .bytes(record.hash(as: candidate)) {
            kind = candidate
            anyFits = true
            return true
        }
        return false
    }

    private func isBeginning(_ record: EntryRecord) -> Bool {
        guard let kind else { return false }
        return kind.beginnings.contains { $0.stored == record.act }
    }

    private var chain: Chain {
        Chain(kind: kind ?? head?.knownKind ?? last?.record.likelyKind ?? .house, id: id)
    }
}

extension EntryRecord {
    fileprivate var likelyKind: Chain.Kind {
        if content[6] == .bytes(chain) { return .matter }
        return content[7] == .bytes(chain) ? .concern : .officer
    }
}
