import Centre
import Hummingbird

/// What happened in the house and to its officers, for the auditor, the newest first.
struct AuditPages: Sendable {
    let front: Front
    let desk: AuditDesk
    let names: AdministrationDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/admin/audit", use: show)
    }

    private static let atOnce = 50

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let asked = try ListAddress(request)
        let chain = asked["chain"]
        let scope = AuditDesk.Scope(page: chain)
        let list = "audit/\(chain ?? "all")"
        let after: ID<Entry>? = try asked["after"].flatMap { Cursor($0, of: list) }
            .map { try $0.id(at: 0) }
        let found = try await desk.entries(
            scope,
            for: context.viewer,
            after: after,
            limit: Self.atOnce
        )
        let officers = found.items.compactMap(\.officer)
        let view = AuditView(
            found.items,
            names: try await names.names(of: officers, for: context.viewer),
            pager: Pager(
                at: context.visit.address,
                next: found.next.map { Cursor(of: list, [.bytes($0.bytes)]).text },
                isFirst: after == nil
            ),
            scope: scope,
            in: front.town.town,
            front.wording(context)
        )
        return try front.show(Sheet(view, .staff(.administration)), in: context)
    }
}

extension AuditDesk.Scope {
    /// `house`, or an officer's id; anything else narrows nothing.
    fileprivate init(page chain: String?) {
        if chain == "house" {
            self = .house
        } else if let officer = chain.flatMap({ ID<Officer>($0) }) {
            self = .officer(officer)
        } else {
            self = .all
        }
    }
}

struct AuditView: PageView {
    static let template = "Administration/audit"
    let title: String
    let choices: [Choice]
    let lines: [Line]
    let empty: EmptyState?
    let pager: Pager

    struct Choice: Sendable {
        let address: String
        let label: String
        let isHere: Bool
    }

    struct Line: Sendable {
        let machine: String
        let at: String
        let deed: String
        let mark: Badge?
        let about: Link?
        let who: String
        let facts: [String]
    }

    init(
        _ lines: [AuditLine],
        names: [ID<Officer>: String],
        pager: Pager,
        scope: AuditDesk.Scope,
        in town: Town,
        _ say: Wording
    ) {
        title = say("admin-audit")
        self.pager = pager
        var choices = [
            Choice(address: "/desk/admin/audit", label: say("audit-all"), isHere: scope == .all),
            Choice(
                address: "/desk/admin/audit?chain=house",
                label: say("audit-house"),
                isHere: scope == .house
            ),
        ]
        if case .officer(let id) = scope {
            let name = names[id] ?? "\(id)"
            choices.append(
                Choice(address: "/desk/admin/audit?chain=\(id)", label: name, isHere: true)
            )
        }
        self.choices = choices
        let words = AuditWords(town: town, say: say)
        self.lines = lines.map { line in
            Line(
                machine: say.machine(line.at),
                at: say.moment(line.at),
                deed: say("deed-\(line.act.rawValue)"),
                mark: line.act.isAlarming ? Badge(say("audit-look"), .soon) : nil,
                about: line.officer.map { id in
                    Link(names[id] ?? "\(id)", to: "/desk/admin/audit?chain=\(id)")
                },
                who: words.who(line.who),
                facts: words.facts(line.facts)
            )
        }
        empty = lines.isEmpty ? EmptyState(say("audit-none"), say("audit-none-text")) : nil
    }
}

/// An entry's facts as people read them.
struct AuditWords {
    let town: Town
    let say: Wording

    func who(_ who: TimelineLine.Who) -> String {
        guard who.kind == "officer" else { return say("audit-by-the-house") }
        let role = who.role.map { say("role-\($0)") }
        return [who.name, role].compactMap { $0 }.joined(separator: " · ")
    }

    /// Names of facts the tables do not know stand as they are: the auditor sees all of them.
    func facts(_ facts: [String: String]) -> [String] {
        facts.sorted { $0.key < $1.key }.map { name, value in
            let key = "audit-fact-\(name.replacing(".", with: "-"))"
            return "\(say.knows(key) ? say(key) : name): \(written(value, of: name))"
        }
    }

    private func written(_ value: String, of name: String) -> String {
        switch name {
        case "role": say("role-\(value)")
        case "unit":
            (ID<Unit>(value).flatMap { town.unit($0) } ?? town.unit(code: value))
                .map { say($0.name) } ?? value
        case "area":
            ID<Area>(value).flatMap { town.area($0) }.map { say($0.name) } ?? value
        case "from", "until", "to": Moment(text: value).map { say.moment($0) } ?? value
        case "why": say.knows(value) ? say(value) : value
        default: String(value.prefix(64))
        }
    }
}

extension Act {
    /// Where an auditor looks twice.
    fileprivate var isAlarming: Bool {
        switch self {
        case .accountLocked, .secondFactorRemoved, .keysRotated, .importUndone: true
        default: false
        }
    }
}
