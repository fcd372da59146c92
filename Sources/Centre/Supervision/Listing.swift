import Storage

/// Rectification under the public eye (挂牌整治): a place, an area, a trade or a unit, with its
/// grounds, measures and responsible leader; never a person.
///
/// It is never set: ``replay(_:of:units:)`` makes it from its entries.
package struct Listing: Sendable, Equatable {
    package let id: ID<Listing>
    package let number: String
    package let subject: Subject
    /// The code of an area, a trade or a unit; a place has a name only.
    package let code: String?
    package let ground: String
    package let unit: ID<Unit>
    package let leader: ID<Officer>
    package let openedBy: ID<Officer>
    package let openedAt: Moment
    package var until: Day
    package var state: State
    package var reportedBy: ID<Officer>?
    package var removedOn: Day?
    package var watchedUntil: Day?
    package var relapses = 0

    package enum Subject: String, Storable, CaseIterable, Codable {
        case place
        case area
        case trade
        case unit
    }

    package enum State: String, Storable, CaseIterable, Codable {
        case listed
        /// The responsible unit says it is done.
        case reported
        /// Tested and found done; the removal is the director's.
        case passed
        case removed
        case withdrawn

        package var isOpen: Bool { self != .removed && self != .withdrawn }
    }

    package enum Step: String, CaseIterable, Sendable, Codable {
        case check
        case report
        case fail
        case pass
        case remove
        case relapse
        case withdraw

        var act: Act {
            switch self {
            case .check: .listingChecked
            case .report: .listingReported
            case .fail: .listingTestFailed
            case .pass: .listingTestPassed
            case .remove: .listingRemoved
            case .relapse: .listingRelapsed
            case .withdraw: .listingWithdrawn
            }
        }
    }

    package static let machine = Machine<State, Step>(transitions: [
        .init(.listed, .check, .listed, by: .supervise),
        .init(.listed, .report, .reported, by: .answerSupervision),
        .init(.listed, .withdraw, .withdrawn, by: .decideSupervision),
        .init(.reported, .check, .reported, by: .supervise),
        .init(.reported, .fail, .listed, by: .supervise),
        .init(.reported, .pass, .passed, by: .supervise),
        .init(.reported, .withdraw, .withdrawn, by: .decideSupervision),
        .init(.passed, .remove, .removed, by: .decideSupervision),
        .init(.passed, .withdraw, .withdrawn, by: .decideSupervision),
        .init(.removed, .relapse, .listed, by: .decideSupervision),
    ])
}

package enum ListingRefusal: String, Refusal, CaseIterable {
    /// The acceptance test is somebody else's than of those who are responsible or who ordered it.
    case testedByResponsible = "listing-tested-by-responsible"
    case personNamed = "listing-names-a-person"
    case termUnknown = "listing-term-unknown"
    case leaderFromUnit = "listing-leader-from-unit"
    case watchOver = "listing-watch-over"
    case nameMissing = "listing-name-missing"
    /// A listing stands above the ladder: it follows a rectification, or says why not.
    case skipUnexplained = "listing-skip-unexplained"

    package var grade: RefusalGrade {
        switch self {
        case .termUnknown, .nameMissing: .malformed
        default: .ruledOut
        }
    }

    package var field: String? {
        switch self {
        case .personNamed, .nameMissing: "name"
        case .termUnknown: "months"
        case .leaderFromUnit: "leader"
        case .skipUnexplained: "skipReason"
        case .testedByResponsible, .watchOver: nil
        }
    }
}
