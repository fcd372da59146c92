import Centre

struct AlarmsView: PageView {
    static let template = "Alarms/alarms"

    let title: String
    let hint: String
    let kinds: [Choice]
    let states: [Choice]
    let units: [Choice]
    let rows: [Row]
    let hasRows: Bool
    let empty: EmptyState?
    let pager: Pager

    /// One thing the list can be narrowed to.
    struct Choice: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    /// One alarm: what is said of which limit of which matter.
    struct Row: Sendable {
        let kind: Badge
        let number: String
        let address: String
        let rule: String
        let unit: String
        let due: Badge
        let dueOn: String
        let machine: String
        let raised: String
    }
}

extension AlarmsView {
    init(
        _ lines: [AlarmLine],
        _ list: AlarmList,
        chosen: Alarm.Kind?,
        _ unit: Unit?,
        _ town: Town,
        _ say: Wording,
        _ pager: Pager,
        now: Moment
    ) {
        title = say("alarms-title")
        hint = say("alarms-hint")
        kinds = Alarm.Kind.allCases.map { kind in
            Choice(
                value: kind.rawValue,
                label: say("alarm-\(kind.rawValue)"),
                isChosen: kind == chosen
            )
        }
        states = Alarm.State.allCases.map { state in
            Choice(
                value: state.rawValue,
                label: say("alarms-\(state.rawValue)"),
                isChosen: state == list.state
            )
        }
        units = town.units.map { one in
            Choice(value: one.code, label: say(one.name), isChosen: one.id == unit?.id)
        }
        rows = lines.map { Row($0, town, say, now: now) }
        hasRows = !rows.isEmpty
        empty =
            rows.isEmpty
            ? EmptyState(
                say("alarms-none"),
                say("alarms-none-hint"),
                link: Link(say("place-today"), to: "/desk")
            ) : nil
        self.pager = pager
    }
}

extension AlarmsView.Row {
    init(_ line: AlarmLine, _ town: Town, _ say: Wording, now: Moment) {
        kind = Badge(say("alarm-\(line.kind.rawValue)"), line.tone)
        number = line.number ?? say("alarms-matter")
        address = "/desk/matters/\(line.matter)"
        rule = town.rule(line.rule).map { say($0.title) } ?? line.title
        unit = line.unit.map { say(town.unitName($0.code)) } ?? say("alarms-centre")
        due =
            line.answeredAt.map {
                Badge(say("alarms-answered-at", ["moment": say.shortMoment($0)]), .good)
            } ?? Badge(until: line.due, now: now, say)
        dueOn = say.shortMoment(line.due)
        machine = say.machine(line.due)
        raised = say.raised(line.at, line.raisedAt)
    }
}

extension AlarmLine {
    /// Urgency is never by colour alone: the words stand beside it.
    fileprivate var tone: Tone { state == .answered ? .plain : kind.tone }
}

extension Alarm.Kind {
    var tone: Tone { isLate ? .grave : gravity == 0 ? .plain : .soon }
}

extension Wording {
    /// When an alarm was raised, and when it should have been where that is another time.
    func raised(_ at: Moment, _ raisedAt: Moment) -> String {
        let late = raisedAt.milliseconds - at.milliseconds > 3_600_000
        let moments = ["at": shortMoment(at), "raised": shortMoment(raisedAt)]
        return self(late ? "alarms-raised-late" : "alarms-raised", moments)
    }
}
