import Centre

/// One matter's next step at the dispatch board, on one page: what is asked, who could do it and
/// why, and the form.
struct DispatchStepView: PageView {
    static let template = "Dispatch/step"

    let title: String
    let row: MatterRow
    let age: String
    let asked: String?
    let people: String?
    let why: String?
    let returned: String?
    let explained: Notice?
    let order: Order?
    let minutes: Minute?
    let designation: Choice?
    let others: Link

    /// The form that takes in and gives out.
    struct Order: Sendable {
        let form: FormHead
        let address: String
        let disputeClass: Pick?
        let area: Pick?
        let route: Field?
        let unit: Field
        let assist: Field?
        let instruction: Field
        let button: String
    }

    struct Minute: Sendable {
        let form: FormHead
        let address: String
        let minutes: Field
    }

    struct Choice: Sendable {
        let form: FormHead
        let address: String
        let unit: Field
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
        let boxes = DispatchBoxes(line, typed, town, say, form: form, viewer: viewer, now: now)
        row = MatterRow(line.line, town, say, now: now)
        title = row.title
        let span = now.milliseconds - line.line.createdAt.milliseconds
        age = say("board-age", ["span": say.span(milliseconds: span)])
        asked = matter.concerns.first?.content
        people =
            matter.concerns.count > 1 ? say.count("board-concerns", matter.concerns.count) : nil
        why = line.routing?.suggestion.map { say($0.why) }
        returned = BoardLine.returned(line, town, say)
        explained = boxes.explained
        order = boxes.order
        minutes = boxes.minutes
        designation = boxes.designation
        others = Link(say("dispatch-others"), to: row.address)
    }
}

/// The forms that fit where the matter stands and what the viewer may do.
struct DispatchBoxes {
    let line: QueueLine
    let typed: Typed
    let town: Town
    let say: Wording
    let form: FormHead
    let viewer: Viewer
    let now: Moment

    init(
        _ line: QueueLine,
        _ typed: Typed,
        _ town: Town,
        _ say: Wording,
        form: FormHead,
        viewer: Viewer,
        now: Moment
    ) {
        self.line = line
        self.typed = typed
        self.town = town
        self.say = say
        self.form = form
        self.viewer = viewer
        self.now = now
    }

    private var address: String { "/desk/dispatch/\(line.line.id)" }
    private var conference: Matter.Conference { line.matter.conference }

    /// Why nothing can be done here, or not by the viewer.
    var explained: Notice? {
        if line.line.stage.isOver { return Notice(say("dispatch-over")) }
        if conference == .called, !viewer.may(.confer) {
            return Notice(say("dispatch-conference-first"), .soon)
        }
        if conference == .held, !viewer.may(.designate) {
            return Notice(say("dispatch-director-designates"), .soon)
        }
        return nil
    }

    var order: DispatchStepView.Order? {
        guard viewer.may(.assign), conference == .none, !line.line.stage.isOver else { return nil }
        let isOpen = line.line.stage.awaitsAcceptance
        let picks = WindowBoxes(
            typed,
            town,
            say,
            now.day(in: town.offset),
            focus: isOpen ? .what : .phone
        )
        return DispatchStepView.Order(
            form: form,
            address: address,
            disputeClass: isOpen ? picks.disputeClass(needed: true) : nil,
            area: isOpen ? picks.area("area") : nil,
            route: isOpen ? route : nil,
            unit: unit(focus: !isOpen),
            assist: assist,
            instruction: Field(
                "instruction",
                say("dispatch-instruction"),
                .lines(upTo: 2000, rows: 3),
                in: typed,
                say,
                needed: true
            ),
            button: say(isOpen ? "dispatch-accept-and-give" : "dispatch-give")
        )
    }

    var minutes: DispatchStepView.Minute? {
        guard conference == .called, viewer.may(.confer) else { return nil }
        return DispatchStepView.Minute(
            form: form,
            address: "\(address)/conference",
            minutes: Field(
                "minutes",
                say("dispatch-minutes"),
                .lines(upTo: 5000, rows: 8),
                in: typed,
                say,
                hint: say("dispatch-minutes-hint"),
                needed: true,
                focus: true
            )
        )
    }

    var designation: DispatchStepView.Choice? {
        guard conference != .called, viewer.may(.designate), line.returned != nil else {
            return nil
        }
        return DispatchStepView.Choice(
            form: form,
            address: "\(address)/designation",
            unit: unit(focus: true)
        )
    }

    private var route: Field {
        let options = town.legalRoutes.map { Field.Option($0.code, say($0.title)) }
        return Field(
            "route",
            say("dispatch-route"),
            .choice(options),
            in: typed,
            say,
            hint: say("dispatch-route-hint"),
            needed: true
        )
    }

    private func unit(focus: Bool) -> Field {
        let options = town.units.map { Field.Option($0.code, say($0.name)) }
        let label = line.line.lead == nil ? "dispatch-lead" : "dispatch-another"
        return Field(
            "unit",
            say(label),
            .choice(options),
            in: typed,
            say,
            needed: true,
            focus: focus
        )
    }

    private var assist: Field? {
        let codes = line.line.lead == nil ? line.routing?.suggestion?.assist ?? [] : []
        let options = codes.compactMap { town.unit(code: $0) }.map {
            Field.Option($0.code, say($0.name))
        }
        guard !options.isEmpty else { return nil }
        return Field("assist[]", say("dispatch-assist"), .checks(options), in: typed, say)
    }
}
