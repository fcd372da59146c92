/// A rule's no.
///
/// The word is stable (it is the problem's `type` in the API and the key of the sentence in the
/// string tables); the sentence itself is written where people read it.
package protocol Refusal: Error, Sendable {
    var word: String { get }
    var grade: RefusalGrade { get }
    /// The field of the call that is at fault, by its name in the contract.
    var field: String? { get }
    /// What the sentence names: numbers, codes, dates. Never personal data.
    var particulars: [String: String] { get }
}

/// How a refusal is answered: what was sent cannot be read, it collides with what is there, or a
/// rule of the trade says no.
package enum RefusalGrade: Sendable {
    case malformed
    case collision
    case ruledOut
}

extension Refusal {
    package var grade: RefusalGrade { .ruledOut }
    package var field: String? { nil }
    package var particulars: [String: String] { [:] }
}

extension Refusal where Self: RawRepresentable, RawValue == String {
    package var word: String { rawValue }
}

/// Absent, or not the asker's to see: the two are told apart by nobody outside.
package struct NotFound: Error, Equatable {
    package init() {}
}

/// A field of a call that cannot be taken as it is.
package struct Fault: Refusal, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        case missing = "field-missing"
        case empty = "field-empty"
        case tooLong = "field-too-long"
        case tooMany = "field-too-many"
        case wrongType = "field-wrong-type"
        case notAllowed = "field-not-allowed"
        case unknown = "field-unknown"
        case control = "field-control-characters"
        case impossible = "field-impossible"
        case outOfRange = "field-out-of-range"
        case unknownCode = "code-unknown"
        case wrongCheckDigit = "check-digit-wrong"
        case outsideEarth = "point-outside-earth"
        case outsideTown = "point-outside-town"
        case twice = "field-twice"
    }

    package let kind: Kind
    package let fieldName: String
    package let particulars: [String: String]

    package init(_ kind: Kind, _ field: String, _ particulars: [String: String] = [:]) {
        self.kind = kind
        fieldName = field
        self.particulars = particulars.merging(["field": field]) { given, _ in given }
    }

    package var word: String { kind.rawValue }
    package var grade: RefusalGrade { .malformed }
    package var field: String? { fieldName }
}
