import Storage

/// What one resident, or one group, asks.
///
/// It has its own number, answer and rating, and never disappears into another.
package struct Concern: Sendable {
    package let id: ID<Concern>
    package let number: String
    package var state: State
    package let channel: Channel
    package let externalNo: String?
    package let kind: Kind
    package let mode: Mode
    package let contact: ID<Contact>
    /// The matter made for this concern; where it goes back to when a link is undone.
    package let home: ID<Matter>
    /// The matter it is linked to at present.
    package var matter: ID<Matter>
    package let people: Int
    package let registeredAt: Moment
    package let receivedAt: Moment
    package var answeredAt: Moment?
    package var visits: Int
    package var visitedAt: Moment?
    package var ratedAt: Moment?
}

extension Concern {
    /// Where it came from.
    package enum Channel: String, Storable, CaseIterable, Codable {
        case walkin
        case kiosk
        case web
        case hotline12345 = "12345"
        case legal12348 = "12348"
        case yuepingan
        case grid
        case open311
        case imported = "import"

        /// A resident alone may use it; the others are staff's and other systems'.
        package var isPublic: Bool {
            switch self {
            case .web, .kiosk, .open311: true
            default: false
            }
        }
    }

    package enum Kind: String, Storable, CaseIterable, Codable {
        case consult
        case help
        case suggestion
        case complaint
        case report
        case praise
        case dispute
        case other
    }

    package enum Mode: String, Storable, CaseIterable, Codable {
        case named
        case anonymous
        case confidential
    }

    package enum Urgency: String, Storable, CaseIterable, Codable {
        case normal
        case urgent
        case emergency
    }

    /// An answer to "was it solved" and "was it fair": two questions, never one mark.
    package enum Verdict: String, Storable, CaseIterable, Codable {
        case yes
        case partly
        case no
        case unknown
    }
}
