import Centre

/// The page of one question.
struct AskView: PageView {
    static let template = "Residents/ask"

    let title: String
    let progress: String
    let lead: String?
    let form: FormHead
    let address: String
    let step: String
    let carried: [Carried]
    let isMultipart: Bool
    /// Answers that are a press of a button.
    let taps: [Tap]
    let fields: [Field]
    let map: Map?
    let photos: Photos?
    let check: Check?
    let next: String?
    /// The question before this one.
    let back: String?

    struct Carried: Sendable {
        let name: String
        let value: String
    }

    struct Tap: Sendable {
        let name: String
        let value: String
        let label: String
        let hint: String?
        let isChosen: Bool
        let isGrave: Bool
    }

    struct Map: Sendable {
        let lng: String
        let lat: String
    }

    struct Photos: Sendable {
        let held: [Held]
        let field: Field

        struct Held: Sendable {
            let token: String
            let name: String
            let size: String
        }
    }

    struct Check: Sendable {
        let rows: [Row]
        let privacy: [String]

        struct Row: Sendable {
            let name: String
            let value: String
            let step: String
        }
    }
}

/// The stop before everything else: somebody is in danger.
struct DangerView: PageView {
    static let template = "Residents/danger"

    let title: String
    let calls: [Call]
    let form: FormHead
    let carried: [AskView.Carried]

    struct Call: Sendable {
        let number: String
        let name: String
    }
}
