import Centre

struct VisitQueueView: PageView {
    static let template = "Feedback/visit-queue"

    let title: String
    let list: QueueList
}

/// The sheet for one call: what was asked and answered, whom to call, the two questions.
struct VisitSheetView: PageView {
    static let template = "Feedback/visit-sheet"

    let title: String
    let row: MatterRow
    let content: String
    let answer: String
    let answeredOn: String
    let attempts: String
    let person: Facts?
    let unknown: String?
    let look: FormHead?
    let lookAddress: String
    let explained: Notice?
    let sheet: SheetForm?
    let print: String
    let others: [Link]

    struct SheetForm: Sendable {
        let form: FormHead
        let address: String
        let reached: Field
        let solved: Field
        let fair: Field
        let words: Field
    }

    init(
        _ concern: MatterView.ConcernLine,
        of matter: MatterView,
        _ line: QueueLine,
        _ contact: ContactDetails?,
        _ typed: Typed,
        _ town: Town,
        _ say: Wording,
        form: FormHead,
        look: FormHead,
        now: Moment
    ) {
        row = MatterRow(line.line, town, say, now: now)
        title = say("visit-title", ["number": concern.number])
        content = concern.content ?? say("matter-erased")
        answer = concern.answer ?? say("visit-no-answer")
        answeredOn = concern.answeredAt.map { say.day($0) } ?? ""
        attempts = say.count("visit-tries", concern.visits)
        person = contact.map { VisitSheetView.person($0, say) }
        let isGone = concern.title == nil
        unknown = isGone ? say("visit-erased") : nil
        self.look = contact == nil && !isGone ? look : nil
        let address = "/desk/visits/\(concern.number)"
        lookAddress = "\(address)/phone"
        explained = VisitSheetView.explained(concern, matter, line, say)
        sheet = explained == nil ? SheetForm(form, address, typed, say) : nil
        print = "/desk/matters/\(matter.id)/documents/visitSheet"
        others = line.concerns.filter { $0.isToBeVisited && $0.number != concern.number }
            .map { Link($0.number, to: "/desk/visits/\($0.number)") }
    }

    private static func person(_ contact: ContactDetails, _ say: Wording) -> Facts {
        Facts([
            (say("window-name"), contact.name ?? say("mode-anonymous")),
            (
                say("window-phone"),
                contact.phones.isEmpty ? say("visit-no-phone") : say.list(contact.phones)
            ),
            (say("window-address"), contact.address),
        ])
    }

    private static func explained(
        _ concern: MatterView.ConcernLine,
        _ matter: MatterView,
        _ line: QueueLine,
        _ say: Wording
    ) -> Notice? {
        if let bar = line.bar { return Notice("\(say(bar.word)) \(say("separation-why"))", .soon) }
        if matter.stage != .closed {
            let stage = say("stage-\(matter.stage.rawValue)")
            return Notice(say("visit-not-closed", ["stage": stage]))
        }
        return concern.visitedAt.map { Notice(say("visit-made", ["day": say.day($0)]), .good) }
    }
}

extension VisitSheetView.SheetForm {
    init(_ form: FormHead, _ address: String, _ typed: Typed, _ say: Wording) {
        self.form = form
        self.address = address
        let ways = ["yes", "no"].map { Field.Option($0, say("visit-reached-\($0)")) }
        reached = Field(
            "reached",
            say("visit-reached"),
            .radios(ways),
            in: typed,
            say,
            needed: true
        )
        solved = VisitSheetView.SheetForm.question("solved", typed, say) { say("solved-\($0)") }
        fair = VisitSheetView.SheetForm.question("fair", typed, say) { say("fair-\($0)") }
        words = Field(
            "words",
            say("visit-words"),
            .lines(upTo: 2000, rows: 3),
            in: typed,
            say,
            hint: say("visit-words-hint")
        )
    }

    private static func question(
        _ name: String,
        _ typed: Typed,
        _ say: Wording,
        as label: (String) -> String
    ) -> Field {
        let options = Concern.Verdict.allCases.map { verdict in
            Field.Option(verdict.rawValue, label(verdict.rawValue))
        }
        return Field(
            name,
            say("visit-\(name)"),
            .radios(options),
            in: typed,
            say,
            hint: say("visit-hint-\(name)"),
            needed: true
        )
    }
}
