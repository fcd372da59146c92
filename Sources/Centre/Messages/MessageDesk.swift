import Storage

/// Sends what was ordered to go out of the house.
///
/// A message is taken for a while, sent outside any transaction, and what became of it is entered.
/// Whoever is killed in between is followed by another, with the same key: a message goes out at
/// least once, and the gateway that heeds the key sends it once.
package struct MessageDesk: Sendable {
    let house: House
    let gateway: Gateway

    package init(house: House, gateway: Gateway) {
        self.house = house
        self.gateway = gateway
    }

    /// What one round came to.
    package struct Round: Sendable, Equatable {
        package var sent: [Message.Channel: Int] = [:]
        /// Tried and to be tried again.
        package var putOff: [Message.Channel: Int] = [:]
        /// Refused, or tried as often as it is tried.
        package var failed: [Message.Channel: Int] = [:]
        /// Taken in all, with what must wait for the morning.
        package var taken = 0

        mutating func count(_ state: Message.State, _ channel: Message.Channel) {
            switch state {
            case .sent: sent[channel, default: 0] += 1
            case .waiting: putOff[channel, default: 0] += 1
            case .refused, .givenUp: failed[channel, default: 0] += 1
            }
        }
    }

    /// Sends what is due, so many side by side.
    /// - Returns: what was taken is fewer than the limit when nothing more is due.
    package func send(limit: Int = 10) async throws -> Round {
        let isDue = try await house.look { turn in
            try MessageRecords.isAnyDue(at: turn.at, in: turn.tx)
        }
        guard isDue else { return Round() }
        let batch = try await take(limit)
        return try await withThrowingTaskGroup(
            of: (Message.State, Message.Channel).self
        ) { group in
            for due in batch.due {
                group.addTask { (try await send(due), due.channel) }
            }
            var round = batch.round
            for try await (state, channel) in group { round.count(state, channel) }
            return round
        }
    }

    private struct Batch: Sendable {
        var due: [MessageRecords.Due] = []
        var round = Round()
    }

    /// Takes what is due for as long as an attempt may last.
    private func take(_ limit: Int) async throws -> Batch {
        try await house.database.write(.onLockedRow) { [house] tx in
            let turn = house.turn(in: tx)
            var batch = Batch()
            for due in try MessageRecords.due(at: turn.at, limit: limit, in: tx) {
                batch.round.taken += 1
                try Self.take(due, into: &batch, in: turn)
            }
            return batch
        }
    }

    private static func take(
        _ due: MessageRecords.Due,
        into batch: inout Batch,
        in turn: Turn
    ) throws {
        let opening = turn.house.messages.quiet.opening(
            from: turn.at,
            due.channel,
            isUrgent: due.isUrgent,
            in: turn.town.calendar
        )
        if opening > turn.at {
            try MessageRecords.put(due.id, attempts: due.attempts, next: opening, in: turn.tx)
        } else if due.attempts >= Message.mostAttempts {
            try MessageRecords.enter(
                .interrupted,
                of: due.id,
                attempt: due.attempts,
                .givenUp,
                next: turn.at,
                endedAt: turn.at,
                in: turn.tx
            )
            batch.round.count(.givenUp, due.channel)
        } else {
            let end = turn.at.adding(milliseconds: Message.lease)
            try MessageRecords.put(due.id, attempts: due.attempts + 1, next: end, in: turn.tx)
            batch.due.append(due)
        }
    }

    /// One attempt; its number is one more than the row had when it was taken.
    private func send(_ due: MessageRecords.Due) async throws -> Message.State {
        let reading = try await house.look { turn in try Outgoing.reading(due, in: turn) }
        let outcome: Message.Outcome =
            switch reading {
            case .success(let outgoing): try await gateway.send(outgoing)
            case .failure(let undeliverable): .refused(undeliverable.failure)
            }
        return try await enter(outcome, of: due, attempt: due.attempts + 1)
    }

    private func enter(
        _ outcome: Message.Outcome,
        of due: MessageRecords.Due,
        attempt: Int
    ) async throws -> Message.State {
        try await house.database.write { [house] tx in
            let turn = house.turn(in: tx)
            switch outcome {
            case .sent(let receipt):
                let short = receipt.map { String($0.prefix(100)) }
                try MessageRecords.enterSent(due.id, receipt: short, at: turn.at, in: tx)
                return .sent
            case .refused(let failure):
                return try Self.enter(failure, .refused, nil, due, attempt, in: turn)
            case .later(let failure, let wish):
                let next = Message.next(afterAttempts: attempt, wish: wish, at: turn.at)
                let state: Message.State = next == nil ? .givenUp : .waiting
                return try Self.enter(failure, state, next, due, attempt, in: turn)
            }
        }
    }

    private static func enter(
        _ failure: Message.Failure,
        _ state: Message.State,
        _ next: Moment?,
        _ due: MessageRecords.Due,
        _ attempt: Int,
        in turn: Turn
    ) throws -> Message.State {
        try MessageRecords.enter(
            failure,
            of: due.id,
            attempt: attempt,
            state,
            next: next ?? turn.at,
            endedAt: state == .waiting ? nil : turn.at,
            in: turn.tx
        )
        return state
    }
}
