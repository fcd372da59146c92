import Foundation

extension ContactRegister {
    /// Gives a resident a vault of their own and seals the details in it.
    package func create(
        _ details: ContactDetails,
        at moment: Moment
    ) throws -> (ID<Contact>, Vault) {
        let id: ID<Contact> = world.newID()
        let locked = try keyring.newVault(world: world)
        let vault = try keyring.open(locked)
        let contact = Contact(id: id, createdAt: moment, vault: locked, erasedAt: nil)
        let box = try details.sealed(in: vault, of: id)
        try ContactRecords.add(contact, vault: locked, box: box, in: tx)
        let marks = ContactMark.all(of: details, keys: keys)
        try ContactRecords.add(marks, of: id, in: tx)
        return (id, vault)
    }

    /// The resident's vault, or nil when the person has been erased.
    package func vault(of id: ID<Contact>) throws -> Vault? {
        let contact = try ContactRecords.find(id, in: tx)
        return try contact.vault.map { try keyring.open($0) }
    }

    /// The full details, for the centre's own work on them.
    ///
    /// Whatever shows them to a person takes them masked, or goes through ``disclose(of:to:for:)``.
    package func details(of id: ID<Contact>) throws -> ContactReading {
        let contact = try ContactRecords.find(id, in: tx)
        guard let locked = contact.vault,
            let box = try ContactRecords.detailsBox(of: id, in: tx)
        else { return .erased(at: contact.erasedAt ?? contact.createdAt) }
        let vault = try keyring.open(locked)
        return .present(try ContactDetails(opening: box, in: vault, of: id))
    }

    /// Who has this phone or identity number, the latest first: for finding that a concern was
    /// brought before, never for listing what a person ever asked.
    package func find(
        _ kind: Contact.MarkKind,
        _ text: String,
        limit: Int = 20
    ) throws -> [ID<Contact>] {
        let mark = ContactMark(kind, text, keys: keys)
        return try ContactRecords.contacts(marked: mark, limit: limit, in: tx)
    }
}

extension ContactDetails {
    func sealed(in vault: Vault, of contact: ID<Contact>) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(self), as: UTF8.self)
        return try vault.seal(text, as: Self.purpose(contact))
    }

    /// What the box holds is never told by the error that it cannot be read.
    init(opening box: [UInt8], in vault: Vault, of contact: ID<Contact>) throws {
        let text = try vault.open(box, as: Self.purpose(contact))
        do {
            self = try JSONDecoder().decode(ContactDetails.self, from: Data(text.utf8))
        } catch is DecodingError {
            throw VaultError.doesNotOpen
        }
    }

    /// Bound to the contact, so that two people's boxes cannot change places.
    private static func purpose(_ contact: ID<Contact>) -> String { "contact.details/\(contact)" }
}
