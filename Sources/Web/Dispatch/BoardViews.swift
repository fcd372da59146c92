import Centre

/// The dispatch board with its columns, which stand one below the other on a phone.
struct BoardView: PageView {
    static let template = "Dispatch/board"

    let title: String
    let columns: [BoardColumn]
    let unsigned: UnsignedParts?
    /// The form that prints the receipts of the lines that are ticked.
    let receipts: FormHead?
    let slips: FormHead
}

/// One column on a page of its own, to its end.
struct BoardColumnView: PageView {
    static let template = "Dispatch/column-page"

    let title: String
    let back: Link
    let column: BoardColumn
    let pager: Pager
    let receipts: FormHead?
}

struct BoardColumn: Sendable {
    let id: String
    let title: String
    let hint: String
    let figure: String
    let address: String
    let lines: [BoardLine]
    let more: String?
    let empty: String?
    let isFirst: Bool

    init(_ queue: Queue, _ lines: [BoardLine], hasMore: Bool, _ say: Wording) {
        id = "queue-\(queue.rawValue)"
        title = say("queue-\(queue.rawValue)")
        hint = say("queue-hint-\(queue.rawValue)")
        address = "/desk/dispatch?queue=\(queue.rawValue)"
        self.lines = lines
        figure = hasMore ? "\(say.number(lines.count))+" : say.number(lines.count)
        more = hasMore ? say("board-more") : nil
        empty = lines.isEmpty ? say("queue-empty-\(queue.rawValue)") : nil
        isFirst = queue == .unassigned
    }
}

/// One matter on the board: what it is, since when, until when, and the next step.
struct BoardLine: Sendable {
    let row: MatterRow
    let age: String
    let suggestion: String?
    let why: String?
    let returned: String?
    let step: Link
    let quick: Quick?
    let printed: String?

    /// One step: the unit that is suggested gets it.
    struct Quick: Sendable {
        let address: String
        let form: FormHead
        let unit: String
        let instruction: String
        let button: String
    }

    init(
        _ line: QueueLine,
        in queue: Queue,
        _ town: Town,
        _ say: Wording,
        now: Moment,
        viewer: Viewer,
        mayPrint: Bool,
        form: () -> FormHead
    ) {
        row = MatterRow(line.line, town, say, now: now)
        let span = now.milliseconds - line.line.createdAt.milliseconds
        age = say("board-age", ["span": say.span(milliseconds: span)])
        let address = "/desk/dispatch/\(line.line.id)"
        let named = BoardLine.unit(for: line, town)
        suggestion = named.map { say("board-suggestion", ["unit": say($0.name)]) }
        why = BoardLine.why(line, say)
        returned = BoardLine.returned(line, town, say)
        step = Link(BoardLine.step(line, viewer, say), to: address)
        printed = mayPrint ? line.line.number : nil
        let isReady = queue != .conference && !line.line.stage.awaitsAcceptance
        quick =
            isReady && viewer.may(.assign)
            ? named.map { unit in
                Quick(
                    address: address,
                    form: form(),
                    unit: unit.code,
                    instruction: say("dispatch-usual-instruction"),
                    button: say("board-give-to", ["unit": say(unit.name)])
                )
            } : nil
    }

    /// Who gave it back names a better unit; before that the town's table does.
    private static func unit(for line: QueueLine, _ town: Town) -> Unit? {
        if let better = line.returned?.betterUnit { return town.unit(better) }
        return line.routing?.suggestion.flatMap { town.unit(code: $0.lead) }
    }

    private static func why(_ line: QueueLine, _ say: Wording) -> String? {
        if line.returned?.betterUnit != nil { return nil }
        return switch line.routing {
        case .suggestion(let found): say(found.why)
        case .nobody(let reason): say(reason.rawValue)
        case nil: nil
        }
    }

    static func returned(_ line: QueueLine, _ town: Town, _ say: Wording) -> String? {
        guard let part = line.returned, let unit = town.unit(part.unit) else { return nil }
        let ground = town.grounds.returns.first { $0.code == part.returnReason }
        return say(
            "board-returned",
            [
                "unit": say(unit.name),
                "reason": ground.map { say($0.title) } ?? "",
                "better": part.betterUnit.flatMap { town.unit($0) }.map { say($0.name) } ?? "",
            ]
        )
    }

    private static func step(_ line: QueueLine, _ viewer: Viewer, _ say: Wording) -> String {
        switch line.matter.conference {
        case .called: say(viewer.may(.confer) ? "board-confer" : "board-look")
        case .held: say(viewer.may(.designate) ? "board-designate" : "board-look")
        case .none:
            say(line.line.stage.awaitsAcceptance ? "board-accept" : "board-other-unit")
        }
    }
}

/// What was given out and nobody has signed for, with its slips to be printed.
struct UnsignedParts: Sendable {
    let lines: [Line]
    let isEmpty: Bool
    let hasMore: Bool

    struct Line: Sendable {
        let id: String
        let label: String
        let address: String
        let title: String
        let number: String
        let unit: String
        let role: String
        let given: String
        let due: Badge?
    }

    init(
        _ found: Portion<PartLine, PartLine.Cursor>,
        _ town: Town,
        _ say: Wording,
        now: Moment
    ) {
        lines = found.items.map { one in
            let row = MatterRow(one.line, town, say, now: now)
            let span = now.milliseconds - one.part.assignedAt.milliseconds
            return Line(
                id: "\(one.part.id)",
                label: say("board-choose", ["number": row.number]),
                address: row.address,
                title: row.title,
                number: row.number,
                unit: town.unit(one.part.unit).map { say($0.name) } ?? "",
                role: say("paper-part-\(one.part.role.rawValue)"),
                given: say("board-age", ["span": say.span(milliseconds: span)]),
                due: one.due.map { Badge(until: $0, now: now, say) }
            )
        }
        isEmpty = lines.isEmpty
        hasMore = found.next != nil
    }
}
