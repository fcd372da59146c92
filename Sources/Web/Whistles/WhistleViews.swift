import Centre

/// A form of a whistle on a page of its own: what it is about, what is asked, and a row for each
/// unit where units are called.
struct WhistleForm: PageView {
    static let template = "Whistles/form"

    struct Row: Sendable {
        let legend: String
        let unit: Field
        let purpose: Field
    }

    let title: String
    let hint: String?
    let back: Link
    let facts: Facts
    let form: FormHead
    let fields: [Field]
    let rows: [Row]
    let button: String
    var hasFiles = false
}

/// The running whistles: who was called, until when, who is here.
struct WhistleBoard: PageView {
    static let template = "Whistles/board"

    struct Tab: Sendable {
        let label: String
        let address: String
        let isHere: Bool
    }

    let title: String
    let figures: Link
    let tabs: [Tab]
    let rows: [WhistleRow]
    let empty: EmptyState?
    let pager: Pager
}

extension WhistleBoard {
    static func tabs(isOpen: Bool, _ say: Wording) -> [Tab] {
        [true, false].map { open in
            Tab(
                label: say(open ? "whistle-tab-open" : "whistle-tab-over"),
                address: open ? "/desk/whistles" : "/desk/whistles?state=over",
                isHere: open == isOpen
            )
        }
    }
}

/// A whistle in a list.
struct WhistleRow: Sendable {
    let id: String
    let address: String
    let title: String
    let number: String
    let kind: String
    let ground: String
    let blown: String
    let meets: String?
    let calls: [WhistleCallRow]
}

extension WhistleRow {
    /// - Parameter isOwn: whether only the calls of the viewer's units stand in it.
    init(
        _ line: WhistleLine,
        isOwn: Bool,
        _ town: Town,
        _ say: Wording,
        now: Moment,
        form: () -> FormHead
    ) {
        let rules = town.whistles
        id = "whistle-\(line.id)"
        address = "/desk/whistles/\(line.id)"
        title = line.title ?? say("matter-erased")
        number = line.number ?? ""
        kind = rules.kind(line.kind.code).map { say($0.title) } ?? line.kind.name
        ground = rules.ground(line.ground.code).map { say($0.title) } ?? line.ground.name
        blown = say.shortMoment(line.blownAt)
        meets = line.meetsAt.map { say("whistle-meets", ["moment": say.shortMoment($0)]) }
        calls = line.calls.filter { !isOwn || $0.own }.map { call in
            WhistleCallRow(
                unit: say(town.unitName(call.unit.code)),
                state: Badge(whistle: call.state, presence: call.presence, say),
                due: Badge(whistleDue: call.due, of: call.state, now: now, say),
                rung: call.rung.map { say("whistle-rung-\($0.rawValue)") },
                steps: call.moves.map { WhistleStep($0, of: call.id, call.unit, town, say, form) }
            )
        }
    }
}

/// A called unit in a list: what it said, until when it answers, where its silence went.
struct WhistleCallRow: Sendable {
    let unit: String
    let state: Badge
    let due: Badge?
    let rung: String?
    let steps: [WhistleStep]
}

/// One lawful step of a part: a button where nothing has to be said, else the way to its form.
struct WhistleStep: Sendable {
    let label: String
    /// With the unit, for those who hear the buttons one by one.
    let named: String
    let address: String
    let form: FormHead?
    let isForm: Bool
}

extension WhistleStep {
    init(
        _ move: WhistleCall.Move,
        of call: ID<WhistleCall>,
        _ unit: MatterView.Named,
        _ town: Town,
        _ say: Wording,
        _ form: () -> FormHead
    ) {
        label = say("whistle-move-\(move.rawValue)")
        named = say(
            "whistle-move-of",
            ["move": say("whistle-move-\(move.rawValue)"), "unit": say(town.unitName(unit.code))]
        )
        address = "/desk/whistles/calls/\(call)/\(move.rawValue)"
        isForm = !move.needsWords && !move.needsPresence
        self.form = isForm ? form() : nil
    }

    init(_ label: String, _ unit: String, to address: String, _ say: Wording) {
        self.label = label
        named = say("whistle-move-of", ["move": label, "unit": unit])
        self.address = address
        isForm = false
        form = nil
    }
}

extension Badge {
    /// Where a part stands, by a word; a link is said beside the presence.
    init(
        whistle state: WhistleCall.State,
        presence: WhistleCall.Presence?,
        _ say: Wording
    ) {
        let tone: Tone =
            switch state {
            case .present, .done: .good
            case .declined, .absent: .soon
            case .called, .seen, .coming, .excused, .withdrawn: .plain
            }
        let word = say("whistle-state-\(state.rawValue)")
        guard let presence, state == .present || state == .done else {
            self.init(word, tone)
            return
        }
        self.init("\(word) · \(say("whistle-presence-\(presence.rawValue)"))", tone)
    }

    /// Until when an answer is asked for; nil once there is one.
    init?(whistleDue due: Moment, of state: WhistleCall.State, now: Moment, _ say: Wording) {
        guard state.isSilent else { return nil }
        let tone: Tone = due < now ? .grave : due < now.adding(hours: 1) ? .soon : .plain
        self.init(say.left(until: due, now: now), tone)
    }
}
