import Centre
import Hummingbird

/// The days on which the viewer's unit cannot come to the hall.
struct AbsencePages: Sendable {
    let front: Front
    let desk: RotaDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/rota/absences") { _, context in
            try front.show(try await sheet(.nothing, context), in: context)
        }
        pages.post("/rota/absences", use: tell)
    }

    private var town: Town { front.town.town }

    @Sendable private func tell(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.swapSittings)
        return try await front.take(context) { typed in
            try await sheet(typed, context)
        } _: { form, operation in
            let isBack = try form.fields.word("can", as: Coming.self) == .comes
            let order = try AbsenceOrder(&form.fields, in: town)
            try form.fields.nothingElse()
            _ = try await desk.tell(
                order,
                takingBack: isBack,
                by: context.viewer,
                operation: operation
            )
            return .to("/desk/rota/absences", saying: "done-absence")
        }
    }

    enum Coming: String, CaseIterable {
        case cannot
        case comes
    }

    private func sheet(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        try context.viewer.require(.swapSittings)
        let say = front.wording(context)
        let own = Set(context.viewer.posts(holding: .swapSittings).map(\.unit)).sorted()
        var told: [AbsencesView.Line] = []
        for unit in own {
            told += try await desk.absences(of: unit, for: context.viewer).map { absence in
                AbsencesView.Line(
                    unit: say(town.unitName(absence.unit)),
                    when: say.halfDay(HalfDay(absence.day, absence.half))
                )
            }
        }
        let typed =
            typed.problem == nil
            ? Typed([
                "unit": own.first.flatMap { town.unit($0)?.code } ?? "",
                "can": Coming.cannot.rawValue,
            ]) : typed
        let view = AbsencesView(
            title: say("absences"),
            back: Link(say("place-rota"), to: "/desk/rota"),
            form: front.head(typed, in: context),
            fields: fields(own, typed, say),
            told: told
        )
        return Sheet(view, .staff(.rota))
    }

    private func fields(_ own: [ID<Unit>], _ typed: Typed, _ say: Wording) -> [Field] {
        let units = own.compactMap { town.unit($0) }.map { Field.Option($0.code, say($0.name)) }
        let can = Coming.allCases.map { Field.Option($0.rawValue, say("absence-\($0.rawValue)")) }
        let halves = HalfDay.Half.allCases.map {
            Field.Option($0.rawValue, say("half-\($0.rawValue)"))
        }
        return [
            Field("can", say("absence-what"), .radios(can), in: typed, say, needed: true),
            Field("unit", say("rota-unit"), .choice(units), in: typed, say, needed: true),
            Field("from", say("rota-from"), .day, in: typed, say, needed: true),
            Field("to", say("rota-to"), .day, in: typed, say, needed: true),
            Field(
                "half",
                say("absence-half"),
                .choice(halves),
                in: typed,
                say,
                hint: say("absence-half-hint")
            ),
        ]
    }
}

struct AbsencesView: PageView {
    static let template = "Rota/absences"

    struct Line: Sendable {
        let unit: String
        let when: String
    }

    let title: String
    let back: Link
    let form: FormHead
    let fields: [Field]
    let told: [Line]
}
