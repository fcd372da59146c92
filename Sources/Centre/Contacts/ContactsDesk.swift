/// Who looked at, corrected or erased a resident's data, and the only way to the full values.
package struct ContactsDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Shows the full details for a purpose; the look itself is written down and the resident can
    /// read who looked (PIPL Art 44, 45).
    ///
    /// What was asked for anonymously or in confidence is shown only by the centre itself.
    package func disclose(
        _ number: String,
        for purpose: DisclosurePurpose,
        to viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<DisclosedContact> {
        let actor = try viewer.actor(for: .disclose)
        return try await house.perform(operation) { turn in
            let concern = try Concern.find(number: number, in: turn.tx)
            let sight = Sight(viewer, using: .disclose, in: turn.town)
            turn.opened.matters.insert(concern.matter)
            _ = try Matter.find(concern.matter, within: sight, in: turn.tx)
            guard concern.mode == .named || sight.wholeCentre else { throw NotFound() }
            let reading = try turn.contacts.disclose(of: concern.id, to: actor, for: purpose)
            guard let details = reading.details else { throw ContactRefusal.erased }
            return DisclosedContact(number: number, requester: details)
        }
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
                    try PhoneNumber(reading: phone, field: "phones[\(place)]").text
                }
            }
            let actor = Actor.resident(concern.id)
            try turn.contacts.correct(of: concern.id, to: details, by: actor)
            return DisclosedContact(number: number, requester: details)
        }
    }

    /// Erases the person: name, numbers, words and answers become unreadable everywhere, counts and
    /// chains stay (PIPL Art 47).
    ///
    /// A concern still in work is withdrawn or answered first.
    package func erase(
        _ number: String,
        code: String,
        operation: Operation
    ) async throws -> Performed<ConcernView> {
        try await house.perform(operation) { turn in
            let (file, place) = try File.open(concern: number, code: code, in: turn)
            let concern = file.concerns[place]
            guard concern.state != .registered, concern.state != .inHand else {
                throw ErasureRefusal.stillInWork
            }
            try turn.contacts.erase(concern.contact, by: .resident(concern.id))
            try Operation.eraseAnswers(about: file.everyMatter(of: concern), in: turn.tx)
            return try file.residentView(of: place)
        }
    }
}

package enum ErasureRefusal: String, Refusal, CaseIterable {
    case stillInWork = "erasure-while-in-work"
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
    fileprivate func everyMatter(of concern: Concern) throws -> [ID<Matter>] {
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
