import Storage

/// Where officers look at what goes out of the house, and have what failed sent again.
package struct MessagesDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// What went out about a matter that the viewer may see, the newest first.
    package func messages(
        of id: ID<Matter>,
        for viewer: Viewer,
        after: ID<Message>? = nil,
        limit: Int
    ) async throws -> Portion<MessageLine, ID<Message>> {
        try viewer.require(.readMatters)
        return try await house.look { turn in
            _ = try Matter.find(id, within: Sight(viewer, in: turn.town), in: turn.tx)
            let found = try MessageRecords.page(
                of: id,
                below: after,
                limit: limit + 1,
                in: turn.tx
            )
            let shown = Array(found.prefix(limit))
            return Portion(items: shown, next: found.count > limit ? shown.last?.id : nil)
        }
    }

    package func failed(
        for viewer: Viewer,
        after: FailedMessage.Place? = nil,
        limit: Int
    ) async throws -> Portion<FailedMessage, FailedMessage.Place> {
        try viewer.require(.resendNotices)
        return try await house.look { turn in
            let found = try MessageRecords.failed(after: after, limit: limit + 1, in: turn.tx)
            let shown = Array(found.prefix(limit))
            return Portion(items: shown, next: found.count > limit ? shown.last?.place : nil)
        }
    }

    /// Queues one failed message again, or all of them up to a limit; who did it is entered.
    package func sendAgain(
        _ id: ID<Message>? = nil,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MessagesQueued> {
        let actor = try viewer.actor(for: .resendNotices)
        return try await house.perform(operation) { turn in
            let count = try MessageRecords.requeue(
                id,
                limit: OutboxDesk.mostQueuedAtOnce,
                at: turn.at,
                in: turn.tx
            )
            guard count > 0 || id == nil else { throw NotFound() }
            guard count > 0 else { return MessagesQueued(messages: 0) }
            var facts = ["messages": "\(count)"]
            facts["message"] = id?.description
            try turn.house.timeline.record(
                .messagesQueuedAgain,
                on: .house,
                by: actor,
                at: turn.at,
                facts: facts,
                world: turn.house.world,
                in: turn.tx
            )
            return MessagesQueued(messages: count)
        }
    }

    /// For those who watch the house.
    package func condition() async throws -> MessageCondition {
        try await house.look { turn in try MessageCondition(turn.house.messages, in: turn.tx) }
    }
}
