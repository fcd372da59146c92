import Centre
import Hummingbird

/// The calendar in force, for everybody, and its changes, for those who propose and decide them.
struct CalendarCalls: Sendable {
    let desk: CalendarDesk
    let town: TownInForce
    let sentences: Sentences

    func routes(in api: RouterGroup<SiteContext>) {
        api.get("/calendar/years/{year}", use: year)
    }

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/calendar/changes", use: list)
        officers.post("/calendar/changes", use: propose)
        officers.get("/calendar/changes/{id}", use: show)
        officers.get("/calendar/changes/{id}/moves", use: moves)
        officers.post("/calendar/changes/{id}/decision", use: decide)
        officers.post("/calendar/changes/{id}/count", use: countAgain)
    }

    @Sendable private func year(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<CalendarYear> {
        try Query(request).nothingElse()
        guard let year = context.parameters.get("year").flatMap({ Int($0) }),
            (1950...2150).contains(year)
        else { throw NotFound() }
        return Answer(CalendarYear(year, in: town.town.calendar, context.language, sentences))
    }

    @Sendable private func list(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<ChangeView>> {
        var query = try Query(request)
        let limit = try query.limit(usual: 20)
        let below = try query.cursor(of: "calendar").map { Int(try $0.number(at: 0)) }
        try query.nothingElse()
        let found = try await desk.changes(for: context.viewer, below: below, limit: limit)
        let next = found.next.map { Cursor(of: "calendar", [.number(Int64($0))]).text }
        return Answer(Page(items: found.items, next: next))
    }

    @Sendable private func propose(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<ChangeView> {
        var write = try await Write(request, by: context.caller)
        try context.viewer.require(.proposeCalendar)
        let proposal = try Proposal(&write.fields)
        let done = try await desk.propose(
            proposal.content,
            reason: proposal.reason,
            by: context.viewer,
            operation: write.operation
        )
        return Answer.made(
            try await desk.change(done.answer, for: context.viewer),
            at: "/api/v1/calendar/changes/\(done.answer)",
            replayed: done.replayed
        )
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<ChangeView> {
        try Query(request).nothingElse()
        return Answer(try await desk.change(try context.id(), for: context.viewer))
    }

    @Sendable private func moves(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<MoveAnswer>> {
        var query = try Query(request)
        let outcome = try query.word("outcome", as: ClockMove.Outcome.self) ?? .kept
        let limit = try query.limit()
        let after = try query.cursor(of: outcome.list).map(DueCursor.init)
        try query.nothingElse()
        let found = try await desk.moves(
            of: try context.id(),
            outcome,
            for: context.viewer,
            after: after ?? .start,
            limit: limit
        )
        let next = found.next.map { $0.cursor(of: outcome.list).text }
        return Answer(Page(items: found.items.map(MoveAnswer.init), next: next))
    }

    @Sendable private func decide(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<ChangeView> {
        var write = try await Write(request, by: context.caller)
        let decision = try ChangeDecision(&write.fields)
        let done = try await desk.decide(
            try context.id(),
            decision,
            by: context.viewer,
            operation: write.operation
        )
        let view = try await desk.change(done.answer, for: context.viewer)
        return .done(view, replayed: done.replayed)
    }

    @Sendable private func countAgain(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<ChangeView> {
        let write = try await Write(request, by: context.caller)
        try write.fields.nothingElse()
        let done = try await desk.countAgain(
            try context.id(),
            by: context.viewer,
            operation: write.operation
        )
        let view = try await desk.change(done.answer, for: context.viewer)
        return .done(view, replayed: done.replayed)
    }
}

extension CalendarDesk {
    func decide(
        _ id: ID<CalendarChange>,
        _ decision: ChangeDecision,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<ID<CalendarChange>> {
        guard decision.isApproved else {
            return try await decline(id, words: decision.reason, by: viewer, operation: operation)
        }
        return try await approve(id, words: decision.reason, by: viewer, operation: operation)
    }
}

/// A year's days that are not what their weekday says.
struct CalendarYear: Encodable, Sendable {
    struct DayLine: Encodable, Sendable {
        let date: Day
        let works: Bool
        let why: String
        let says: String
    }

    let year: Int
    /// Whether the year's official notice is in; without it the holidays of fixed date alone stand.
    let official: Bool
    let days: [DayLine]

    init(_ year: Int, in calendar: WorkingCalendar, _ language: Language, _ sentences: Sentences) {
        self.year = year
        let first = Day(year: year, month: 1, day: 1) ?? Day(number: 0)
        let last = Day(year: year, month: 12, day: 31) ?? first
        official = calendar.isOfficial(first) && calendar.isOfficial(last)
        days = (first.number...last.number).map(Day.init(number:)).compactMap { day in
            let kind = calendar.kind(of: day)
            guard kind != .workday && kind != .weekend else { return nil }
            let named = kind.name.map { ["name": $0] } ?? [:]
            return DayLine(
                date: day,
                works: calendar.isWorking(day),
                why: kind.word,
                says: sentences.sentence(for: kind.word, named, in: language)
            )
        }
    }
}

/// One clock that a change moves.
struct MoveAnswer: Encodable, Sendable {
    let rule: String
    let subject: String
    let matter: ID<Matter>?
    let number: String?
    let was: Moment
    let becomes: Moment

    init(_ line: MoveLine) {
        rule = line.rule
        subject = line.subject.rawValue
        matter = line.matter
        number = line.number
        was = line.was
        becomes = line.becomes
    }
}

extension ClockMove.Outcome {
    /// The list's name in its cursors.
    var list: String { "moves/\(rawValue)" }
}

extension DueCursor {
    func cursor(of list: String) -> Cursor {
        Cursor(of: list, [.number(dueAt.milliseconds), .bytes(subject), .bytes(Array(rule.utf8))])
    }

    init(_ cursor: Cursor) throws {
        let subject: ID<Clock> = try cursor.id(at: 1)
        self.init(
            dueAt: Moment(milliseconds: try cursor.number(at: 0)),
            subject: subject.bytes,
            rule: try cursor.text(at: 2)
        )
    }
}
