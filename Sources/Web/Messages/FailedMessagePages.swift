import Centre
import Hummingbird

/// Sending again what could not leave the house, beside the notices that were given up.
struct FailedMessagePages: Sendable {
    let front: Front
    let desk: MessagesDesk

    static let address = "/desk/admin/messages"

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.post("/admin/messages/sending", use: sendAll)
        pages.post("/admin/messages/{id}/sending", use: sendOne)
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

    private func send(_ id: ID<Message>?, _ context: OfficerContext) async throws -> Response {
        try context.viewer.require(.resendNotices)
        return try await front.take(context) { _ in
            throw NotFound()
        } _: { form, operation in
            try form.fields.nothingElse()
            _ = try await desk.sendAgain(id, by: context.viewer, operation: operation)
            return .to(FailedNoticePages.address, saying: "done-messages-queued")
        }
    }
}

/// What could not leave the house: the first page of it, since what is sent again makes room.
struct FailedMessagesView: Sendable {
    let address: String
    let form: FormHead
    let lines: [Line]
    let isMore: Bool

    struct Line: Sendable {
        let what: String
        let whom: String
        let state: String
        let why: String
        let ended: String
        let machine: String
        let attempts: String
        let address: String
        let form: FormHead
        let label: String
    }
}

extension FailedMessagesView {
    init?(
        _ found: Portion<FailedMessage, FailedMessage.Place>,
        _ town: Town,
        _ say: Wording,
        _ head: () -> FormHead
    ) {
        guard !found.items.isEmpty else { return nil }
        address = "\(FailedMessagePages.address)/sending"
        form = head()
        lines = found.items.map { Line($0, town, say, head()) }
        isMore = found.next != nil
    }
}

extension FailedMessagesView.Line {
    init(_ message: FailedMessage, _ town: Town, _ say: Wording, _ form: FormHead) {
        what = say("notice-\(message.kind.rawValue)")
        whom = MessageWording.whom(message.unit, message.channel, town, say)
        state = say("message-state-\(message.state.rawValue)")
        why = message.failure.map { say("message-failure-\($0.rawValue)") } ?? ""
        ended = say.moment(message.endedAt)
        machine = say.machine(message.endedAt)
        attempts = say.number(message.attempts)
        address = "\(FailedMessagePages.address)/\(message.id)/sending"
        self.form = form
        label = say("message-send-named", ["id": "\(message.id)"])
    }
}
