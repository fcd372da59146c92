import Storage

/// What an officer needs a resident's full details for (个人信息保护法 Art 6: a clear purpose).
package enum DisclosurePurpose: String, Storable, CaseIterable, Codable {
    case callBack
    case visit
    case mediation
    case delivery
    case verification
    case dataSubjectRequest

    package init(reading text: String?) throws(Fault) {
        guard let text, !text.isEmpty else { throw Fault(.missing, "purpose") }
        guard let purpose = Self(rawValue: text) else { throw Fault(.unknownCode, "purpose") }
        self = purpose
    }
}

/// That somebody was shown a resident's details, as the resident may see it (Art 44, 45).
package struct Disclosure: Sendable, Equatable {
    package let at: Moment
    package let actor: Actor
    package let purpose: DisclosurePurpose
    /// The names of the fields that were filled in then.
    package let fields: [String]
}

extension ContactRegister {
    /// Shows the full details of a concern's resident, and writes down who looked and what for.
    ///
    /// What is shown must not be kept with the operation's answer, or it would outlive an erasure.
    package func disclose(
        of concern: ID<Concern>,
        to actor: Actor,
        for purpose: DisclosurePurpose
    ) throws -> ContactReading {
        let id = try ContactRecords.contact(of: concern, in: tx)
        let reading = try details(of: id)
        guard let details = reading.details else { return reading }
        try timeline.record(
            .contactDisclosed,
            on: .concern(concern),
            by: actor,
            at: at,
            concern: concern,
            facts: [
                "contact": id.description,
                "purpose": purpose.rawValue,
                "fields": details.filledFields.joined(separator: ","),
            ],
            world: world,
            in: tx
        )
        return reading
    }

    /// Who was shown the resident's details, in the order it happened.
    package func disclosures(of concern: ID<Concern>) throws -> [Disclosure] {
        try timeline.entries(of: .concern(concern), in: tx)
            .filter { $0.act == .contactDisclosed }
            .map(Disclosure.init)
    }
}

extension Disclosure {
    init(_ entry: Entry) throws {
        guard let purpose = entry.facts["purpose"].flatMap(DisclosurePurpose.init(rawValue:)) else {
            throw StorageError.unreadable("a disclosure without a purpose")
        }
        at = entry.at
        actor = entry.actor
        self.purpose = purpose
        fields = entry.facts["fields"].map { $0.split(separator: ",").map(String.init) } ?? []
    }
}

extension ContactDetails {
    /// The names of what is filled in; never what is in it.
    var filledFields: [String] {
        let filled: [(String, Bool)] = [
            ("name", name != nil), ("phones", !phones.isEmpty), ("idNumber", idNumber != nil),
            ("address", address != nil), ("parties", !parties.isEmpty),
            ("further", !further.isEmpty),
        ]
        return filled.filter(\.1).map(\.0)
    }
}
