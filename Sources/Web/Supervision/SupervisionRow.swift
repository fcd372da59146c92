import Centre

/// A step in a list; the row leads to it.
struct SupervisionRow: Sendable {
    let address: String
    let title: String
    let number: String
    let kind: String
    let unit: String
    let ground: String
    let opened: String
    let state: Badge
    let due: Badge?
}

extension SupervisionRow {
    init(_ line: SupervisionLine, _ town: Town, _ say: Wording, now: Moment) {
        address = "/desk/matters/\(line.matter)/supervision#step-\(line.id)"
        title = line.title ?? say("matter-erased")
        number = line.number ?? ""
        kind = say("rung-\(line.kind.rawValue)")
        unit = say.asked(line.unit, in: town)
        ground = town.supervision.title(line.ground.code).map { say($0) } ?? ""
        opened = say.shortMoment(line.openedAt)
        state = Badge(supervision: line.state, waits: line.waits, say)
        due = line.due.map { Badge(until: $0, now: now, say) }
    }
}

extension Wording {
    /// Whom a step calls to account: a unit, or the centre's own dispatch.
    func asked(_ unit: MatterView.Named?, in town: Town) -> String {
        unit.map { self(town.unitName($0.code)) } ?? self("supervision-dispatch")
    }
}

/// What a unit has to answer, on the unit's own page.
struct SupervisionToAnswer: Sendable {
    let rows: [SupervisionRow]
    let more: Link?
    let rules: Link
}

extension SupervisionToAnswer {
    init?(
        _ lines: [SupervisionLine],
        hasMore: Bool,
        _ town: Town,
        _ say: Wording,
        now: Moment
    ) {
        guard !lines.isEmpty else { return nil }
        rows = lines.map { SupervisionRow($0, town, say, now: now) }
        more = hasMore ? Link(say("board-more"), to: "/desk/supervision?waits=unit") : nil
        rules = Link(say("supervision-rules"), to: "/desk/supervision/rules")
    }
}
