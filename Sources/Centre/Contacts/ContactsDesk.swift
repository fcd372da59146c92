import Storage

/// Who looked at, corrected or erased a resident's data, and the only way to the full values.
package struct ContactsDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Shows the full details for a purpose; the look itself is written down and the resident can
    /// read who looked (PIPL Art 44, 45).
    ///
    /// An act of showing is an entry: the same call sent again is a look of its own, and the kept
    /// answer holds no details. What was asked for anonymously or in confidence is shown only by
    /// the centre itself.
    package func disclose(
        _ number: String,
        for purpose: DisclosurePurpose,
        to viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<DisclosedContact> {
        let look = Look(number: number, purpose: purpose, viewer: viewer)
        let performed = try await house.perform(operation) { turn in
            _ = try look.enter(in: turn)
            return Looked(number: number)
        }
        // The entry is committed before anything is shown.
        let details =
            if performed.replayed {
                try await house.database.write { [house] tx in
                    try look.enter(in: house.turn(in: tx))
                }
            } else {
                try await house.look { turn in try look.details(in: turn) }
            }
        let shown = DisclosedContact(number: number, requester: details)
        return Performed(answer: shown, replayed: performed.replayed)
    }

    /// What the centre holds about the one who asks, and who looked at it.
    package func mine(_ number: String, code: String) async throws -> OwnData {
        try await house.look { turn in
            let (file, place) = try File.open(reading: number, code: code, in: turn)
            let concern = file.concerns[place]
            let looks = try turn.contacts.disclosures(of: concern.id)
            return OwnData(
                number: number,
                requester: try turn.contacts.details(of: concern.contact).details,
                looks: looks.map { OwnData.Look(at: $0.at, purpose: $0.purpose, role: $0.role) }
            )
        }
    }

    /// Puts right what the resident says is wrong (PIPL Art 46): what is nil stays, an empty list
    /// of phones removes them.
    package func correct(
        _ number: String,
        code: String,
        name: String?,
        phones: [String]?,
        address: String?,
        operation: Operation
    ) async throws -> Performed<DisclosedContact> {
        try await house.perform(operation) { turn in
            let (file, place) = try File.open(concern: number, code: code, in: turn)
            let concern = file.concerns[place]
            guard var details = try turn.contacts.details(of: concern.contact).details else {
                throw ContactRefusal.erased
            }
            details.name = name ?? details.name
            details.address = address ?? details.address
            if let phones {
                details.phones = try phones.enumerated().map { place, phone in
                    try PhoneNumber(
                        reading: phone,
                        field: "phones[\(place)]",
                        areaCode: turn.town.manifest.phoneAreaCode
                    ).text
                }
            }
            let actor = Actor.resident(concern.id)
            try turn.contacts.correct(of: concern.id, to: details, by: actor)
            return DisclosedContact(number: number, requester: details)
        }
    }

    /// Erases the resident who asks for it with the query code.
    package func erase(
        _ number: String,
        code: String,
        operation: Operation
    ) async throws -> Performed<ConcernView> {
        try await house.perform(operation) { turn in
            let (file, place) = try File.open(concern: number, code: code, in: turn)
            return try file.erase(place, by: .resident(file.concerns[place].id))
        }
    }
}

/// What is kept of a look: that it was made, and nothing of what was seen.
private struct Looked: Codable, Sendable {
    let number: String
}

/// An officer's look at a resident's full details.
private struct Look: Sendable {
    let number: String
    let purpose: DisclosurePurpose
    let viewer: Viewer

    /// Writes the look down; what it gives is shown after the commit.
    func enter(in turn: Turn) throws -> ContactDetails {
        let actor = try viewer.actor(for: .disclose)
        let concern = try concern(in: turn)
        let reading = try turn.contacts.disclose(of: concern.id, to: actor, for: purpose)
        guard let details = reading.details else { throw ContactRefusal.erased }
        return details
    }

    /// The details, for a look that was written down before.
    func details(in turn: Turn) throws -> ContactDetails {
        let contact = try concern(in: turn).contact
        guard let details = try turn.contacts.details(of: contact).details else {
            throw ContactRefusal.erased
        }
        return details
    }

    private func concern(in turn: Turn) throws -> Concern {
        let concern = try Concern.find(number: number, in: turn.tx)
        let sight = Sight(viewer, using: .disclose, in: turn.town)
        turn.opened.matters.insert(concern.matter)
        _ = try Matter.find(concern.matter, within: sight, in: turn.tx)
        guard concern.mode == .named || sight.wholeCentre else { throw NotFound() }
        return concern
    }
}

/// A resident's full details, after the look was written down.
package struct DisclosedContact: Codable, Sendable, Equatable {
    package let number: String
    package let requester: ContactDetails
}

/// What the resident sees of their own data.
package struct OwnData: Codable, Sendable, Equatable {
    package struct Look: Codable, Sendable, Equatable {
        package let at: Moment
        package let purpose: DisclosurePurpose
        package let role: String
    }

    package let number: String
    /// nil once erased.
    package let requester: ContactDetails?
    package let looks: [Look]
}

extension File {
    /// Every matter the concern was ever with.
    func everyMatter(of concern: Concern) throws -> [ID<Matter>] {
        let own = try turn.house.timeline.entries(of: .concern(concern.id), in: turn.tx)
        let linked = own.compactMap { $0.facts["into"].flatMap { ID<Matter>($0) } }
        return Set(linked + [concern.home, concern.matter]).sorted()
    }
}

extension Disclosure {
    /// The role in which it was looked at; the resident is told what for and by whom in the
    /// centre, not the officer's name.
    fileprivate var role: String {
        switch actor {
        case .officer(_, let role): role.rawValue
        case .resident: "resident"
        case .system: "system"
        }
    }
}
