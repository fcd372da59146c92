import Centre
import Hummingbird

/// What a resident takes home: shown once the concern is sent, and again whenever asked for.
struct ReceiptPages: Sendable {
    let front: Front
    let intake: IntakeDesk
    let papers: DocumentsDesk

    func routes(in pages: RouterGroup<SiteContext>) {
        pages.get("/ask/sent") { request, context in
            var response = try await show(
                request,
                context,
                title: "ask-sent",
                lead: "ask-sent-lead"
            )
            // What was typed on the way stays in nobody's browser.
            response.headers.set("Clear-Site-Data", to: "\"cache\"")
            return response
        }
        pages.get("/follow/receipt") { request, context in
            try await show(request, context, title: "receipt", lead: nil)
        }
    }

    private func show(
        _ request: Request,
        _ context: SiteContext,
        title: String,
        lead: String?
    ) async throws -> Response {
        do {
            let followed = try front.followed(request)
            let (number, code) = (followed.number, followed.code)
            let concern = try await intake.follow(number, code: code)
            let paper = try await papers.document(.receipt, ofConcern: number, code: code)
            let say = front.wording(context)
            let promises = PromiseLines(front.town.town, front.now(), say)
            let view = ReceiptView(
                title: say(title),
                lead: lead.map { say($0) },
                number: number,
                code: code,
                picture: paper.link.flatMap { QRCode($0)?.svg(titled: say("receipt-qr")) },
                registered: say.moment(concern.registeredAt),
                promises: concern.next.map(promises.line),
                paper: "/concerns/\(number)/documents/receipt"
            )
            return try front.show(Sheet(view, .resident), in: context)
        } catch is FollowsNothing {
            return front.askForKey(then: "/follow/receipt")
        }
    }
}

struct ReceiptView: PageView {
    static let template = "Residents/receipt"

    let title: String
    let lead: String?
    let number: String
    let code: String
    let picture: String?
    let registered: String
    let promises: [PromiseLine]
    let paper: String
}

/// One promised date with the law it rests on.
struct PromiseLine: Sendable {
    let title: String
    let due: String
    let left: String
    let isLate: Bool
    let basis: String
    let provisional: Bool
    /// The days counted and skipped, with their reasons.
    let days: [String]
}

/// Says promises in the reader's language, which the answers of the desks do not.
struct PromiseLines {
    private let town: Town
    private let now: Moment
    private let say: Wording

    init(_ town: Town, _ now: Moment, _ say: Wording) {
        self.town = town
        self.now = now
        self.say = say
    }

    func line(_ promise: Receipt.Promise) -> PromiseLine {
        let rule = town.rule(promise.rule)
        let day = promise.due.day(in: town.offset)
        let isWholeDay = promise.due == day.end(in: town.offset)
        return PromiseLine(
            title: rule.map { say($0.title) } ?? promise.title,
            due: isWholeDay ? say.day(day) : say.moment(promise.due),
            left: say.left(until: promise.due, now: now),
            isLate: promise.due < now,
            basis: say(
                "promise-basis",
                ["basis": rule.map { say($0.basis.citation) } ?? promise.basis]
            ),
            provisional: promise.provisional,
            days: promise.days.map(DayWords(say, in: town).line)
        )
    }
}
