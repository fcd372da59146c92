import Centre
import Hummingbird

/// What an officer was told, the unread first.
struct NoticePages: Sendable {
    let front: Front
    let desk: NoticesDesk

    private static let linesOfPage = 50

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/notices", use: show)
        pages.post("/notices/{id}/reading", use: read)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await page(try Address(request), context), in: context)
    }

    /// Marks it read; the button that opens says so by its name.
    @Sendable private func read(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { _ in
            try await page(nil, context)
        } _: { form, operation in
            let opens = try form.fields.ticked("open")
            try form.fields.nothingElse()
            let id: ID<Centre.Notice> = try context.id()
            let line = try await desk.read(id, by: context.viewer, operation: operation).answer
            return opens
                ? .to("/desk/matters/\(line.matter)")
                : .to("/desk/notices", saying: "done-notice-read")
        }
    }

    private func page(_ address: Address?, _ context: OfficerContext) async throws -> Sheet {
        let after = try address?["after"].flatMap { Cursor($0, of: "notices") }.map { cursor in
            NoticeLine.Cursor(isRead: try cursor.number(at: 0) != 0, id: try cursor.id(at: 1))
        }
        let found = try await desk.notices(
            for: context.viewer,
            after: after,
            limit: Self.linesOfPage
        )
        let say = front.wording(context)
        let lines = found.items.map { line in
            NoticeRow(line, front.town.town, say, now: front.now()) { front.head(in: context) }
        }
        let next = found.next.map { Cursor(of: "notices", $0.isRead ? 1 : 0, $0.id).text }
        let view = NoticesView(
            title: say("place-notices"),
            lines: lines,
            empty: lines.isEmpty
                ? EmptyState(
                    say("notices-none"),
                    say("notices-none-hint"),
                    link: Link(say("place-today"), to: "/desk")
                ) : nil,
            pager: Pager(at: context.visit.address, next: next, isFirst: after == nil)
        )
        return Sheet(view, .staff(.notices))
    }
}

struct NoticesView: PageView {
    static let template = "Notices/notices"

    let title: String
    let lines: [NoticeRow]
    let empty: EmptyState?
    let pager: Pager
}

/// One notice: what happened to which matter, and when.
struct NoticeRow: Sendable {
    let icon: String
    let tone: String
    let text: String
    let more: String?
    let number: String
    let matter: String
    let at: String
    let machine: String
    let readAt: String?
    let reading: Reading?

    struct Reading: Sendable {
        let address: String
        let open: FormHead
        let mark: FormHead
        let label: String
    }

    init(_ line: NoticeLine, _ town: Town, _ say: Wording, now: Moment, form: () -> FormHead) {
        let isGrave = line.kind == .dangerNow || line.kind == .limitMissed
        icon = isGrave ? Tone.grave.icon : line.readAt == nil ? "notices" : "check"
        tone = isGrave && line.readAt == nil ? Tone.grave.rawValue : Tone.plain.rawValue
        text = say("notice-\(line.kind.rawValue)")
        more = NoticeRow.particulars(line.facts, town, say)
        number = line.number ?? ""
        matter = "/desk/matters/\(line.matter)"
        at = say.shortMoment(line.at)
        machine = say.machine(line.at)
        readAt = line.readAt.map { say("notice-read-at", ["moment": say.shortMoment($0)]) }
        reading =
            line.readAt == nil
            ? Reading(
                address: "/desk/notices/\(line.id)/reading",
                open: form(),
                mark: form(),
                label: say("notice-open-named", ["number": line.number ?? ""])
            ) : nil
    }

    /// The codes of a notice in words: which units, in which role, on which ground.
    private static func particulars(
        _ facts: [String: String],
        _ town: Town,
        _ say: Wording
    ) -> String? {
        var words: [String] = []
        let codes = facts["units"].map { $0.split(separator: ",").map(String.init) } ?? []
        for code in codes + [facts["unit"]].compactMap(\.self) {
            words += town.unit(code: code).map { [say($0.name)] } ?? []
        }
        if let role = facts["role"].flatMap(Assignment.Role.init(rawValue:)) {
            words.append(say("paper-part-\(role.rawValue)"))
        }
        if facts["alarm"] != nil, let rule = facts["rule"].flatMap(town.rule) {
            words.append(say(rule.title))
        }
        if let reason = facts["reason"],
            let ground = town.grounds.returns.first(where: { $0.code == reason })
        {
            words.append(say(ground.title))
        }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }
}
