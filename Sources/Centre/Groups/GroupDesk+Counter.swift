import Storage

/// A crowd at the counter: what they share, once, and a line for each of them.
package struct CounterOrder: Sendable {
    /// What the first of them brings for all.
    package let order: WorkOrder
    package let facts: WageFacts?
    package let lines: [MemberLine]

    package init(order: WorkOrder, facts: WageFacts?, lines: [MemberLine]) {
        self.order = order
        self.facts = facts
        self.lines = lines
    }
}

extension GroupDesk {
    /// Registers a crowd in one go: one concern, one matter, and everybody's line in it.
    package func register(
        _ crowd: CounterOrder,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<Receipt> {
        let actor = try viewer.actor(for: .register)
        try viewer.require(.keepGroup)
        guard !crowd.lines.isEmpty else { throw GroupRefusal.linesMissing }
        return try await house.perform(operation, .queueing(at: "number_books")) { turn in
            let receipt = try Registration(order: crowd.order, actor: actor, turn: turn).receipt()
            var file = try File.open(receipt.matter, in: turn)
            try file.openGroup(crowd.facts, by: actor)
            _ = try file.enter(crowd.lines, by: actor)
            try file.save()
            return receipt
        }
    }
}
