import Storage

/// Where residents' photographs and papers are taken in and looked at.
package struct AttachmentsDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Keeps a file of a concern that is still being written.
    ///
    /// It carries no operation: a file kept twice is one that waits and goes by itself.
    package func hold(_ file: AttachmentFile, place: Int = 1) async throws -> HeldAttachment {
        try await house.database.write { [house] tx in
            try HeldAttachments(world: house.world, tx: tx).put(file, place: place)
        }
    }

    /// Those that still wait, in the order asked for.
    package func held(_ tokens: [HoldingToken]) async throws -> [HeldAttachment] {
        guard !tokens.isEmpty else { return [] }
        return try await house.database.read { [house] tx in
            let held = HeldAttachments(world: house.world, tx: tx)
            return try tokens.compactMap { try held.look($0) }
        }
    }

    /// The writer takes a file back.
    package func drop(_ token: HoldingToken) async throws {
        try await house.database.write { [house] tx in
            try HeldAttachments(world: house.world, tx: tx).drop(token)
        }
    }
}

// MARK: The resident, with the code

extension AttachmentsDesk {
    package func lines(ofConcern number: String, code: String) async throws -> [AttachmentLine] {
        try await house.look { turn in
            let (file, place) = try File.open(reading: number, code: code, in: turn)
            return try ConcernAttachments(of: file.concerns[place], in: turn).lines()
        }
    }

    package func open(
        _ id: ID<Attachment>,
        ofConcern number: String,
        code: String
    ) async throws -> OpenedAttachment {
        try await house.look { turn in
            let (file, place) = try File.open(reading: number, code: code, in: turn)
            let concern = file.concerns[place]
            let found = try AttachmentRecords.find(id, of: concern.id, in: turn.tx)
            return try ConcernAttachments(of: concern, in: turn).open(found)
        }
    }

    /// Adds a file to a concern; the same file again changes nothing.
    package func add(
        _ file: AttachmentFile,
        toConcern number: String,
        code: String,
        operation: Operation
    ) async throws -> Performed<AttachmentLine> {
        try await house.perform(operation, .onLockedRow) { turn in
            let (opened, place) = try File.open(concern: number, code: code, in: turn)
            let concern = opened.concerns[place]
            return try opened.attach(file, to: concern, by: .resident(concern.id))
        }
    }
}

// MARK: Officers, within their sight

extension AttachmentsDesk {
    /// All files of a matter's concerns, for the matter's page.
    package func lines(of matter: ID<Matter>, for viewer: Viewer) async throws -> [AttachmentLine] {
        try viewer.require(.readMatters)
        return try await house.look { turn in
            _ = try Matter.find(matter, within: Sight(viewer, in: turn.town), in: turn.tx)
            return try ConcernAttachments.lines(at: matter, in: turn)
        }
    }

    package func open(
        _ id: ID<Attachment>,
        of matter: ID<Matter>,
        for viewer: Viewer
    ) async throws -> OpenedAttachment {
        try viewer.require(.readMatters)
        return try await house.look { turn in
            _ = try Matter.find(matter, within: Sight(viewer, in: turn.town), in: turn.tx)
            let found = try AttachmentRecords.find(id, at: matter, in: turn.tx)
            let concern = try Concern.find(number: found.number, in: turn.tx)
            return try ConcernAttachments(of: concern, in: turn).open(found)
        }
    }

    package func lines(
        ofConcern number: String,
        for viewer: Viewer
    ) async throws -> [AttachmentLine] {
        let matter = try await matter(ofConcern: number)
        return try await lines(of: matter, for: viewer).filter { $0.number == number }
    }

    package func open(
        _ id: ID<Attachment>,
        ofConcern number: String,
        for viewer: Viewer
    ) async throws -> OpenedAttachment {
        let opened = try await open(id, of: try await matter(ofConcern: number), for: viewer)
        guard opened.line.number == number else { throw NotFound() }
        return opened
    }

    /// What the window scans for a resident.
    package func add(
        _ file: AttachmentFile,
        toConcern number: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<AttachmentLine> {
        let actor = try viewer.actor(for: .register)
        return try await house.perform(operation, .onLockedRow) { turn in
            let concern = try Concern.find(number: number, in: turn.tx)
            let opened = try File.open(concern.matter, for: viewer, using: .register, in: turn)
            return try opened.attach(file, to: concern, by: actor)
        }
    }

    private func matter(ofConcern number: String) async throws -> ID<Matter> {
        try await house.look { turn in try Concern.find(number: number, in: turn.tx).matter }
    }
}

extension File {
    /// What is withdrawn takes nothing more; anything else does, as long as it is kept.
    func attach(
        _ file: AttachmentFile,
        to concern: Concern,
        by actor: Actor
    ) throws -> AttachmentLine {
        guard concern.state != .withdrawn else {
            throw StageRefusal(stage: "withdrawn", step: "supplement")
        }
        let attachments = try ConcernAttachments(of: concern, in: turn)
        let id = try attachments.add(file, by: actor)
        return try attachments.line(
            try AttachmentRecords.find(id, of: concern.id, in: turn.tx)
        )
    }
}
