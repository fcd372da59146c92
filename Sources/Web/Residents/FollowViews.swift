import Centre

/// A concern as the one who follows it sees it.
struct FollowView: PageView {
    static let template = "Residents/follow"

    let title: String
    let number: String
    let state: Badge
    let registered: String
    let content: [String]
    let additions: [String]
    let steps: Steps
    let next: PromiseLine?
    let hasMore: Bool
    let more: [PromiseLine]
    let holder: String?
    /// What the centre asks for, before it goes on.
    let missing: [String]
    let answer: Answered?
    let rating: RatingBox?
    let rated: String?
    let acts: [Act]
    let way: [Way]
    let files: [File]
    let notices: [Told]
    let receipt: String
    let letter: String?
    /// The printed evidence of why the day is that day.
    let why: String?
    let leaving: FormHead

    struct Answered: Sendable {
        let at: String
        let words: [String]
    }

    struct RatingBox: Sendable {
        let form: FormHead
        let number: String
        let solved: [Choice]
        let fair: [Choice]
        let words: Field

        struct Choice: Sendable {
            let value: String
            let label: String
            let isChosen: Bool
        }
    }

    struct Act: Sendable {
        let address: String
        let label: String
        let hint: String
        let icon: String
    }

    struct Way: Sendable {
        let machine: String
        let at: String
        let words: String
    }

    struct File: Sendable {
        let address: String
        let name: String
        let size: String
        let isPicture: Bool
    }

    struct Told: Sendable {
        let at: String
        let words: String
    }
}
