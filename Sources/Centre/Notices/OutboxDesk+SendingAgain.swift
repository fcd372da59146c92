import Storage

/// How many given-up notices were queued again.
package struct QueuedAgain: Codable, Sendable, Equatable {
    package let notices: Int
}

extension OutboxDesk {
    /// The most that one turn queues again.
    package static let mostQueuedAtOnce = 500

    /// What was given up, the longest ago first, for whoever may send it again.
    package func deadLetters(
        for viewer: Viewer,
        after: DeadLetter.Place? = nil,
        limit: Int
    ) async throws -> Portion<DeadLetter, DeadLetter.Place> {
        try viewer.require(.resendNotices)
        return try await deadLetters(after: after, limit: limit)
    }

    /// Queues one given-up notice again, or all of them up to ``mostQueuedAtOnce``; who did it is
    /// entered.
    package func sendAgain(
        _ id: ID<Notice>? = nil,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<QueuedAgain> {
        let actor = try viewer.actor(for: .resendNotices)
        return try await house.perform(operation) { turn in
            let count = try DeadLetter.requeue(
                id,
                limit: Self.mostQueuedAtOnce,
                at: turn.at,
                in: turn.tx
            )
            guard count > 0 || id == nil else { throw NotFound() }
            guard count > 0 else { return QueuedAgain(notices: 0) }
            var facts = ["notices": "\(count)"]
            facts["notice"] = id?.description
            try turn.house.timeline.record(
                .noticesQueuedAgain,
                on: .house,
                by: actor,
                at: turn.at,
                facts: facts,
                world: turn.house.world,
                in: turn.tx
            )
            return QueuedAgain(notices: count)
        }
    }

    /// At the machine's own command line.
    package func deadLetters(
        after: DeadLetter.Place? = nil,
        limit: Int
    ) async throws -> Portion<DeadLetter, DeadLetter.Place> {
        try await house.look { turn in
            let found = try DeadLetter.page(after: after, limit: limit + 1, in: turn.tx)
            let shown = Array(found.prefix(limit))
            return Portion(items: shown, next: found.count > limit ? shown.last?.place : nil)
        }
    }

    /// The same from the command line.
    /// - Returns: how many; fewer than the limit when none is left.
    package func requeue(
        _ id: ID<Notice>? = nil,
        limit: Int = OutboxDesk.mostQueuedAtOnce
    ) async throws -> Int {
        try await house.database.write { [house] tx in
            try DeadLetter.requeue(id, limit: limit, at: house.world.now(), in: tx)
        }
    }
}
