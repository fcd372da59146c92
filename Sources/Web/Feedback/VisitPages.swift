import Centre
import Hummingbird

/// The return visits: whom to ask, and the sheet to call by.
struct VisitPages: Sendable {
    let front: Front
    let desk: FeedbackDesk
    let queues: QueueDesk
    let matters: MattersDesk
    let contacts: ContactsDesk

    private static let linesOfPage = 50

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/visits", use: queue)
        pages.get("/visits/{number}", use: show)
        pages.post("/visits/{number}", use: record)
        pages.post("/visits/{number}/phone", use: phone)
    }

    @Sendable private func queue(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.visit)
        let page = try await QueueListPage(.toVisit, try Address(request), queues, front, context)
            .list(limit: Self.linesOfPage) { line in
                let next = line.concerns.first(where: \.isToBeVisited) ?? line.concerns.first
                return "/desk/visits/\(next?.number ?? "")"
            }
        let view = VisitQueueView(title: front.wording(context)("place-visits"), list: page)
        return try front.show(Sheet(view, .staff(.visits)), in: context)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await page(.nothing, nil, context), in: context)
    }

    /// Shows name and phone for this call; the look is entered, and the page keeps nothing of it.
    @Sendable private func phone(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        guard let form = context.visit.heldForm else { throw WebRefusal.malformed }
        let operation = try form.operation(by: context.caller)
        let shown = try await contacts.disclose(
            try context.number(),
            for: .callBack,
            to: context.viewer,
            operation: operation
        )
        return try front.show(
            try await page(.nothing, shown.answer.requester, context),
            in: context
        )
    }

    @Sendable private func record(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await page(typed, nil, context)
        } _: { form, operation in
            let number = try context.number()
            let visit = try Centre.Visit(sheet: &form.fields, of: number)
            try form.fields.nothingElse()
            let id = try await matter(of: number, context)
            _ = try await desk.visit(id, visit, by: context.viewer, operation: operation)
            guard visit.reached else { return .to("/desk/visits", saying: "done-visit-tried") }
            let said = visit.solved == .no ? "done-visit-reopened" : "done-visited"
            return .to("/desk/visits", saying: said)
        }
    }

    private func page(
        _ typed: Typed,
        _ contact: ContactDetails?,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let number = try context.number()
        let id = try await matter(of: number, context)
        let line = try await queues.line(of: id, in: .toVisit, for: context.viewer)
        let matter = try await matters.matter(id, for: context.viewer)
        guard let concern = matter.concerns.first(where: { $0.number == number }) else {
            throw NotFound()
        }
        let view = VisitSheetView(
            concern,
            of: matter,
            line,
            contact,
            typed,
            front.town.town,
            front.wording(context),
            form: front.head(typed, in: context),
            look: front.head(in: context),
            now: front.now()
        )
        return Sheet(view, .staff(.visits))
    }

    private func matter(of number: String, _ context: OfficerContext) async throws -> ID<Matter> {
        try context.viewer.require(.visit)
        guard let id = try await queues.find(number, for: context.viewer) else { throw NotFound() }
        return id
    }
}

extension Centre.Visit {
    private enum Reached: String, CaseIterable {
        case yes
        case no
    }

    /// Reads the call sheet: who was not reached was not asked, who was reached answers both
    /// questions.
    fileprivate init(sheet fields: inout Fields, of number: String) throws {
        let isReached = try fields.word("reached", as: Reached.self) == .yes
        let solved = try fields.optionalWord("solved", as: Concern.Verdict.self)
        let fair = try fields.optionalWord("fair", as: Concern.Verdict.self)
        if isReached, solved == nil { throw Fault(.missing, "solved") }
        if isReached, fair == nil { throw Fault(.missing, "fair") }
        self.init(
            reached: isReached,
            solved: isReached ? solved ?? .unknown : .unknown,
            fair: isReached ? fair ?? .unknown : .unknown,
            words: try fields.optionalText("words", 1...2000, .lines),
            number: number
        )
    }
}
