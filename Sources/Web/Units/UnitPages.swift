import Centre
import Hummingbird

/// What the viewer's unit has to do, and who is in it.
struct UnitPages: Sendable {
    let front: Front
    let queues: QueueDesk
    let handling: HandlingDesk
    let supervision: SupervisionDesk
    let whistles: WhistleDesk

    private static let linesOfHeap = 10
    private static let linesOfPage = 50

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/unit", use: show)
        pages.post("/unit/parts/{id}/signature", use: sign)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.sign)
        let address = try Address(request)
        return try front.show(try await page(address, .nothing, nil, context), in: context)
    }

    @Sendable private func sign(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let id: ID<Assignment> = try context.id()
        return try await front.take(context) { typed in
            try await page(nil, typed, id, context)
        } _: { form, operation in
            try form.fields.nothingElse()
            _ = try await handling.sign(id, by: context.viewer, operation: operation)
            return .to("/desk/unit", saying: "done-signed-for")
        }
    }

    private func page(
        _ address: Address?,
        _ typed: Typed,
        _ refused: ID<Assignment>?,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let say = front.wording(context)
        let chosen = address?["queue"].flatMap(UnitQueue.init(rawValue:))
        var heaps: [(queue: UnitQueue, heap: UnitHeap)] = []
        for queue in UnitQueue.allCases {
            let whole = queue == chosen
            heaps.append(
                (queue, try await heap(queue, address, isWhole: whole, refused, typed, context))
            )
        }
        let shown = heaps.filter { one in
            chosen.map { $0 == one.queue } ?? !one.heap.lines.isEmpty
        }.map(\.heap)
        let view = UnitView(
            title: say("place-unit"),
            heading: try await heading(context),
            back: chosen == nil ? nil : Link(say("place-unit"), to: "/desk/unit"),
            problem: FormProblem(typed, say).map { Notice($0.sentence, .grave) },
            tabs: heaps.map { one in
                UnitView.Tab(
                    label: one.heap.title,
                    figure: one.heap.figure,
                    address: one.heap.address,
                    isHere: one.queue == chosen
                )
            },
            empty: shown.allSatisfy(\.lines.isEmpty)
                ? EmptyState(
                    say("queue-nothing"),
                    say(chosen.map { "unit-empty-\($0.rawValue)" } ?? "unit-empty")
                ) : nil,
            hasLines: !shown.allSatisfy(\.lines.isEmpty),
            heaps: shown.filter { !$0.lines.isEmpty },
            slips: front.head(in: context),
            toAnswer: try await toAnswer(context),
            whistled: try await whistled(context)
        )
        return Sheet(view, .staff(.unit))
    }

    private func heap(
        _ queue: UnitQueue,
        _ address: Address?,
        isWhole: Bool,
        _ refused: ID<Assignment>?,
        _ typed: Typed,
        _ context: OfficerContext
    ) async throws -> UnitHeap {
        let name = "unit/\(queue.rawValue)"
        let after = try address?["after"].flatMap { Cursor($0, of: name) }.map { cursor in
            PartLine.Cursor(key: try cursor.number(at: 0), part: try cursor.id(at: 1))
        }
        let found = try await queues.page(
            queue,
            for: context.viewer,
            after: after,
            limit: isWhole ? Self.linesOfPage : Self.linesOfHeap
        )
        let say = front.wording(context)
        let next = found.next.map { Cursor(of: name, $0.key, $0.part).text }
        let lines = found.items.map { line in
            UnitPartRow(line, town, say, now: front.now()) {
                front.head(line.part.id == refused ? typed : .nothing, in: context)
            }
        }
        return UnitHeap(
            queue,
            lines,
            hasMore: found.next != nil,
            pager: isWhole
                ? Pager(at: context.visit.address, next: next, isFirst: after == nil) : nil,
            say
        )
    }

    /// What the unit is asked about and has not answered.
    private func toAnswer(_ context: OfficerContext) async throws -> SupervisionToAnswer? {
        var list = SupervisionList()
        list.waits = .unit
        list.limit = Self.linesOfHeap
        let found = try await supervision.page(list, for: context.viewer)
        return SupervisionToAnswer(
            found.items,
            hasMore: found.next != nil,
            town,
            front.wording(context),
            now: front.now()
        )
    }

    /// The tables to which the unit is called.
    private func whistled(_ context: OfficerContext) async throws -> WhistlesAtUnit? {
        guard context.viewer.may(.answerWhistle) else { return nil }
        var list = WhistleList()
        list.limit = Self.linesOfHeap
        let found = try await whistles.page(list, for: context.viewer)
        return WhistlesAtUnit(found.items, town, front.wording(context), now: front.now()) {
            front.head(in: context)
        }
    }

    private func heading(_ context: OfficerContext) async throws -> UnitHeading? {
        guard let post = context.viewer.posts(holding: .sign).first,
            let unit = town.unit(post.unit)
        else { return nil }
        return UnitHeading(unit, try await queues.members(of: unit.id), front.wording(context))
    }

    private var town: Town { front.town.town }
}
