/// A resident's personal data and that of the other people named, as sealed in one box
/// (个人信息保护法 Art 28, 51).
package struct ContactDetails: Codable, Sendable, Equatable {
    package var name: String?
    package var phones: [String]
    package var idNumber: String?
    package var address: String?
    /// For oneself, as an agent, or as a representative.
    package var role: String?
    package var language: String?
    package var needs: [String]
    package var parties: [Party]
    /// What an outside channel sent along and the work order has no field for.
    package var further: [String: String]

    package init(
        name: String? = nil,
        phones: [String] = [],
        idNumber: String? = nil,
        address: String? = nil,
        role: String? = nil,
        language: String? = nil,
        needs: [String] = [],
        parties: [Party] = [],
        further: [String: String] = [:]
    ) {
        self.name = name
        self.phones = phones
        self.idNumber = idNumber
        self.address = address
        self.role = role
        self.language = language
        self.needs = needs
        self.parties = parties
        self.further = further
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decodeIfPresent(String.self, forKey: .name)
        phones = try fields.decodeIfPresent([String].self, forKey: .phones) ?? []
        idNumber = try fields.decodeIfPresent(String.self, forKey: .idNumber)
        address = try fields.decodeIfPresent(String.self, forKey: .address)
        role = try fields.decodeIfPresent(String.self, forKey: .role)
        language = try fields.decodeIfPresent(String.self, forKey: .language)
        needs = try fields.decodeIfPresent([String].self, forKey: .needs) ?? []
        parties = try fields.decodeIfPresent([Party].self, forKey: .parties) ?? []
        further = try fields.decodeIfPresent([String: String].self, forKey: .further) ?? [:]
    }
}

/// Someone else a concern names: who it is against, or whom it touches.
package struct Party: Codable, Sendable, Equatable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case person
        case organisation
    }

    package var role: String
    package var kind: Kind
    package var name: String
    package var creditCode: String?
    package var contact: String?

    package init(
        role: String,
        kind: Kind,
        name: String,
        creditCode: String? = nil,
        contact: String? = nil
    ) {
        self.role = role
        self.kind = kind
        self.name = name
        self.creditCode = creditCode
        self.contact = contact
    }
}

/// Neither a log nor an error shows a resident's data by being given the whole of it.
extension ContactDetails: CustomStringConvertible, CustomReflectable {
    package var description: String { "contact details" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Party: CustomStringConvertible, CustomReflectable {
    package var description: String { "party" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
