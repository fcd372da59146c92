import Storage

extension Document.Kind {
    /// The right with which an officer prints it.
    func right(of viewer: Viewer) throws(NotFound) -> Right {
        let rights: [Right] =
            switch self {
            case .receipt: [.register]
            case .assignmentSlip: [.readMatters]
            case .supervisionSlip, .reminderSlip: [.verify, .designate]
            // The addressee stands on it in full.
            case .replyLetter: [.disclose]
            case .visitSheet: [.visit]
            case .limitSheet: [.readMatters]
            case .listingNotice, .removalNotice: ListingDesk.rights
            }
        guard let right = rights.first(where: { viewer.may($0) }) else { throw NotFound() }
        return right
    }

    /// A receipt bears the query code, with which one rates and withdraws: whoever handles a
    /// matter does not print it, only the centre's own counter.
    func check(_ sight: Sight) throws(NotFound) {
        guard self != .receipt || sight.wholeCentre else { throw NotFound() }
    }
}

/// Gathers papers of one kind for one officer.
struct DocumentReader {
    let kind: Document.Kind
    let viewer: Viewer
    let actor: Actor
    let sight: Sight
    let turn: Turn

    func file(_ id: ID<Matter>) throws -> File {
        _ = try Matter.find(id, within: sight, in: turn.tx)
        return try File.reading(id, in: turn)
    }

    func documents(of file: File) throws -> [Document] {
        let documents: [Document] =
            switch kind {
            case .receipt, .visitSheet, .replyLetter:
                try places(of: file).map { try document(of: file, at: $0) }
            case .assignmentSlip:
                try file.assignments.indices
                    .filter { file.assignments[$0].state.isStanding && reaches(file, $0) }
                    .map { try file.assignmentSlip(of: $0, for: actor) }
            case .supervisionSlip: [try file.supervisionSlip(by: viewer, for: actor)]
            case .reminderSlip: [try file.reminderSlip(by: viewer, for: actor)]
            case .limitSheet: try file.limitSheets(for: actor)
            case .listingNotice, .removalNotice: []
            }
        guard !documents.isEmpty else { throw NotFound() }
        return documents
    }

    func document(of file: File, at place: Int) throws -> Document {
        switch kind {
        case .receipt: try file.receiptPaper(of: place, for: actor)
        case .replyLetter: try replyLetter(of: file, at: place)
        case .visitSheet: try file.visitSheet(of: place, for: actor)
        case .limitSheet: try file.limitSheet(of: place, for: actor)
        case .assignmentSlip, .supervisionSlip, .reminderSlip, .listingNotice, .removalNotice:
            throw NotFound()
        }
    }

    func slip(of assignment: ID<Assignment>) throws -> Document {
        let part = try Assignment.find(assignment, in: turn.tx)
        let file = try file(part.matter)
        guard let place = file.assignments.firstIndex(where: { $0.id == assignment }),
            reaches(file, place)
        else { throw NotFound() }
        return try file.assignmentSlip(of: place, for: actor)
    }

    private func reaches(_ file: File, _ place: Int) -> Bool {
        sight.wholeCentre || sight.units.contains(file.assignments[place].unit)
    }

    /// The concerns a matter's papers are for: those not withdrawn, as many as one printing takes.
    private func places(of file: File) -> [Int] {
        let places = file.concerns.indices.filter { file.concerns[$0].state != .withdrawn }
        return Array(places.prefix(DocumentBundle.most))
    }

    /// The full name on the letter is a look at personal data like any other: it is entered, and
    /// the resident can read of it (个人信息保护法 Art 44, 45).
    private func replyLetter(of file: File, at place: Int) throws -> Document {
        let concern = file.concerns[place]
        guard concern.answeredAt != nil else { throw DocumentRefusal.notAnswered }
        guard concern.mode == .named else {
            return try file.replyLetter(of: place, to: nil, for: actor)
        }
        let reading = try turn.contacts.disclose(of: concern.id, to: actor, for: .delivery)
        guard let details = reading.details else { throw DocumentRefusal.addresseeErased }
        return try file.replyLetter(of: place, to: details.name, for: actor)
    }
}
