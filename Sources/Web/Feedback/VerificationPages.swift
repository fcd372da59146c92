import Centre
import Hummingbird

/// The verification queue: what a unit replied, beside what was asked; then the closing.
struct VerificationPages: Sendable {
    let front: Front
    let desk: FeedbackDesk
    let queues: QueueDesk
    let matters: MattersDesk

    private static let linesOfPage = 50

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/verification", use: queue)
        pages.get("/verification/{id}", use: show)
        pages.post("/verification/{id}", use: judge)
        pages.post("/verification/{id}/closure", use: close)
    }

    @Sendable private func queue(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let open = [Queue.toVerify, .toClose].filter { $0.isOpen(to: context.viewer) }
        guard let first = open.first else { throw NotFound() }
        let address = try Address(request)
        let asked = address["queue"].flatMap(Queue.init(rawValue:))
        let chosen = asked.flatMap { open.contains($0) ? $0 : nil } ?? first
        let page = try await QueueListPage(chosen, address, queues, front, context)
            .list(limit: Self.linesOfPage) { "/desk/verification/\($0.line.id)" }
        let say = front.wording(context)
        let view = VerificationQueueView(
            title: say("place-verification"),
            tabs: open.map { queue in
                QueueTab(
                    label: say("queue-\(queue.rawValue)"),
                    address: "/desk/verification?queue=\(queue.rawValue)",
                    isHere: queue == chosen
                )
            },
            list: page
        )
        return try front.show(Sheet(view, .staff(.verification)), in: context)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await page(.nothing, context), in: context)
    }

    @Sendable private func judge(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await page(typed, context)
        } _: { form, operation in
            let said = try Judgement(&form.fields, in: front.town.town)
            try form.fields.nothingElse()
            let id: ID<Matter> = try context.id()
            _ = try await desk.verify(
                id,
                said.verdict,
                remark: said.remark,
                by: context.viewer,
                operation: operation
            )
            return said.verdict == .accepted
                ? .to("/desk/verification/\(id)", saying: "done-reply-accepted")
                : .to("/desk/verification", saying: "done-reply-sent-back")
        }
    }

    @Sendable private func close(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await page(typed, context)
        } _: { form, operation in
            let kind = try Closure(&form.fields, in: front.town.town).kind
            try form.fields.nothingElse()
            _ = try await desk.close(
                try context.id(),
                kind: kind,
                by: context.viewer,
                operation: operation
            )
            return .to("/desk/verification?queue=toClose", saying: "done-closed")
        }
    }

    private func page(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let id: ID<Matter> = try context.id()
        let line = try await queues.line(of: id, in: .toVerify, for: context.viewer)
        let matter = try await matters.matter(id, for: context.viewer)
        let view = VerificationView(
            line,
            matter,
            typed,
            front.town.town,
            front.wording(context),
            form: front.head(typed, in: context),
            viewer: context.viewer,
            now: front.now()
        )
        return Sheet(view, .staff(.verification))
    }
}
