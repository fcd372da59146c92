import Storage

/// Empties the outbox: what a change ordered to be told is written down for those who are told.
///
/// A row is taken out in the transaction that writes its notices, so that it is delivered once,
/// however many processes work and whenever one of them stops.
package struct OutboxDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// What one round came to.
    package struct Round: Sendable, Equatable {
        package var delivered = 0
        package var putOff = 0
        /// Given up after so many attempts; they stay, for a person to look at.
        package var dead = 0

        package var taken: Int { delivered + putOff + dead }
    }

    /// Delivers what is due, a batch a transaction; one that fails harms no other.
    /// - Returns: fewer than the limit when nothing more is due.
    package func deliver(limit: Int = 50) async throws -> Round {
        let isDue = try await house.database.read { [house] tx in
            try OutboxRow.isAnyDue(at: house.world.now(), in: tx)
        }
        guard isDue else { return Round() }
        return try await house.database.write(.onLockedRow) { [house] tx in
            let turn = house.turn(in: tx)
            var round = Round()
            for taken in try OutboxRow.take(at: turn.at, limit: limit, in: tx) {
                try deliver(taken, in: turn, &round)
            }
            return round
        }
    }

    private func deliver(_ taken: OutboxRow.Taken, in turn: Turn, _ round: inout Round) throws {
        do {
            try turn.tx.savepoint {
                let row = try taken.read()
                if row.kind.tellsMembers, let further = try row.tellMembers(in: turn) {
                    try taken.goOn(with: further, in: turn.tx)
                } else {
                    if !row.kind.tellsMembers { try row.deliver(in: turn) }
                    try taken.remove(in: turn.tx)
                }
            }
            round.delivered += 1
        } catch let error as StorageError where error.isPassing {
            throw error
        } catch {
            let outlook = OutboxRow.outlook(afterAttempts: taken.attempts + 1, at: turn.at)
            try taken.put(outlook, because: Undelivered(error), at: turn.at, in: turn.tx)
            if outlook == .dead { round.dead += 1 } else { round.putOff += 1 }
        }
    }

    /// How long notices are kept; the timeline keeps what they told of.
    package static let daysNoticesAreKept = 366

    /// Forgets old notices, and what went out with them, a batch of each a transaction.
    /// - Returns: how many were forgotten; fewer than the limit when none is left.
    package func forgetNotices(limit: Int = 500) async throws -> Int {
        try await house.database.write { [house] tx in
            let horizon = house.world.now().adding(hours: -24 * Self.daysNoticesAreKept)
            let messages = try MessageRecords.forget(
                before: .first(at: horizon),
                limit: limit,
                in: tx
            )
            let notices = try NoticeRecords.forget(
                before: .first(at: horizon),
                limit: limit,
                in: tx
            )
            return max(messages, notices)
        }
    }
}

extension StorageError {
    /// The store's trouble and not the row's: the whole round is tried again.
    var isPassing: Bool {
        switch self {
        case .unavailable, .conflict, .outcomeUnknown: true
        case .constraint, .unreadable, .statement: false
        }
    }
}
