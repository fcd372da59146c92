/// What is wrong with a form, above it: the sentence, and a link to the box at fault.
struct FormProblem: Sendable {
    let title: String
    let sentence: String
    /// The box at fault, when it is one.
    let target: String?

    init?(_ typed: Typed, _ say: Wording) {
        if typed.isCarriedOn {
            title = say("form-carried-on")
            sentence = say("form-carried-on-hint")
            target = nil
            return
        }
        guard let problem = typed.problem else { return nil }
        title = say("form-problem")
        sentence = FormProblem.sentence(problem, say)
        target = problem.field.map(Field.id)
    }

    /// The sentence for the box of that name, when it is the one at fault.
    static func beside(_ name: String, _ problem: Problem?, _ say: Wording) -> String? {
        guard let problem, let field = problem.field,
            field == name || "\(field)[]" == name || field.hasPrefix("\(name)[")
                || (name.hasSuffix("[]") && field.hasPrefix("\(name.dropLast(2))["))
        else { return nil }
        return sentence(problem, say)
    }

    /// Beside a box its name in the contract says nothing, so some words have a sentence of their
    /// own there.
    private static func sentence(_ problem: Problem, _ say: Wording) -> String {
        let own = "beside-\(problem.word)"
        return say.refusal(say.knows(own) ? own : problem.word, problem.particulars)
    }
}

/// The beginning of every form: where it goes, and its hidden numbers.
///
/// Partial `Frame/form-head`.
package struct FormHead: Sendable {
    let ticket: String
    let operation: String
    let problem: FormProblem?
}
