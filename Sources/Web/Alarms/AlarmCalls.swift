import Centre
import Hummingbird

/// The alarms of what an officer may see.
struct AlarmCalls: Sendable {
    let desk: AlarmDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/alarms", use: list)
    }

    @Sendable private func list(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<AlarmLine>> {
        var query = try Query(request)
        var list = AlarmList()
        if let kind = try query.word("kind", as: Alarm.Kind.self) { list.kinds = [kind] }
        list.state = try query.word("state", as: Alarm.State.self) ?? .open
        list.unit = try query.text("unit", 1...64).map {
            try town.town.unit(named: $0, field: "unit")
        }
        list.limit = try query.limit()
        list.after = try query.cursor(of: "alarms").map { try $0.id(at: 0) }
        try query.nothingElse()
        let found = try await desk.page(list, for: context.viewer)
        let next = found.next.map { Cursor(of: "alarms", [.bytes($0.bytes)]).text }
        return Answer(Page(items: found.items, next: next))
    }
}
