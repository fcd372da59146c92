import Centre

/// A reply beside what was asked, and what the viewer may do about it.
struct VerificationView: PageView {
    static let template = "Feedback/verification"

    let title: String
    let row: MatterRow
    let asked: [Asked]
    let replies: [Answered]
    let returnsTo: Link
    let explained: Notice?
    let judgement: JudgementForm?
    let closing: ClosingForm?

    struct Asked: Sendable {
        let number: String
        let kind: String
        let title: String
        let content: String
        let additions: [String]
    }

    /// What a unit says, for the file and for the resident.
    struct Answered: Sendable {
        let unit: String
        let role: String
        let outcome: String
        let text: String
        let publicText: String
        let at: String
    }

    struct JudgementForm: Sendable {
        let form: FormHead
        let address: String
        let verdict: Field
        let note: Field
    }

    struct ClosingForm: Sendable {
        let form: FormHead
        let address: String
        let kind: Field
        let people: String
    }

    init(
        _ line: QueueLine,
        _ matter: MatterView,
        _ typed: Typed,
        _ town: Town,
        _ say: Wording,
        form: FormHead,
        viewer: Viewer,
        now: Moment
    ) {
        row = MatterRow(line.line, town, say, now: now)
        title = row.title
        asked = matter.concerns.map { Asked($0, say) }
        replies = matter.assignments.filter { $0.round == matter.round && $0.repliedAt != nil }
            .map { Answered($0, town, say) }
        returnsTo = Link(say("window-open-matter"), to: row.address)
        explained = VerificationView.explained(line, matter, say)
        let isOpen = matter.stage == .replied && line.bar == nil
        let address = "/desk/verification/\(matter.id)"
        judgement =
            isOpen && !matter.verified && viewer.may(.verify)
            ? JudgementForm(form, address, typed, say) : nil
        closing =
            isOpen && matter.verified && viewer.may(.close)
            ? ClosingForm(form, address, typed, matter, town, say) : nil
    }

    private static func explained(
        _ line: QueueLine,
        _ matter: MatterView,
        _ say: Wording
    ) -> Notice? {
        if let bar = line.bar { return Notice("\(say(bar.word)) \(say("separation-why"))", .soon) }
        guard matter.stage != .replied else { return nil }
        let stage = say("stage-\(matter.stage.rawValue)")
        return Notice(say("verification-not-replied", ["stage": stage]))
    }
}

extension VerificationView.Asked {
    init(_ concern: MatterView.ConcernLine, _ say: Wording) {
        number = concern.number
        kind = say("paper-kind-\(concern.kind.rawValue)")
        title = concern.title ?? say("matter-erased")
        content = concern.content ?? ""
        additions = concern.additions
    }
}

extension VerificationView.Answered {
    init(_ part: MatterView.Part, _ town: Town, _ say: Wording) {
        unit = say(town.unitName(part.unit.code))
        role = say("paper-part-\(part.role.rawValue)")
        outcome = part.outcome.map { say("paper-outcome-\($0.rawValue)") } ?? ""
        text = part.text ?? ""
        publicText = part.publicText ?? ""
        at = part.repliedAt.map { say.shortMoment($0) } ?? ""
    }
}

extension VerificationView.JudgementForm {
    init(_ form: FormHead, _ address: String, _ typed: Typed, _ say: Wording) {
        self.form = form
        self.address = address
        let options = VerificationVerdict.allCases.map { verdict in
            Field.Option(
                verdict.rawValue,
                say("judged-\(verdict.rawValue)"),
                hint: say("judged-hint-\(verdict.rawValue)")
            )
        }
        verdict = Field(
            "verdict",
            say("verification-verdict"),
            .radios(options),
            in: typed,
            say,
            needed: true
        )
        note = Field(
            "note",
            say("verification-note"),
            .lines(upTo: 2000, rows: 4),
            in: typed,
            say,
            hint: say("verification-note-hint"),
            needed: true
        )
    }
}

extension VerificationView.ClosingForm {
    init(
        _ form: FormHead,
        _ address: String,
        _ typed: Typed,
        _ matter: MatterView,
        _ town: Town,
        _ say: Wording
    ) {
        self.form = form
        self.address = "\(address)/closure"
        let options = town.grounds.closure.map { ground in
            Field.Option(
                ground.code,
                say(ground.title),
                hint: ClosingHint.words(of: ground, say)
            )
        }
        kind = Field(
            "kind",
            say("closing-kind"),
            .radios(options),
            in: typed,
            say,
            hint: say("closing-kind-hint"),
            needed: true
        )
        let standing = matter.concerns.filter { $0.state != .withdrawn }
        people = say.count("closing-people", standing.count)
    }
}

/// What a way of closing means, for the codes that the tables explain; else what it rests on.
private enum ClosingHint {
    static func words(of ground: Ground, _ say: Wording) -> String? {
        let key = "closing-hint-\(ground.code)"
        return say.knows(key) ? say(key) : ground.basis.map { say($0.citation) }
    }
}
