import Centre
import Hummingbird

/// Looking at matters: the worklist, one of them, its timeline, its clocks.
struct MatterCalls: Sendable {
    let desk: MattersDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/matters", use: worklist)
        officers.get("/matters/{id}", use: matter)
        officers.get("/matters/{id}/timeline", use: timeline)
        officers.get("/matters/{id}/clocks", use: clocks)
    }

    @Sendable private func worklist(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<WorklistLine>> {
        var query = try Query(request)
        let list = try Worklist(&query, in: town.town)
        try query.nothingElse()
        let found = try await desk.worklist(list, for: context.viewer)
        let next = found.next.map { Cursor(of: list.name, $0.key, $0.matter).text }
        return Answer(Page(items: found.items, next: next))
    }

    @Sendable private func matter(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        Answer(try await desk.matter(try context.id(), for: context.viewer))
    }

    @Sendable private func timeline(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<TimelineLine>> {
        var query = try Query(request)
        let limit = try query.limit()
        let after = try query.cursor(of: "timeline").map { cursor in
            TimelineLine.Cursor(at: try cursor.number(at: 0), id: try cursor.id(at: 1))
        }
        try query.nothingElse()
        let found = try await desk.timeline(
            try context.id(),
            for: context.viewer,
            after: after,
            limit: limit
        )
        let next = found.next.map { Cursor(of: "timeline", $0.at, $0.id).text }
        return Answer(Page(items: found.items, next: next))
    }

    @Sendable private func clocks(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<ClockLine>> {
        let lines = try await desk.clocks(try context.id(), for: context.viewer)
        return Answer(Page(items: lines, next: nil))
    }
}

extension Worklist {
    /// The list's name in its cursors: a cursor of one order does not fit another.
    var name: String {
        search == nil ? "worklist/\(order.rawValue)" : "worklist/search"
    }

    init(_ query: inout Query, in town: Town) throws {
        self.init()
        stage = try query.word("stage", as: Matter.Stage.self)
        among = try query.word("among", as: Among.self)
        channel = try query.word("channel", as: Concern.Channel.self)
        unit = try query.text("unit", 1...64).map { try town.unit(named: $0, field: "unit") }
        area = try query.text("area", 1...64).map { try town.area(named: $0, field: "area") }
        classCode = try query.text("class", 1...32)
        due = try query.word("due", as: DueBand.self)
        search = try query.text("q", 1...100)
        order = try query.word("order", as: Order.self) ?? .due
        limit = try query.limit()
        after = try query.cursor(of: name).map { cursor in
            Worklist.Cursor(key: try cursor.number(at: 0), matter: try cursor.id(at: 1))
        }
        if channel != nil, among != .today { throw Fault(.notAllowed, "channel") }
        if let classCode, town.disputeClass(classCode) == nil {
            throw Fault(.unknownCode, "class")
        }
    }
}

extension Town {
    /// A unit as callers name it: by its code or its id.
    func unit(named text: String, field: String) throws(Fault) -> ID<Unit> {
        if let unit = unit(code: text) { return unit.id }
        guard let id = ID<Unit>(text), unit(id) != nil else { throw Fault(.unknownCode, field) }
        return id
    }

    /// An area as callers name it: by its code or its id.
    func area(named text: String, field: String) throws(Fault) -> Area {
        if let id = ID<Area>(text), let area = area(id) { return area }
        guard let area = areas.last(where: { $0.code == text }) else {
            throw Fault(.unknownCode, field)
        }
        return area
    }
}
