import Storage

/// The files of one concern, for one turn: kept under its resident's key, each with its entry.
struct ConcernAttachments {
    let concern: Concern
    let turn: Turn
    private let vault: Vault?

    init(of concern: Concern, in turn: Turn) throws {
        self.concern = concern
        self.turn = turn
        vault = try Contact.vault(of: concern.contact, in: turn)
    }

    /// The files of all concerns of a matter.
    static func lines(at matter: ID<Matter>, in turn: Turn) throws -> [AttachmentLine] {
        let found = try AttachmentRecords.all(at: matter, in: turn.tx)
        let concerns = try Concern.all(of: matter, in: turn.tx)
        return try concerns.flatMap { concern -> [AttachmentLine] in
            let own = found.filter { $0.concern == concern.id }
            guard !own.isEmpty else { return [] }
            return try ConcernAttachments(of: concern, in: turn).lines(own)
        }
    }

    /// Keeps a file; one that the work order had named takes the place that waits for it.
    @discardableResult
    func add(_ file: AttachmentFile, by actor: Actor, place: Int = 1) throws -> ID<Attachment> {
        guard let vault else { throw AttachmentRefusal(.erased, place: place) }
        if let named = try AttachmentRecords.named(file.namedDigest, of: concern.id, in: turn.tx) {
            if !named.isDelivered { try deliver(file, as: named.id, in: vault, by: actor) }
            return named.id
        }
        guard try AttachmentRecords.count(of: concern.id, in: turn.tx) < Attachment.most else {
            throw AttachmentRefusal(.tooMany, place: place)
        }
        let id: ID<Attachment> = turn.newID()
        let box = try vault.seal(file.bytes, as: Self.contentPurpose(id))
        try AttachmentRecords.add(
            .init(
                id: id,
                concern: concern.id,
                mediaType: file.kind.rawValue,
                size: file.bytes.count,
                sha256: sealedDigest(file.bytes),
                addedBy: actor.adder,
                at: turn.at,
                nameBox: try vault.seal(file.name, as: Self.namePurpose(id)),
                contentBox: box
            ),
            in: turn.tx
        )
        try enter(file, as: id, box: box, by: actor)
        return id
    }

    func expect(_ named: [WorkOrder.Attachment], by actor: Actor) throws {
        guard let vault else { return }
        var seen: Set<String> = []
        for file in named.prefix(Attachment.most) where seen.insert(file.sha256).inserted {
            let id: ID<Attachment> = turn.newID()
            try AttachmentRecords.add(
                .init(
                    id: id,
                    concern: concern.id,
                    mediaType: Attachment.Kind(rawValue: file.mediaType)?.rawValue ?? "",
                    size: 0,
                    sha256: file.sha256,
                    namedSha256: file.sha256,
                    addedBy: actor.adder,
                    at: turn.at,
                    nameBox: try vault.seal(file.name, as: Self.namePurpose(id))
                ),
                in: turn.tx
            )
        }
    }

    func lines() throws -> [AttachmentLine] {
        try lines(try AttachmentRecords.all(of: concern.id, in: turn.tx))
    }

    private func lines(_ found: [AttachmentRecords.Found]) throws -> [AttachmentLine] {
        vault == nil ? [] : try found.map(line)
    }

    func line(_ found: AttachmentRecords.Found) throws -> AttachmentLine {
        guard let vault else { throw NotFound() }
        return AttachmentLine(
            id: found.id,
            number: found.number,
            name: try vault.open(found.nameBox, as: Self.namePurpose(found.id)),
            mediaType: found.mediaType,
            size: found.size,
            sha256: found.sha256,
            addedBy: found.addedBy,
            at: found.at,
            delivered: found.isDelivered
        )
    }

    func open(_ found: AttachmentRecords.Found) throws -> OpenedAttachment {
        guard let vault, let box = try AttachmentRecords.contentBox(of: found.id, in: turn.tx)
        else { throw NotFound() }
        return OpenedAttachment(
            line: try line(found),
            content: try vault.open(bytes: box, as: Self.contentPurpose(found.id))
        )
    }

    private func deliver(
        _ file: AttachmentFile,
        as id: ID<Attachment>,
        in vault: Vault,
        by actor: Actor
    ) throws {
        let box = try vault.seal(file.bytes, as: Self.contentPurpose(id))
        try AttachmentRecords.deliver(
            file,
            as: id,
            box: box,
            by: actor.adder,
            at: turn.at,
            in: turn.tx
        )
        try enter(file, as: id, box: box, by: actor)
    }

    private func enter(
        _ file: AttachmentFile,
        as id: ID<Attachment>,
        box: [UInt8],
        by actor: Actor
    ) throws {
        try turn.house.timeline.record(
            .attachmentAdded,
            on: .concern(concern.id),
            by: actor,
            at: turn.at,
            matter: concern.matter,
            concern: concern.id,
            facts: [
                "attachment": id.description, "mediaType": file.kind.rawValue,
                "size": "\(file.bytes.count)", "content.digest": sealedDigest(box),
            ],
            world: turn.house.world,
            in: turn.tx
        )
    }

    /// Bound to the file, so that two files' boxes cannot change places.
    private static func contentPurpose(_ id: ID<Attachment>) -> String {
        "attachment.content/\(id)"
    }
    private static func namePurpose(_ id: ID<Attachment>) -> String { "attachment.name/\(id)" }
}

extension Concern {
    /// Makes room for the files that a work order names and that come later.
    func expect(_ named: [WorkOrder.Attachment], by actor: Actor, in turn: Turn) throws {
        guard !named.isEmpty else { return }
        try ConcernAttachments(of: self, in: turn).expect(named, by: actor)
    }
}

extension Actor {
    fileprivate var adder: String {
        switch self {
        case .officer(_, let role): role.rawValue
        case .resident: "resident"
        case .system: "system"
        }
    }
}
