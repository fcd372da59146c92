import Centre
import Hummingbird

/// A member's own line, by number and code: what is owed, what was paid when, what all were told.
struct OwnLinePages: Sendable {
    let front: Front
    let desk: GroupDesk
    let gate: PublicGate

    func routes(in pages: RouterGroup<SiteContext>) {
        pages.get("/line", use: show)
        pages.post("/line", use: find)
        pages.post("/line/leave") { _, _ in
            front.see(.to("/", saying: "done-left").setting(.member, to: nil))
        }
        pages.post("/line/erasure", use: erase)
    }

    private func followed(_ request: Request) -> Followed? {
        Followed(front.jar.value(.member, in: request))
    }

    @Sendable private func show(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try gate.pass(request, context)
        guard let followed = followed(request) else {
            return try front.show(key(.nothing, context), in: context)
        }
        do {
            return try front.show(try await line(followed, .nothing, context), in: context)
        } catch is NotFound {
            return front.see(.to("/line").setting(.member, to: nil))
        }
    }

    @Sendable private func find(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            key(typed, context)
        } _: { form, _ in
            try gate.pass(request, context)
            let number = try form.fields.text("number", 1...64)
            let code = try form.fields.text("code", 1...64)
            let town = front.town.town
            guard let followed = Followed(member: number, code: code, in: town) else {
                throw FollowRefusal.notFound
            }
            do {
                _ = try await desk.ownLine(followed.number, code: followed.code)
            } catch is NotFound {
                throw FollowRefusal.notFound
            }
            return .to("/line").setting(.member, to: followed.text)
        }
    }

    @Sendable private func erase(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        guard let followed = followed(request) else { return front.see(.to("/line")) }
        return try await front.take(context, by: .resident(number: followed.number)) { typed in
            try await line(followed, typed, context)
        } _: { form, operation in
            try gate.pass(request, context)
            guard try form.fields.ticked("confirmed") else { throw FollowRefusal.notConfirmed }
            _ = try await desk.erase(
                followed.number,
                code: followed.code,
                operation: operation
            )
            return .to("/line", saying: "done-erased")
        }
    }

    private func key(_ typed: Typed, _ context: SiteContext) -> Sheet {
        let say = front.wording(context)
        let fresh = typed.without(["code"])
        func box(_ name: String, focus: Bool) -> Field {
            Field(
                name,
                say("own-line-\(name)"),
                .line(upTo: 64),
                in: fresh,
                say,
                hint: say("own-line-\(name)-hint"),
                needed: true,
                focus: focus
            )
        }
        let view = OwnLineKeyView(
            title: say("own-line-find"),
            hint: say("own-line-find-hint"),
            form: front.head(typed, in: context),
            fields: [box("number", focus: true), box("code", focus: false)]
        )
        return Sheet(view, .resident)
    }

    private func line(
        _ followed: Followed,
        _ typed: Typed,
        _ context: SiteContext
    ) async throws -> Sheet {
        let line = try await desk.ownLine(followed.number, code: followed.code)
        let say = front.wording(context)
        let view = OwnLineView(
            line,
            typed,
            leaving: front.head(in: context),
            erasing: line.erasable ? front.head(typed, in: context) : nil,
            say
        )
        return Sheet(view, .resident)
    }
}

extension OwnLineView {
    init(
        _ line: OwnLine,
        _ typed: Typed,
        leaving: FormHead,
        erasing: FormHead?,
        _ say: Wording
    ) {
        func money(_ sum: Money) -> String { say.money(fen: sum.fen) }
        title = say("own-line")
        number = line.number
        totals = Facts([
            (say("group-name"), line.name ?? say("group-erased")),
            (say("group-phone"), line.phone), (say("group-claimed"), money(line.claimed)),
            (say("group-owed"), money(line.owed)), (say("group-paid"), money(line.paid)),
            (say("group-rest"), money(line.rest)),
            (
                say("group-roster"),
                line.roster.map { money($0) }
                    ?? say("group-finding-\(line.finding.rawValue)")
            ),
        ])
        payments = line.payments.map { Payment(day: say.day($0.paidOn), sum: money($0.sum)) }
        bulletins = line.bulletins.map { .init(at: say.moment($0.at), words: $0.words.paragraphs) }
        self.leaving = leaving
        self.erasing = erasing
        confirmed = erasing.map { _ in
            Field("confirmed", say("own-line-confirmed"), .tick, in: typed, say, needed: true)
        }
    }
}
