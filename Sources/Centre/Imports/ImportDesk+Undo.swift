import Storage

extension ImportDesk {
    /// Concerns swept in one transaction.
    static let sweptAtOnce = 100

    /// Takes a whole import back: its concerns, their matters, words, clocks and contacts are gone
    /// as if they had never come; the entries stay.
    ///
    /// All of it leaves the board in one transaction, and is then swept; killed in between, the
    /// same call goes on.
    /// - Returns: how many concerns were swept by this call.
    /// - Throws: ``ImportRefusal/inHand(count:numbers:)`` when the centre has begun to work on
    ///   any of it; nothing is changed then.
    @discardableResult
    package func undo(
        _ batch: ID<ImportBatch>,
        by grantor: Grantor,
        progress: @Sendable (_ done: Int) -> Void = { _ in }
    ) async throws -> Int {
        let actor = try grantor.actor(for: .importConcerns)
        try await takeOffTheBoard(batch, by: actor)
        var swept = 0
        while true {
            let count = try await house.database.write { tx in
                try ImportSweep(of: batch, limit: Self.sweptAtOnce, in: tx).run()
            }
            guard count > 0 else { break }
            swept += count
            progress(swept)
        }
        try await house.database.write { tx in
            try ImportBatch.markSwept(batch, at: house.world.now(), in: tx)
        }
        return swept
    }

    private func takeOffTheBoard(_ id: ID<ImportBatch>, by actor: Actor) async throws {
        try await house.database.write(.queueing(at: "import_batches")) { tx in
            let turn = house.turn(in: tx)
            let batch = try ImportBatch.find(id, in: tx)
            guard batch.sweptAt == nil else { throw ImportRefusal.undoneAlready }
            guard batch.undoneAt == nil else { return }
            let inHand = try ImportBatch.inHand(id, in: tx)
            guard inHand.isEmpty else {
                throw ImportRefusal.inHand(
                    count: inHand.count,
                    numbers: Array(inHand.prefix(10))
                )
            }
            let concerns = try ImportBatch.takeOffTheBoard(id, at: turn.at, in: tx)
            try turn.note(.importUndone, of: id, by: actor, ["concerns": "\(concerns)"])
        }
    }
}
