import Centre

/// The window's form: who and how, what and where, a check.
struct WindowView: PageView {
    static let template = "Window/form"

    /// Where the typing begins.
    enum Focus {
        case phone
        case name
        case what
    }

    let title: String
    let form: FormHead
    let steps: Steps
    /// The step that is open first, for the script: from nought.
    let firstStep: Int
    let phones: [ResidentLayout.Phone]
    let danger: Field
    let alarm: Field
    let phone: Field
    let found: PhoneFoundView
    let name: Field
    let mode: Field
    let role: Field
    let people: Field
    let representatives: Field
    let channel: Field
    let outsideNumber: Field
    let isFromOutside: Bool
    let isForMany: Bool
    let disputeClass: Pick
    let area: Pick
    let kind: Field
    let content: Field
    let heading: Field
    let address: Field
    let respondent: Field
    let respondentKind: Field
    let amount: Field
    let urgency: Field
    let hasMore: Bool
    let noReply: Field
    let lng: String
    let lat: String

    init(
        _ typed: Typed,
        _ town: Town,
        _ say: Wording,
        form: FormHead,
        on day: Day,
        found: PhoneFoundView,
        focus: Focus
    ) {
        let boxes = WindowBoxes(typed, town, say, day, focus: focus)
        title = say("place-intake")
        self.form = form
        let step = WindowBoxes.step(of: typed.problem?.field) ?? (focus == .what ? 1 : 0)
        firstStep = step
        steps = Steps(
            [
                (say("window-step-who"), nil), (say("window-step-what"), nil),
                (say("window-step-check"), nil),
            ],
            now: step
        )
        phones = town.manifest.phones.prefix(3).map {
            ResidentLayout.Phone(name: say($0.name), number: $0.number)
        }
        danger = boxes.tick("dangerNow", "window-danger", hint: "window-danger-hint")
        alarm = boxes.tick("alarmRaised", "window-alarm")
        phone = boxes.phone
        self.found = found
        name = boxes.name
        mode = boxes.mode
        role = boxes.role
        people = boxes.number("people.count", "window-people")
        representatives = boxes.number(
            "people.representatives",
            "window-representatives",
            hint: "window-representatives-hint"
        )
        channel = boxes.channel
        outsideNumber = boxes.line(
            "source.externalNo",
            "window-outside-number",
            100,
            hint: "window-outside-number-hint"
        )
        isFromOutside =
            typed["source.channel"] != Concern.Channel.walkin.rawValue
            || typed.problem?.field == "source.externalNo"
        isForMany = boxes.isFilled(["people.count", "people.representatives", "requester.role"])
        disputeClass = boxes.disputeClass()
        area = boxes.area("place.areaCode")
        kind = boxes.kind
        content = boxes.content
        heading = boxes.line("title", "window-heading", 100, hint: "window-heading-hint")
        address = boxes.line("place.address", "window-address", 200)
        respondent = boxes.line(
            "respondent",
            "window-respondent",
            100,
            hint: "window-respondent-hint"
        )
        respondentKind = boxes.respondentKind
        amount = boxes.line("amount", "window-amount", 16)
        urgency = boxes.urgency
        hasMore = boxes.isFilled([
            "title", "place.address", "respondent", "amount", "urgency",
        ])
        noReply = boxes.tick("noReply", "window-no-reply")
        lng = typed["place.lng"]
        lat = typed["place.lat"]
    }
}

/// A box that completes what is typed from a list.
///
/// Partial `Window/pick`.
struct Pick: Sendable {
    struct Option: Sendable {
        let value: String
        let label: String
    }

    let name: String
    let id: String
    let label: String
    let hint: String
    let value: String
    let problem: String?
    let describedBy: String
    let isOptional: Bool
    let isFocused: Bool
    let options: [Option]
}

/// What is said of a phone that was here before, or was not.
struct PhoneFoundView: View {
    static let template = "Window/found"

    let before: String?
    let takeOver: String?
    let problem: String?

    init() { (before, takeOver, problem) = (nil, nil, nil) }

    init(_ problem: Problem, _ say: Wording) {
        let own = "beside-\(problem.word)"
        self.problem = say(say.knows(own) ? own : problem.word, problem.particulars)
        (before, takeOver) = (nil, nil)
    }

    init(_ match: PhoneMatch?, _ say: Wording) {
        problem = nil
        guard let match else {
            before = say("window-phone-new")
            takeOver = nil
            return
        }
        let day = say.day(match.registeredAt)
        let said = ["number": match.number, "day": day]
        before = say(match.name == nil ? "window-phone-before" : "window-name-taken", said)
        takeOver = match.name == nil ? say("window-take-name") : nil
    }
}

/// What the resident is told and given at the end.
struct WindowReceiptView: PageView {
    static let template = "Window/receipt"

    let title: String
    let number: String
    let code: String?
    let codeGone: String?
    let danger: Notice?
    let facts: Facts
    let promises: [Promise]
    let form: FormHead
    let print: String?
    let matter: String
    let mayGoOn: Bool

    struct Promise: Sendable {
        let title: String
        let due: String
        let machine: String
        let basis: String
        let isProvisional: Bool
    }

    init(
        _ receipt: WindowReceipt,
        _ town: Town,
        _ say: Wording,
        form: FormHead,
        mayPrint: Bool
    ) {
        title = say("window-registered")
        number = receipt.number
        code = receipt.queryCode
        codeGone = receipt.queryCode == nil ? say("window-code-gone") : nil
        danger = receipt.dangerNow ? Notice(say("window-danger-told"), .grave) : nil
        facts = Facts([
            (say("window-registered-at"), say.moment(receipt.registeredAt)),
            (say("window-channel"), say("paper-channel-\(receipt.channel.rawValue)")),
            (say("window-outside-number"), receipt.externalNo),
            (say("window-mode"), say("mode-\(receipt.mode.rawValue)")),
        ])
        promises = receipt.promises.map { Promise($0, town, say) }
        self.form = form
        print = mayPrint ? "/desk/concerns/\(receipt.number)/documents/receipt" : nil
        matter = "/desk/matters/\(receipt.matter)"
        mayGoOn = receipt.queryCode != nil
    }
}

extension WindowReceiptView.Promise {
    init(_ promise: Receipt.Promise, _ town: Town, _ say: Wording) {
        let rule = town.rule(promise.rule)
        title = rule.map { say($0.title) } ?? promise.title
        due = say.moment(promise.due)
        machine = say.machine(promise.due)
        basis = rule.map { say($0.basis.citation) } ?? promise.basis
        isProvisional = promise.provisional
    }
}
