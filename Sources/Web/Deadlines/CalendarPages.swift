import Centre
import Foundation
import Hummingbird

/// The calendar page: what holds, and the changes on their way through two pairs of hands.
struct CalendarPages: Sendable {
    let front: Front
    let desk: CalendarDesk

    static let address = "/desk/admin/calendar"

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/admin/calendar", use: show)
        pages.post("/admin/calendar/notice") { try await propose(.notice, $0, $1) }
        pages.post("/admin/calendar/overlay") { try await propose(.overlay, $0, $1) }
        pages.post("/admin/calendar/rules") { try await propose(.rules, $0, $1) }
        pages.get("/admin/calendar/{id}", use: change)
        pages.post("/admin/calendar/{id}/decision", use: decide)
        pages.post("/admin/calendar/{id}/count", use: countAgain)
    }

    private static let linesOfPage = 20

    // MARK: all changes

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await page(nil, .nothing, request, context), in: context)
    }

    private func page(
        _ kind: CalendarChange.Content.Kind?,
        _ typed: Typed,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let asked = request.uri.queryParameters
        let below = asked["after"].flatMap { Int($0) }
        let found = try await desk.changes(
            for: context.viewer,
            below: below,
            limit: Self.linesOfPage
        )
        let say = front.wording(context)
        let year = asked["year"].flatMap { Int($0) }
        let view = CalendarView(
            front.town.town,
            year: year ?? front.now().day(in: front.town.town.offset).year,
            found.items,
            pager: Pager(
                at: context.visit.address,
                next: found.next.map(String.init),
                isFirst: below == nil
            ),
            writing: context.viewer.may(.proposeCalendar)
                ? ProposalForms(
                    typed: typed,
                    kind: kind,
                    say,
                    head: { front.head($0 == kind ? typed : .nothing, in: context) }
                ) : nil,
            say
        )
        return Sheet(view, around(context))
    }

    private func propose(
        _ kind: CalendarChange.Content.Kind,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.proposeCalendar)
        return try await front.take(context) { typed in
            try await page(kind, typed, request, context)
        } _: { form, operation in
            let (content, reason) = try form.fields.proposal(of: kind)
            let done = try await desk.propose(
                content,
                reason: reason,
                by: context.viewer,
                operation: operation
            )
            return .to("\(Self.address)/\(done.answer)", saying: "done-calendar-proposed")
        }
    }

    // MARK: one change

    @Sendable private func change(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await sheet(.nothing, request, context), in: context)
    }

    private func sheet(
        _ typed: Typed,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let id: ID<CalendarChange> = try context.id()
        let change = try await desk.change(id, for: context.viewer)
        let asked = request.uri.queryParameters
        let outcome = asked["outcome"].flatMap { ClockMove.Outcome(rawValue: String($0)) } ?? .kept
        let after = try asked["after"].flatMap { Cursor(String($0), of: outcome.list) }
            .map(DueCursor.init)
        let moves = try await desk.moves(
            of: id,
            outcome,
            for: context.viewer,
            after: after ?? .start,
            limit: 50
        )
        let view = ChangePageView(
            change,
            moves.items,
            outcome,
            pager: Pager(
                at: context.visit.address,
                next: moves.next.map { $0.cursor(of: outcome.list).text },
                isFirst: after == nil
            ),
            hands: ChangeHands(
                viewer: context.viewer,
                now: front.now(),
                typed: typed,
                head: { front.head(typed, in: context) },
                again: { front.head(in: context) }
            ),
            in: front.town.town,
            front.wording(context)
        )
        return Sheet(view, around(context))
    }

    @Sendable private func decide(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.decideCalendar)
        return try await front.take(context) { typed in
            try await sheet(typed, request, context)
        } _: { form, operation in
            let decision = try form.fields.word("decision", as: DecisionWord.self)
            let reason = try form.fields.text("reason", 1...500, .lines)
            try form.fields.nothingElse()
            let id: ID<CalendarChange> = try context.id()
            _ = try await desk.decide(
                id,
                ChangeDecision(isApproved: decision == .approve, reason: reason),
                by: context.viewer,
                operation: operation
            )
            return .to("\(Self.address)/\(id)", saying: "done-calendar-\(decision.rawValue)")
        }
    }

    @Sendable private func countAgain(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await sheet(typed, request, context)
        } _: { form, operation in
            try form.fields.nothingElse()
            let id: ID<CalendarChange> = try context.id()
            _ = try await desk.countAgain(id, by: context.viewer, operation: operation)
            return .to("\(Self.address)/\(id)", saying: "done-calendar-counting")
        }
    }

    private func around(_ context: OfficerContext) -> Sheet.Around {
        .staff(StaffPlace.calendar.isOpen(to: context.viewer) ? .calendar : nil)
    }
}

/// What the second person chose.
enum DecisionWord: String, CaseIterable, Sendable {
    case approve
    case decline
}

extension ChangeDecision {
    init(isApproved: Bool, reason: String) {
        self.isApproved = isApproved
        self.reason = reason
    }
}

extension Fields {
    /// A proposal as its form on the page sends it.
    fileprivate mutating func proposal(
        of kind: CalendarChange.Content.Kind
    ) throws -> (CalendarChange.Content, String) {
        let content: CalendarChange.Content =
            switch kind {
            case .notice:
                .notice(
                    try HolidayNotice(file: Data(try text("notice", 1...60_000, .lines).utf8))
                )
            case .overlay, .lift: try ownDays()
            case .rules: .rules(text: try text("rules", 1...60_000, .lines))
            }
        let reason = try text("reason", 1...200)
        try nothingElse()
        return (content, reason)
    }

    /// From a day to a day, as one stretch.
    private mutating func ownDays() throws -> CalendarChange.Content {
        let first = try day("from")
        let last = try optionalDay("to") ?? first
        let way = try word("way", as: OwnDays.self)
        guard first <= last, last.number - first.number < CalendarChange.Content.mostDays else {
            throw CalendarChangeRefusal.tooManyDays
        }
        let days = (first.number...last.number).map(Day.init(number:))
        return way == .lift ? .lift(days: days) : .overlay(days: days, off: way == .off)
    }
}

/// What the town does with days of its own.
enum OwnDays: String, CaseIterable, Sendable {
    case off
    case work
    case lift
}
