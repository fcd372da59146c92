import Storage

/// A resident as the store knows them: an identity and a vault, or the trace of an erasure.
package struct Contact: Sendable, Equatable {
    package let id: ID<Contact>
    package let createdAt: Moment
    /// Nothing once the person has been erased.
    package let vault: LockedVault?
    package let erasedAt: Moment?

    /// What a resident can be found by.
    package enum MarkKind: String, Storable, CaseIterable {
        case phone
        case idNumber
    }
}

/// What reading a resident's details gives: an erased person is an absence with a date, not an
/// error.
package enum ContactReading: Sendable, Equatable {
    case present(ContactDetails)
    case erased(at: Moment)

    package var details: ContactDetails? {
        switch self {
        case .present(let details): details
        case .erased: nil
        }
    }
}
