import Storage

extension WhistleDesk {
    /// Lets the silence of units go up whose moment has come.
    ///
    /// What is due is found from an index on the next moment of each silent call, however many
    /// calls there are and however long the house was closed. A matter is looked at in the
    /// transaction that locks it, writes the entries and the next moments: of two processes one
    /// finds something to do, and one that is killed leaves it as it was. A matter that cannot be
    /// read holds up no other; its error is thrown when the others are done.
    /// - Returns: how many rungs were told, and whether more may be due.
    @discardableResult
    package func raise(limit: Int = 100) async throws -> (raised: Int, isMore: Bool) {
        let matters = try await house.database.read { [house] tx in
            try WhistleRecords.silent(at: house.world.now(), limit: limit, in: tx)
        }
        var raised = 0
        var trouble: (any Error)?
        for matter in matters {
            do {
                raised += try await raise(matter)
            } catch {
                trouble = error
            }
        }
        if let trouble { throw trouble }
        return (raised, raised > 0)
    }

    private func raise(_ id: ID<Matter>) async throws -> Int {
        try await house.database.write(.onLockedRow) { [house] tx in
            var file = try File.open(id, in: house.turn(in: tx))
            let raised = try file.raiseSilence(isTold: true)
            if raised > 0 { try file.save(isTouched: false) }
            return raised
        }
    }
}
