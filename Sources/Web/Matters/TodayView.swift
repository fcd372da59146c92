import Centre

struct TodayView: PageView {
    static let template = "Matters/today"

    let title: String
    let day: String
    let greeting: String
    /// What waits.
    let tiles: [Tile]
    /// What is due, and what is to be read.
    let due: [Tile]
    let heaps: [Heap]
    let empty: EmptyState?
    let duty: [Desk]
    /// Who takes turns at the hall today.
    let hall: RotaTable?
    let gaps: [GapLine]
    let swaps: Link?
    let intake: Link?

    struct Tile: Sendable {
        let address: String
        let label: String
        let figure: String
        let tone: String
        let icon: String
        let isNothing: Bool
    }

    /// The first lines of what waits for one step.
    struct Heap: Sendable {
        let title: String
        let figure: String
        let address: String
        let lines: [Line]
    }

    struct Line: Sendable {
        let address: String
        let title: String
        let note: String
        let marks: [Badge]
        let due: Badge?
    }

    /// Who sits in a unit of the centre.
    struct Desk: Sendable {
        struct Person: Sendable {
            let name: String
            let role: String
        }

        let unit: String
        let people: [Person]
    }
}

extension TodayView {
    init(_ today: Today, of viewer: Viewer, _ town: Town, _ say: Wording, now: Moment) {
        let here = now.day(in: town.offset)
        title = say("place-today")
        day = say("today-day", ["day": say.day(here), "weekday": say.weekday(here)])
        greeting = say("today-greeting", ["name": viewer.name])
        tiles = today.heaps.map { Tile($0, say) }
        due =
            today.due.map { Tile($0, say) }
            + (viewer.may(.readMatters) ? [TodayView.alarms(today.alarms, say)] : [])
            + (today.pledges.map { [TodayView.pledges($0, say)] } ?? [])
            + (today.ownPromises.map { [TodayView.ownPromises($0, say)] } ?? [])
            + (today.escalations.map { [TodayView.escalations($0, say)] } ?? [])
            + [TodayView.notices(today.unread, say)]
        heaps = (today.heaps + today.due.filter { $0.kind == .waiting(.overdue) })
            .filter { $0.count > 0 }
            .map { Heap($0, town, say, now: now) }
        empty = heaps.isEmpty ? TodayView.nothing(viewer, say) : nil
        duty = TodayView.desks(today.onDuty, town, say)
        let half = HalfDay(at: now, in: town.offset)
        hall =
            today.rota.sittings.isEmpty
            ? nil : RotaTable([here], today.rota.sittings, now: half, town, say)
        gaps = today.rota.gaps.prefix(Today.shown).map { GapLine($0, town, say) }
        swaps =
            today.rota.swaps > 0
            ? Link(say.count("swaps-waiting", today.rota.swaps), to: "/desk/rota/swaps") : nil
        intake = viewer.may(.register) ? Link(say("today-register"), to: "/desk/intake") : nil
    }

    private static func alarms(_ open: Int, _ say: Wording) -> Tile {
        Tile(
            address: "/desk/alarms",
            label: say("today-alarms"),
            figure: figure(open, say),
            tone: (open > 0 ? Tone.soon : .plain).rawValue,
            icon: "clock",
            isNothing: open == 0
        )
    }

    private static func pledges(_ due: Int, _ say: Wording) -> Tile {
        Tile(
            address: "/desk/joint",
            label: say("today-pledges"),
            figure: figure(due, say),
            tone: (due > 0 ? Tone.soon : .plain).rawValue,
            icon: "joint",
            isNothing: due == 0
        )
    }

    private static func ownPromises(_ due: Int, _ say: Wording) -> Tile {
        Tile(
            address: "/desk/promises",
            label: say("today-own-promises"),
            figure: figure(due, say),
            tone: (due > 0 ? Tone.soon : .plain).rawValue,
            icon: "joint",
            isNothing: due == 0
        )
    }

    private static func escalations(_ open: Int, _ say: Wording) -> Tile {
        Tile(
            address: "/desk/levels",
            label: say("levels-open"),
            figure: figure(open, say),
            tone: (open > 0 ? Tone.soon : .plain).rawValue,
            icon: "dispatch",
            isNothing: open == 0
        )
    }

    private static func notices(_ unread: Int, _ say: Wording) -> Tile {
        Tile(
            address: "/desk/notices",
            label: say("today-unread"),
            figure: figure(unread, say),
            tone: "plain",
            icon: "notices",
            isNothing: unread == 0
        )
    }

    static func figure(_ count: Int, _ say: Wording) -> String {
        count < Today.most ? say.number(count) : say("today-many", ["most": "\(Today.most - 1)"])
    }

    private static func nothing(_ viewer: Viewer, _ say: Wording) -> EmptyState {
        let isOfMatters = viewer.may(.readMatters)
        return EmptyState(
            say("today-nothing"),
            say(isOfMatters ? "today-nothing-hint" : "today-not-yours"),
            link: isOfMatters ? Link(say("place-worklist"), to: "/desk/matters") : nil
        )
    }

    private static func desks(_ present: [Today.OnDuty], _ town: Town, _ say: Wording) -> [Desk] {
        town.units.filter { $0.presence == .resident }.compactMap { unit in
            let people = present.filter { $0.unit == unit.id }.map { one in
                Desk.Person(name: one.name, role: say("role-\(one.role.rawValue)"))
            }
            return people.isEmpty ? nil : Desk(unit: say(unit.name), people: people)
        }
    }
}

extension TodayView.Tile {
    init(_ heap: Today.Heap, _ say: Wording) {
        address = heap.kind.address
        label = say(heap.kind.key)
        figure = TodayView.figure(heap.count, say)
        tone = (heap.count > 0 ? heap.kind.tone : .plain).rawValue
        icon = heap.kind.icon
        isNothing = heap.count == 0
    }
}

extension TodayView.Heap {
    init(_ heap: Today.Heap, _ town: Town, _ say: Wording, now: Moment) {
        title = say(heap.kind.key)
        figure = TodayView.figure(heap.count, say)
        address = heap.kind.address
        lines = heap.lines.map { line in
            let row = MatterRow(line, town, say, now: now)
            return TodayView.Line(
                address: row.address,
                title: row.title,
                note: [row.kind, row.place, row.unit].filter { $0 != "—" }.joined(separator: " · "),
                marks: row.marks,
                due: row.due
            )
        }
    }
}

extension Today.Kind {
    /// What it is called, in the tables.
    var key: String {
        switch self {
        case .queue(let queue): "heap-\(queue.rawValue)"
        case .unit(let queue): "heap-unit-\(queue.rawValue)"
        case .waiting(let waiting): "waiting-\(waiting.rawValue)"
        }
    }

    /// The list behind the figure.
    var address: String {
        switch self {
        case .queue(.unassigned): "/desk/dispatch"
        case .queue(.returned): "/desk/dispatch?queue=returned"
        case .queue(.conference): "/desk/dispatch?queue=conference"
        case .queue(.toVerify): "/desk/verification"
        case .queue(.toClose): "/desk/verification?queue=toClose"
        case .queue(.toVisit): "/desk/visits"
        case .unit(let queue): "/desk/unit?queue=\(queue.rawValue)"
        case .waiting(let waiting): "/desk/waiting/\(waiting.rawValue)"
        }
    }

    var icon: String {
        switch self {
        case .queue(.toVerify), .queue(.toClose): "verification"
        case .queue(.toVisit): "visits"
        case .queue: "dispatch"
        case .unit: "unit"
        case .waiting(.toArchive): "file"
        case .waiting(.askedTime): "clock"
        case .waiting(let waiting): waiting.isDue ? tone.icon : "worklist"
        }
    }

    var tone: Tone {
        switch self {
        case .waiting(.overdue): .grave
        case .waiting(.today), .waiting(.soon): .soon
        default: .plain
        }
    }
}
