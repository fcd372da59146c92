import Centre
import Hummingbird

/// The dispatch board: what no unit has yet, what came back, what a conference decides.
struct DispatchPages: Sendable {
    let front: Front
    let desk: DispatchDesk
    let queues: QueueDesk
    let matters: MattersDesk

    static let columns: [Queue] = [.unassigned, .returned, .conference]
    private static let linesOfColumn = 20
    private static let linesOfPage = 50

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/dispatch", use: board)
        pages.get("/dispatch/{id}", use: step)
        pages.post("/dispatch/{id}", use: giveOut)
        pages.post("/dispatch/{id}/conference", use: confer)
        pages.post("/dispatch/{id}/designation", use: designate)
    }

    @Sendable private func board(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let open = Self.columns.filter { $0.isOpen(to: context.viewer) }
        guard !open.isEmpty else { throw NotFound() }
        let address = try Address(request)
        if let queue = address["queue"].flatMap(Queue.init(rawValue:)), open.contains(queue) {
            return try front.show(try await column(queue, address, context), in: context)
        }
        var columns: [BoardColumn] = []
        for queue in open {
            let found = try await queues.page(queue, for: context.viewer, limit: Self.linesOfColumn)
            columns.append(part(of: queue, found, context))
        }
        let view = BoardView(
            title: front.wording(context)("place-dispatch"),
            columns: columns,
            unsigned: try await unsigned(context),
            receipts: context.viewer.reach(of: .register).centre ? front.head(in: context) : nil,
            slips: front.head(in: context)
        )
        return try front.show(Sheet(view, .staff(.dispatch)), in: context)
    }

    private func column(
        _ queue: Queue,
        _ address: Address,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let name = "queue/\(queue.rawValue)"
        let after = try address["after"].flatMap { Cursor($0, of: name) }.map { cursor in
            Worklist.Cursor(key: try cursor.number(at: 0), matter: try cursor.id(at: 1))
        }
        let found = try await queues.page(
            queue,
            for: context.viewer,
            after: after,
            limit: Self.linesOfPage
        )
        let next = found.next.map { Cursor(of: name, $0.key, $0.matter).text }
        let say = front.wording(context)
        let view = BoardColumnView(
            title: say("queue-\(queue.rawValue)"),
            back: Link(say("place-dispatch"), to: "/desk/dispatch"),
            column: part(of: queue, found, context),
            pager: Pager(at: context.visit.address, next: next, isFirst: after == nil),
            receipts: context.viewer.reach(of: .register).centre ? front.head(in: context) : nil
        )
        return Sheet(view, .staff(.dispatch))
    }

    private func part(
        of queue: Queue,
        _ found: Portion<QueueLine, Worklist.Cursor>,
        _ context: OfficerContext
    ) -> BoardColumn {
        let say = front.wording(context)
        let now = front.now()
        let mayPrint = context.viewer.reach(of: .register).centre
        let lines = found.items.map { line in
            BoardLine(
                line,
                in: queue,
                front.town.town,
                say,
                now: now,
                viewer: context.viewer,
                mayPrint: mayPrint
            ) { front.head(in: context) }
        }
        return BoardColumn(queue, lines, hasMore: found.next != nil, say)
    }

    private func unsigned(_ context: OfficerContext) async throws -> UnsignedParts? {
        guard context.viewer.may(.assign) else { return nil }
        let found = try await queues.unsigned(for: context.viewer, limit: Self.linesOfPage)
        let say = front.wording(context)
        return UnsignedParts(found, front.town.town, say, now: front.now())
    }
}

// MARK: the step of one matter

extension DispatchPages {
    @Sendable private func step(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await page(nil, context), in: context)
    }

    /// Takes the matter in where that was not done yet, and gives it to the lead and those who
    /// assist; each write has an operation of its own, made from the form's.
    @Sendable private func giveOut(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await page(typed, context)
        } _: { form, operation in
            let id: ID<Matter> = try context.id()
            let line = try await line(id, context)
            let order = try DispatchOrder(&form.fields, for: line, in: town, on: today)
            try form.fields.nothingElse()
            if let acceptance = order.acceptance {
                _ = try await desk.accept(
                    id,
                    acceptance,
                    by: context.viewer,
                    operation: operation.part("accept")
                )
            }
            for (place, errand) in order.errands.enumerated() {
                _ = try await desk.assign(
                    id,
                    errand,
                    by: context.viewer,
                    operation: operation.part("errand-\(place)")
                )
            }
            return .to("/desk/dispatch", saying: "done-given-out")
        }
    }

    @Sendable private func confer(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await page(typed, context)
        } _: { form, operation in
            let minutes = try Minutes(&form.fields, in: town)
            try form.fields.nothingElse()
            let id: ID<Matter> = try context.id()
            _ = try await desk.confer(
                id,
                minutes: minutes.words,
                by: context.viewer,
                operation: operation
            )
            return .to("/desk/dispatch/\(id)", saying: "done-conferred")
        }
    }

    @Sendable private func designate(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await page(typed, context)
        } _: { form, operation in
            let unit = try Designation(&form.fields, in: town).unit
            let line = try await line(try context.id(), context)
            guard let returned = line.returned else { throw AssignmentRefusal.notReturned }
            _ = try await desk.designate(
                returned.id,
                to: unit,
                by: context.viewer,
                operation: operation
            )
            return .to("/desk/dispatch", saying: "done-designated")
        }
    }

    private func page(_ typed: Typed?, _ context: OfficerContext) async throws -> Sheet {
        let id: ID<Matter> = try context.id()
        let line = try await line(id, context)
        let matter = try await matters.matter(id, for: context.viewer)
        let say = front.wording(context)
        let typed = typed ?? .dispatch(line, town, say)
        let view = DispatchStepView(
            line,
            matter,
            typed,
            town,
            say,
            form: front.head(typed, in: context),
            viewer: context.viewer,
            now: front.now()
        )
        return Sheet(view, .staff(.dispatch))
    }

    private func line(_ id: ID<Matter>, _ context: OfficerContext) async throws -> QueueLine {
        try await queues.line(of: id, in: .returned, for: context.viewer)
    }

    private var town: Town { front.town.town }
    private var today: Day { front.now().day(in: town.offset) }
}

extension Operation {
    /// A write that is one part of what a form asks for.
    func part(_ name: String) -> Operation {
        Operation(scope: id, key: name, content: fingerprint)
    }
}
