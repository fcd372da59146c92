import Centre
import Hummingbird

/// The forms of the desk that calls: a new whistle, more units, taking it back.
struct WhistleBlowPages: Sendable {
    let front: Front
    let desks: Desks

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/matters/{id}/whistle", use: askNew)
        pages.post("/matters/{id}/whistle", use: blow)
        pages.get("/whistles/{id}/calls", use: askMore)
        pages.post("/whistles/{id}/calls", use: callMore)
        pages.get("/whistles/{id}/withdrawal", use: askWithdrawal)
        pages.post("/whistles/{id}/withdrawal", use: withdraw)
    }

    private var town: Town { front.town.town }
    private var desk: WhistleDesk { desks.whistles }

    @Sendable private func askNew(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await newSheet(.nothing, context), in: context)
    }

    @Sendable private func blow(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.whistle)
        return try await front.take(context) { typed in
            try await newSheet(typed, context)
        } _: { form, operation in
            let order = try WhistleOrder(form: &form.fields, in: town)
            try form.fields.nothingElse()
            let id: ID<Matter> = try context.id()
            let done = try await desk.blow(
                order,
                on: id,
                by: context.viewer,
                operation: operation
            )
            return .to("/desk/whistles/\(done.answer.id)", saying: "done-whistled")
        }
    }

    private func newSheet(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        try context.viewer.require(.whistle)
        let say = front.wording(context)
        let id: ID<Matter> = try context.id()
        let matter = try await desks.matters.matter(id, for: context.viewer)
        let fields = WhistleFields(town: town, typed: typed, say: say)
        let voice = matter.concerns.first { !$0.linked } ?? matter.concerns.first
        let view = WhistleForm(
            title: say("whistle-blow"),
            hint: say("whistle-blow-hint"),
            back: Link(voice?.number ?? say("matter-erased"), to: "/desk/matters/\(id)"),
            facts: Facts([(say("whistle-matter"), voice?.title)]),
            form: front.head(typed, in: context),
            fields: fields.order,
            rows: fields.rows,
            button: say("whistle-blow")
        )
        return Sheet(view, .staff(.whistles))
    }

    @Sendable private func askMore(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await moreSheet(.nothing, context), in: context)
    }

    @Sendable private func callMore(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.whistle)
        return try await front.take(context) { typed in
            try await moreSheet(typed, context)
        } _: { form, operation in
            let calls = try WhistleOrder.Call.rows(&form.fields, in: town)
            try form.fields.nothingElse()
            let id: ID<Whistle> = try context.id()
            _ = try await desk.callMore(calls, to: id, by: context.viewer, operation: operation)
            return .to("/desk/whistles/\(id)", saying: "done-whistled")
        }
    }

    private func moreSheet(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let say = front.wording(context)
        let fields = WhistleFields(town: town, typed: typed, say: say)
        return try await sheet(
            say("whistle-call-more"),
            hint: say("whistle-call-more-hint"),
            [],
            fields.rows,
            typed,
            context
        )
    }

    @Sendable private func askWithdrawal(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await withdrawalSheet(.nothing, context), in: context)
    }

    @Sendable private func withdraw(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.whistle)
        return try await front.take(context) { typed in
            try await withdrawalSheet(typed, context)
        } _: { form, operation in
            let words = try form.fields.text("words", 1...2000, .lines)
            try form.fields.nothingElse()
            let id: ID<Whistle> = try context.id()
            _ = try await desk.withdraw(
                id,
                because: words,
                by: context.viewer,
                operation: operation
            )
            return .to("/desk/whistles/\(id)", saying: "done-whistle-withdrawn")
        }
    }

    private func withdrawalSheet(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let say = front.wording(context)
        let fields = WhistleFields(town: town, typed: typed, say: say)
        return try await sheet(
            say("whistle-withdraw"),
            hint: say("whistle-withdraw-hint"),
            [fields.words("whistle-words-withdraw", needed: true)],
            [],
            typed,
            context
        )
    }

    private func sheet(
        _ title: String,
        hint: String?,
        _ fields: [Field],
        _ rows: [WhistleForm.Row],
        _ typed: Typed,
        _ context: OfficerContext
    ) async throws -> Sheet {
        try context.viewer.require(.whistle)
        let whistle = try await desk.whistle(try context.id(), for: context.viewer)
        let say = front.wording(context)
        let view = WhistleForm(
            title: title,
            hint: hint,
            back: Link(say("whistle"), to: "/desk/whistles/\(whistle.id)"),
            facts: WhistlePageView.facts(whistle, town.whistles, say),
            form: front.head(typed, in: context),
            fields: fields,
            rows: rows,
            button: title
        )
        return Sheet(view, .staff(.whistles))
    }
}

/// The boxes that the forms of whistles have in common.
struct WhistleFields {
    let town: Town
    let typed: Typed
    let say: Wording

    /// All but the units.
    var order: [Field] {
        [
            Field(
                "kind",
                say("whistle-kind"),
                .radios(town.whistles.kinds.map(option)),
                in: typed,
                say,
                needed: true
            ),
            Field(
                "ground",
                say("whistle-ground"),
                .radios(town.whistles.grounds.map { Field.Option($0.code, say($0.title)) }),
                in: typed,
                say,
                needed: true
            ),
            Field(
                "reason",
                say("whistle-reason"),
                .lines(upTo: 2000, rows: 3),
                in: typed,
                say,
                hint: say("whistle-reason-hint"),
                needed: true
            ),
            Field(
                "place",
                say("whistle-place"),
                .line(upTo: 200),
                in: typed,
                say,
                hint: say("whistle-place-hint"),
                needed: true
            ),
            Field("meetsDay", say("whistle-meets-day"), .day, in: typed, say),
            Field(
                "meetsTime",
                say("whistle-meets-time"),
                .line(upTo: 5),
                in: typed,
                say,
                hint: say("whistle-meets-hint")
            ),
        ]
    }

    private func option(_ kind: WhistleKind) -> Field.Option {
        Field.Option(kind.code, say(kind.title), hint: hint(kind))
    }

    private func hint(_ kind: WhistleKind) -> String {
        let time = say.count("whistle-\(kind.answer.measure.rawValue)", kind.answer.amount)
        return say("whistle-answer-within", ["time": time, "basis": say(kind.basis.citation)])
    }

    /// A row for each unit; only the first is needed.
    var rows: [WhistleForm.Row] {
        let units = town.units.map { Field.Option($0.code, say($0.name)) }
        return (1...WhistleOrder.Call.rows).map { row in
            WhistleForm.Row(
                legend: say("whistle-unit-row", ["n": "\(row)"]),
                unit: Field(
                    "call\(row).unit",
                    say("whistle-unit"),
                    .choice(units),
                    in: typed,
                    say,
                    needed: row == 1
                ),
                purpose: Field(
                    "call\(row).purpose",
                    say("whistle-purpose"),
                    .line(upTo: 500),
                    in: typed,
                    say,
                    needed: row == 1
                )
            )
        }
    }

    func words(_ label: String, needed: Bool) -> Field {
        Field("words", say(label), .lines(upTo: 2000, rows: 4), in: typed, say, needed: needed)
    }

    var presence: Field {
        let options = WhistleCall.Presence.allCases.map {
            Field.Option($0.rawValue, say("whistle-presence-\($0.rawValue)"))
        }
        return Field(
            "presence",
            say("whistle-presence"),
            .radios(options),
            in: typed,
            say,
            needed: true
        )
    }

    func yesOrNo(_ name: String, _ label: String) -> Field {
        let options = [
            Field.Option("yes", say("answer-yes")), Field.Option("no", say("answer-no")),
        ]
        return Field(name, say(label), .radios(options), in: typed, say, needed: true)
    }
}
