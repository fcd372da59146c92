import Storage

extension IntakeDesk {
    /// Registers a concern together with the files that wait for it.
    package func register(
        _ order: WorkOrder,
        holding tokens: [HoldingToken],
        by viewer: Viewer?,
        operation: Operation
    ) async throws -> Performed<Receipt> {
        try viewer?.require(.register)
        let actor = try viewer?.actor(for: .register)
        return try await house.perform(operation, .queueing(at: "number_books")) { turn in
            let receipt = try Registration(order: order, actor: actor, turn: turn).receipt()
            let concern = try Concern.find(number: receipt.number, in: turn.tx)
            try turn.attach(tokens, to: concern, by: actor ?? .resident(concern.id))
            return receipt
        }
    }

    /// The resident adds words, and the files that wait for them.
    package func supplement(
        _ number: String,
        code: String,
        words: String,
        holding tokens: [HoldingToken],
        operation: Operation
    ) async throws -> Performed<ConcernView> {
        try await house.perform(operation, .onLockedRow) { turn in
            var (file, place) = try File.open(concern: number, code: code, in: turn)
            try file.supplement(place, words: words)
            try file.save()
            let concern = file.concerns[place]
            try turn.attach(tokens, to: concern, by: .resident(concern.id))
            return try file.residentView(of: place)
        }
    }
}

extension Turn {
    /// Moves files that wait into the concern's own vault.
    fileprivate func attach(
        _ tokens: [HoldingToken],
        to concern: Concern,
        by actor: Actor
    ) throws {
        guard !tokens.isEmpty else { return }
        let held = HeldAttachments(world: house.world, tx: tx)
        let attachments = try ConcernAttachments(of: concern, in: self)
        for (place, token) in tokens.enumerated() {
            guard let file = try held.take(token) else {
                throw AttachmentRefusal(.gone, place: place + 1)
            }
            try attachments.add(file, by: actor, place: place + 1)
        }
    }
}
