package import Storage

extension Timeline {
    /// Walks one chain or all of them and names whatever is not as it was written.
    ///
    /// The store may be at work meanwhile; memory does not grow with the number of entries.
    package func verify(
        _ database: any Database,
        chain: Chain? = nil,
        batchSize: Int = 2000,
        progress: @Sendable (_ entries: Int) -> Void = { _ in }
    ) async throws -> Verification {
        let range = chain.map { ChainRange(first: $0.id, last: $0.id) } ?? .all
        var walk = TimelineWalk(keys: keys)
        var cursor = VerificationBatch.Cursor(chain: range.first, position: 0)
        var isDone = false
        while !isDone {
            let from = cursor
            let batch = try await database.read { tx in
                try VerificationRecords.batch(after: from, in: range, limit: batchSize, tx)
            }
            walk.take(batch)
            cursor = batch.cursor
            isDone = batch.isLast
            progress(walk.entries)
        }
        if let chain {
            if walk.entries == 0, walk.doubts.isEmpty { walk.lost(chain) }
        } else {
            try await findLostChains(database, batchSize: batchSize, in: &walk)
        }
        return walk.verification()
    }

    private func findLostChains(
        _ database: any Database,
        batchSize: Int,
        in walk: inout TimelineWalk
    ) async throws {
        for owner in ChainOwner.allCases {
            var last: [UInt8] = []
            while true {
                let from = last
                let found = try await database.read { tx in
                    try VerificationRecords.owners(owner, after: from, limit: batchSize, in: tx)
                }
                guard let found else { break }
                for id in found.chainless { walk.lost(Chain(kind: owner.kind, id: id)) }
                last = found.last
            }
        }
    }
}
