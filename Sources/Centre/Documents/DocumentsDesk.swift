import Storage

/// Where papers come from: each is gathered within its reader's sight, and each printing is
/// entered in the timeline of its matter.
package struct DocumentsDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// One paper for each concern or unit of a matter, or one for the matter as a whole.
    package func documents(
        _ kind: Document.Kind,
        of matter: ID<Matter>,
        for viewer: Viewer
    ) async throws -> [Document] {
        try await gather(kind, for: viewer) { reader in
            let file = try reader.file(matter)
            return try reader.documents(of: file)
        }
    }

    package func assignmentSlip(
        of assignment: ID<Assignment>,
        for viewer: Viewer
    ) async throws -> Document {
        let slips = try await gather(.assignmentSlip, for: viewer) { reader in
            [try reader.slip(of: assignment)]
        }
        guard let slip = slips.first else { throw NotFound() }
        return slip
    }

    /// The paper of one concern, for an officer.
    package func document(
        _ kind: Document.Kind,
        ofConcern number: String,
        for viewer: Viewer
    ) async throws -> Document {
        let documents = try await gather(kind, for: viewer) { reader in
            let concern = try Concern.find(number: number, in: reader.turn.tx)
            let (file, place) = try reader.file(concern.matter).at(concern)
            return [try reader.document(of: file, at: place)]
        }
        guard let document = documents.first else { throw NotFound() }
        return document
    }

    /// The paper of one concern, for the resident who has its code: the receipt and the reply.
    package func document(
        _ kind: Document.Kind,
        ofConcern number: String,
        code: String
    ) async throws -> Document {
        try await house.look { turn in
            let (file, place) = try File.open(reading: number, code: code, in: turn)
            let concern = file.concerns[place]
            let actor = Actor.resident(concern.id)
            switch kind {
            case .receipt: return try file.receiptPaper(of: place, for: actor)
            case .replyLetter:
                let details = try Contact.details(of: concern.contact, in: turn).details
                return try file.replyLetter(of: place, to: details?.name, for: actor)
            case .limitSheet: return try file.limitSheet(of: place, for: actor)
            case .assignmentSlip, .supervisionSlip, .reminderSlip, .visitSheet, .listingNotice,
                .removalNotice:
                throw NotFound()
            }
        }
    }

    /// The papers of many matters or assignments, in the order asked for; one that may not be seen
    /// makes the whole bundle not found.
    package func bundle(_ bundle: DocumentBundle, for viewer: Viewer) async throws -> [Document] {
        switch bundle {
        case .receipts(let numbers):
            try await gather(.receipt, for: viewer) { reader in
                try numbers.map { number in
                    let concern = try Concern.find(number: number, in: reader.turn.tx)
                    let (file, place) = try reader.file(concern.matter).at(concern)
                    return try reader.document(of: file, at: place)
                }
            }
        case .assignmentSlips(let parts):
            try await gather(.assignmentSlip, for: viewer) { reader in
                try parts.map { try reader.slip(of: $0) }
            }
        }
    }

    /// The notice of a listing, or of its removal.
    package func document(
        _ kind: Document.Kind,
        of listing: ID<Listing>,
        for viewer: Viewer
    ) async throws -> Document {
        guard Document.Kind.ofListings.contains(kind) else { throw NotFound() }
        let view = try await ListingDesk(house: house).listing(listing, for: viewer)
        let actor = try viewer.actor(for: try kind.right(of: viewer))
        return try await house.look { turn in
            try ListingFile.open(listing, in: turn, forChange: false)
                .notice(kind, as: view, for: actor)
        }
    }

    /// Enters that papers were given out: which kind, in which form, and the digest of the bytes.
    package func enter(_ printing: Printing, of documents: [Document]) async throws {
        try await house.database.write { tx in
            let turn = house.turn(in: tx)
            for document in documents {
                try turn.enter(printing, of: document)
            }
        }
    }

    /// A letter with a name on it is gathered in a write, because the look at the name is entered;
    /// all others are only looked up.
    private func gather(
        _ kind: Document.Kind,
        for viewer: Viewer,
        _ body: @escaping @Sendable (DocumentReader) throws -> [Document]
    ) async throws -> [Document] {
        let right = try kind.right(of: viewer)
        let actor = try viewer.actor(for: right)
        let reading = { @Sendable (turn: Turn) in
            let sight = Sight(viewer, using: right, in: turn.town)
            try kind.check(sight)
            return try body(
                DocumentReader(kind: kind, viewer: viewer, actor: actor, sight: sight, turn: turn)
            )
        }
        guard kind == .replyLetter else { return try await house.look(reading) }
        return try await house.database.write { tx in try reading(house.turn(in: tx)) }
    }
}

/// Many papers of one kind.
package enum DocumentBundle: Sendable, Equatable {
    /// By the concerns' numbers.
    case receipts([String])
    case assignmentSlips([ID<Assignment>])

    /// How many papers one printing may have.
    package static let most = 100
}

/// In which form papers were given out.
package struct Printing: Sendable, Equatable {
    package enum Format: String, CaseIterable, Sendable {
        case html
        case pdf
    }

    package let format: Format
    package let language: Document.Language
    /// Of the bytes that were given out.
    package let digest: String

    package init(_ bytes: [UInt8], as format: Format, in language: Document.Language) {
        self.format = format
        self.language = language
        digest = sealedDigest(bytes)
    }
}

extension Turn {
    fileprivate func enter(_ printing: Printing, of document: Document) throws {
        let subject = document.subject
        try house.timeline.record(
            .documentPrinted,
            on: subject.chain,
            by: subject.actor,
            at: at,
            matter: subject.matter,
            concern: subject.concern,
            assignment: subject.assignment,
            facts: [
                "kind": document.kind.rawValue,
                "format": printing.format.rawValue,
                "language": printing.language.rawValue,
                "number": document.number,
                "paper.digest": printing.digest,
            ],
            world: house.world,
            in: tx
        )
    }
}
