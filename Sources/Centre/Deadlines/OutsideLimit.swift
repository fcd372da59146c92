import Storage

/// A limit of law that runs for somebody else: the resident who may appeal, a court, another
/// authority.
///
/// No clock of the centre runs on it; it says how long, and can be counted like any other.
package struct OutsideLimit: Sendable, Equatable {
    package let code: String
    package let title: Bilingual
    package let who: Holder
    /// What it runs from.
    package let trigger: Bilingual
    package let amount: Int
    package let unit: LimitUnit
    package let rollOver: Bool
    package let `extension`: Longer?
    /// The time that the law leaves out.
    package let notCounted: Bilingual?
    package let basis: LegalBasis
    /// Whether the law was read, and not only remembered.
    package let isChecked: Bool
    package let validFrom: Day
    package let version: Int

    /// Whose time it is.
    package enum Holder: String, Storable, CaseIterable, Codable {
        case resident
        case parties
        case employer
        case authority
        case police
        case arbitration
        case court
    }

    /// By how much the law lets it be extended.
    package struct Longer: Sendable, Equatable {
        package let amount: Int
        package let unit: LimitUnit
    }
}
