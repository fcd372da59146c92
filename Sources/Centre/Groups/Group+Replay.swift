import Storage

extension Group {
    /// The group of a matter from what happened to it; nil where there is none.
    ///
    /// What was entered was lawful then; an entry the rules do not take is of a broken chain, which
    /// `verify` finds, and moves nothing.
    package static func replay(_ entries: [Entry]) -> Group? {
        var group: Group?
        for entry in entries {
            if entry.act == .groupOpened {
                group = group ?? Group(openedAt: entry.at)
            } else if let before = group {
                group = before.following(entry)
            }
        }
        return group
    }

    private func following(_ entry: Entry) -> Group {
        var next = self
        do {
            try next.follow(entry)
            return next
        } catch {
            return self
        }
    }

    private mutating func follow(_ entry: Entry) throws(GroupRefusal) {
        let facts = entry.facts
        switch entry.act {
        case .membersEntered:
            try enter(facts.whole("count"), claiming: facts.money("total"))
        case .memberSumSet:
            try correct(from: facts.money("before"), to: facts.money("after"))
        case .representativesNamed: try name(facts.serials("members"))
        case .groupPaid:
            guard let id = facts["batch"].flatMap({ ID<Batch>($0) }) else { return }
            try pay(
                Batch(
                    id: id,
                    serial: facts.whole("serial"),
                    lines: facts.whole("count"),
                    total: facts.money("total"),
                    digest: facts["lines.digest"] ?? ""
                )
            )
        default: return
        }
    }
}

extension [String: String] {
    fileprivate func whole(_ name: String) -> Int { self[name].flatMap { Int($0) } ?? 0 }

    fileprivate func money(_ name: String) -> Money {
        Money(fen: self[name].flatMap { Int64($0) } ?? 0)
    }

    func serials(_ name: String) -> [Int] {
        (self[name] ?? "").split(separator: ",").compactMap { Int($0) }
    }
}

/// One sum of a batch or a list, by the serial number of its member.
struct GroupLine: Sendable, Equatable {
    let serial: Int
    let fen: Int64
}

extension [GroupLine] {
    var total: Money { Money(fen: reduce(0) { $0 + $1.fen }) }

    /// The same lines in any order give the same digest, and no line can be changed under it.
    var digest: String {
        var bytes = CanonicalBytes("maplebridge.groupLines/1")
        for line in sorted(by: { $0.serial < $1.serial }) {
            bytes.add(.integer(Int64(line.serial)))
            bytes.add(.integer(line.fen))
        }
        return sealedDigest(bytes.bytes)
    }
}
