import Centre
import Hummingbird

/// A no that stands on a page of its own: what it is, and where to go from here.
struct ErrorView: PageView {
    static let template = "Frame/error"

    let title: String
    let sentence: String
    let reference: String?
    let back: Link

    init(_ problem: Problem, _ say: Wording, isDesk: Bool) {
        title = say("status-\(problem.status.code)")
        let own = "page-\(problem.word)"
        sentence = say.refusal(say.knows(own) ? own : problem.word, problem.particulars)
        reference = problem.reference
        back = Link(say("to-the-start"), to: isDesk ? "/desk" : "/")
    }
}

/// A form that was sent from a page of another visit: what was typed is carried on, and shown again
/// when the reader asks for it.
struct ResumeView: PageView {
    static let template = "Frame/resume"

    let title: String
    let text: String
    let address: String
    let ticket: String
    let carried: [Carried]
    let button: String

    struct Carried: Sendable {
        let name: String
        let value: String
    }

    init(
        title: String,
        text: String,
        _ carried: [FormPair],
        to address: String,
        _ say: Wording,
        ticket: String
    ) {
        self.title = title
        self.text = text
        self.address = address
        self.ticket = ticket
        self.carried = carried.map { Carried(name: $0.name, value: $0.value) }
        button = say("form-resume")
    }
}
