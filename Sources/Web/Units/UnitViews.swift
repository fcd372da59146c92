import Centre

struct UnitView: PageView {
    static let template = "Units/unit"

    let title: String
    let heading: UnitHeading?
    let back: Link?
    let problem: Notice?
    let tabs: [Tab]
    let empty: EmptyState?
    let hasLines: Bool
    let heaps: [UnitHeap]
    let slips: FormHead
    let toAnswer: SupervisionToAnswer?
    let whistled: WhistlesAtUnit?

    /// A list of the unit with its figure, and where it is opened.
    struct Tab: Sendable {
        let label: String
        let figure: String
        let address: String
        let isHere: Bool
    }
}

/// The unit as the board at its door tells of it.
struct UnitHeading: Sendable {
    let name: String
    let presence: String
    let phone: String?
    let duties: String
    let people: [Person]

    struct Person: Sendable {
        let name: String
        let role: String
    }

    init(_ unit: Unit, _ members: [UnitMember], _ say: Wording) {
        name = say(unit.name)
        presence = say("presence-\(unit.presence.rawValue)")
        phone = unit.phone
        duties = unit.duties
        people = members.map { Person(name: $0.name, role: say("role-\($0.role.rawValue)")) }
    }
}

/// One of the unit's lists.
struct UnitHeap: Sendable {
    let id: String
    let title: String
    let figure: String
    let address: String
    let lines: [UnitPartRow]
    let more: String?
    let pager: Pager?

    init(
        _ queue: UnitQueue,
        _ lines: [UnitPartRow],
        hasMore: Bool,
        pager: Pager?,
        _ say: Wording
    ) {
        id = "heap-\(queue.rawValue)"
        title = say("unit-\(queue.rawValue)")
        figure = hasMore ? "\(say.number(lines.count))+" : say.number(lines.count)
        address = "/desk/unit?queue=\(queue.rawValue)"
        self.lines = lines
        more = hasMore && pager == nil ? say("board-more") : nil
        self.pager = pager
    }
}

/// A part of the unit: what it is, until when, and to be signed for in place.
struct UnitPartRow: Sendable {
    let id: String
    let address: String
    let title: String
    let number: String
    let label: String
    let note: String
    let marks: [Badge]
    let state: Badge
    let due: Badge?
    let sign: Sign?

    struct Sign: Sendable {
        let address: String
        let form: FormHead
        let label: String
    }

    init(_ line: PartLine, _ town: Town, _ say: Wording, now: Moment, form: () -> FormHead) {
        let row = MatterRow(line.line, town, say, now: now)
        id = "\(line.part.id)"
        address = row.address
        title = row.title
        number = row.number
        label = say("board-choose", ["number": row.number])
        let role = say("paper-part-\(line.part.role.rawValue)")
        note = [row.kind, row.place, role].filter { $0 != "—" }.joined(separator: " · ")
        marks = row.marks
        state = Badge(say("stage-\(line.part.state.rawValue)"))
        due = line.due.map { Badge(until: $0, now: now, say) }
        sign =
            line.part.state == .pending
            ? Sign(
                address: "/desk/unit/parts/\(line.part.id)/signature",
                form: form(),
                label: say("unit-sign-named", ["number": row.number])
            ) : nil
    }
}
