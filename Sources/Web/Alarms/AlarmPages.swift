import Centre
import Hummingbird

/// What limits ask of an officer: what is due, what has passed, and what was answered.
struct AlarmPages: Sendable {
    let front: Front
    let desk: AlarmDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/alarms", use: show)
    }

    /// What names nothing narrows nothing; without a kind it is what the officer is told of.
    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let asked = try ListAddress(request)
        let town = front.town.town
        let kind = asked["kind"].flatMap { Alarm.Kind(rawValue: $0) }
        let unit = asked["unit"].flatMap { town.unit(code: $0) }
        var list = AlarmList()
        list.kinds = kind.map { [$0] } ?? (unit == nil ? Alarm.Kind.told(to: context.viewer) : [])
        list.state = asked["state"].flatMap { Alarm.State(rawValue: $0) } ?? .open
        list.unit = unit?.id
        list.after = try asked["after"].flatMap { Cursor($0, of: "alarms") }.map {
            try $0.id(at: 0)
        }
        let found = try await desk.page(list, for: context.viewer)
        let next = found.next.map { Cursor(of: "alarms", [.bytes($0.bytes)]).text }
        let view = AlarmsView(
            found.items,
            list,
            chosen: kind,
            unit,
            town,
            front.wording(context),
            Pager(at: context.visit.address, next: next, isFirst: list.after == nil),
            now: front.now()
        )
        return try front.show(Sheet(view, .staff(.today)), in: context)
    }
}
