import Centre
import Hummingbird

/// The notices that were given up: what each was, why it could not be sent, and a button that sends
/// it again.
struct FailedNoticePages: Sendable {
    let front: Front
    let desk: OutboxDesk
    let messages: MessagesDesk

    static let address = "/desk/admin/notices"
    private static let linesOfPage = 50

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/admin/notices", use: show)
        pages.post("/admin/notices/sending", use: sendAll)
        pages.post("/admin/notices/{id}/sending", use: sendOne)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await page(try ListAddress(request), .nothing, context), in: context)
    }

    @Sendable private func sendAll(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await send(nil, context)
    }

    @Sendable private func sendOne(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await send(try context.id(), context)
    }

    private func send(_ id: ID<Centre.Notice>?, _ context: OfficerContext) async throws -> Response
    {
        try context.viewer.require(.resendNotices)
        return try await front.take(context) { typed in
            try await page(nil, typed, context)
        } _: { form, operation in
            try form.fields.nothingElse()
            _ = try await desk.sendAgain(id, by: context.viewer, operation: operation)
            return .to(Self.address, saying: "done-notices-queued")
        }
    }

    private func page(
        _ address: ListAddress?,
        _ typed: Typed,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let after = try address?["after"].flatMap { Cursor($0, of: "notices/failed") }
            .map(DeadLetter.Place.init)
        let found = try await desk.deadLetters(
            for: context.viewer,
            after: after,
            limit: Self.linesOfPage
        )
        let say = front.wording(context)
        let lines = found.items.map { letter in
            FailedNoticesView.Line(letter, front.head(in: context), say)
        }
        let unsent = try await messages.failed(for: context.viewer, limit: Self.linesOfPage)
        let view = FailedNoticesView(
            title: say("admin-notices"),
            form: front.head(typed, in: context),
            address: "\(Self.address)/sending",
            lines: lines,
            empty: lines.isEmpty
                ? EmptyState(
                    say("failed-none"),
                    say("failed-none-hint"),
                    link: Link(say("admin-health"), to: "/desk/admin/health")
                ) : nil,
            pager: Pager(
                at: address == nil ? Self.address : context.visit.address,
                next: found.next?.cursor.text,
                isFirst: after == nil
            ),
            messages: FailedMessagesView(unsent, front.town.town, say) {
                front.head(in: context)
            }
        )
        return Sheet(view, .staff(.administration))
    }
}

struct FailedNoticesView: PageView {
    static let template = "Notices/failed"

    let title: String
    let form: FormHead
    let address: String
    let lines: [Line]
    let empty: EmptyState?
    let pager: Pager
    /// What could not leave the house.
    let messages: FailedMessagesView?

    struct Line: Sendable {
        let what: String
        let id: String
        let why: String
        let ordered: String
        let givenUp: String
        let machine: String
        let attempts: String
        let address: String
        let form: FormHead
        let label: String

        init(_ letter: DeadLetter, _ form: FormHead, _ say: Wording) {
            let key = "notice-\(letter.kind)"
            what = say.knows(key) ? say(key) : letter.kind
            id = "\(letter.id)"
            why = say("undelivered-\(letter.reason?.rawValue ?? "unrecorded")")
            ordered = say.moment(letter.orderedAt)
            givenUp = say.moment(letter.givenUpAt)
            machine = say.machine(letter.givenUpAt)
            attempts = say.number(letter.attempts)
            address = "\(FailedNoticePages.address)/\(letter.id)/sending"
            self.form = form
            label = say("failed-send-named", ["id": "\(letter.id)"])
        }
    }
}
