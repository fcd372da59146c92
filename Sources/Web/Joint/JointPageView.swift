import Centre

/// Joint handling of one matter: one line of meetings with what was decided, promised and kept.
struct JointPageView: PageView {
    static let template = "Joint/joint"

    struct Seat: Sendable {
        let unit: String
        let presence: Badge
    }

    struct Said: Sendable {
        let at: String
        let what: String
        let words: [String]
    }

    struct Promised: Sendable {
        let id: String
        let unit: String
        let what: String
        let state: Badge
        let day: String
        let evidence: String?
        /// The file that shows it.
        let file: Link?
        let former: String?
        let asked: String?
        let history: [Said]
        let hasHistory: Bool
        let steps: [Link]
    }

    struct Meeting: Sendable {
        let id: String
        let title: String
        let state: Badge
        let agenda: String
        let facts: Facts
        let seats: [Seat]
        let minutes: [String]
        let hasMinutes: Bool
        let decisions: [String]
        let pledges: [Promised]
        let steps: [Link]
    }

    struct Signature: Sendable {
        let unit: String
        let state: Badge
        let words: [String]
        let ruling: [String]
    }

    struct Signing: Sendable {
        let asked: String
        let state: Badge
        let draft: [String]
        let signatures: [Signature]
    }

    struct Watch: Sendable {
        let id: String
        let unit: String
        let question: String
        let state: Badge
        let history: [Said]
        let steps: [Link]
    }

    let title: String
    let number: String
    let back: Link
    let state: Badge
    let reason: [String]
    let facts: Facts
    let tally: String
    let steps: [Link]
    let meetings: [Meeting]
    let hasMeetings: Bool
    let pledges: [Promised]
    let hasPledges: Bool
    let signing: Signing?
    let watches: [Watch]
    let hasWatches: Bool
}
