import Centre
import Hummingbird

/// What a unit, the desk that called or the director does with one part, and what both sides say
/// afterwards.
struct WhistleMovePages: Sendable {
    let front: Front
    let desk: WhistleDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        let call = "/whistles/calls/{id}"
        pages.get("\(call)/reception", use: askReception)
        pages.post("\(call)/reception", use: receive)
        pages.get("\(call)/justification", use: askJustification)
        pages.post("\(call)/justification", use: justify)
        pages.get("\(call)/{move}", use: ask)
        pages.post("\(call)/{move}", use: take)
    }

    private var town: Town { front.town.town }

    @Sendable private func ask(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await moveSheet(.nothing, context), in: context)
    }

    @Sendable private func take(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let move = try move(context)
        try await desk.admit(context.viewer, to: move, of: try context.id())
        return try await front.take(context) { typed in
            try await moveSheet(typed, context)
        } _: { form, operation in
            let said = try WhistleWords(&form.fields, with: move)
            try form.fields.nothingElse()
            let done = try await desk.move(
                try context.id(),
                move,
                said,
                by: context.viewer,
                operation: operation
            ).answer
            return .to("/desk/whistles/\(done.id)", saying: "done-whistle-moved")
        }
    }

    private func move(_ context: OfficerContext) throws -> WhistleCall.Move {
        let word = context.parameters.get("move") ?? ""
        guard let move = WhistleCall.Move(rawValue: word), move != .rise else { throw NotFound() }
        return move
    }

    private func moveSheet(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let move = try move(context)
        let (_, call) = try await desk.whistle(with: try context.id(), for: context.viewer)
        guard call.moves.contains(move) || typed.problem != nil else { throw NotFound() }
        let say = front.wording(context)
        let boxes = WhistleFields(town: town, typed: typed, say: say)
        let fields =
            (move.needsPresence ? [boxes.presence] : [])
            + [boxes.words("whistle-words-\(move.rawValue)", needed: move.needsWords)]
        return try await sheet(
            say("whistle-move-\(move.rawValue)"),
            hint: say("whistle-hint-\(move.rawValue)"),
            fields,
            typed,
            context
        )
    }

    @Sendable private func askReception(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.whistle)
        return try front.show(try await receptionSheet(.nothing, context), in: context)
    }

    @Sendable private func receive(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.whistle)
        return try await front.take(context) { typed in
            try await receptionSheet(typed, context)
        } _: { form, operation in
            let reception = WhistleCall.Reception(
                inTime: try form.fields.word("inTime", as: YesOrNo.self) == .yes,
                helped: try form.fields.word("helped", as: YesOrNo.self) == .yes
            )
            let words = try form.fields.optionalText("words", 1...2000, .lines)
            try form.fields.nothingElse()
            let done = try await desk.receive(
                try context.id(),
                reception,
                words,
                by: context.viewer,
                operation: operation
            ).answer
            return .to("/desk/whistles/\(done.id)", saying: "done-whistle-judged")
        }
    }

    private func receptionSheet(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let say = front.wording(context)
        let boxes = WhistleFields(town: town, typed: typed, say: say)
        return try await sheet(
            say("whistle-receive"),
            hint: say("whistle-receive-hint"),
            [
                boxes.yesOrNo("inTime", "whistle-ask-in-time"),
                boxes.yesOrNo("helped", "whistle-ask-helped"),
                boxes.words("whistle-words-judge", needed: false),
            ],
            typed,
            context
        )
    }

    @Sendable private func askJustification(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.answerWhistle)
        return try front.show(try await justificationSheet(.nothing, context), in: context)
    }

    @Sendable private func justify(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.answerWhistle)
        return try await front.take(context) { typed in
            try await justificationSheet(typed, context)
        } _: { form, operation in
            let justified = try form.fields.word("justified", as: YesOrNo.self) == .yes
            let words = try form.fields.optionalText("words", 1...2000, .lines)
            try form.fields.nothingElse()
            let done = try await desk.justify(
                try context.id(),
                WhistleCall.Justification(justified: justified),
                words,
                by: context.viewer,
                operation: operation
            ).answer
            return .to("/desk/whistles/\(done.id)", saying: "done-whistle-judged")
        }
    }

    private func justificationSheet(
        _ typed: Typed,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let say = front.wording(context)
        let boxes = WhistleFields(town: town, typed: typed, say: say)
        return try await sheet(
            say("whistle-justify"),
            hint: say("whistle-justify-hint"),
            [
                boxes.yesOrNo("justified", "whistle-ask-justified"),
                boxes.words("whistle-words-judge", needed: false),
            ],
            typed,
            context
        )
    }

    private func sheet(
        _ title: String,
        hint: String?,
        _ fields: [Field],
        _ typed: Typed,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let say = front.wording(context)
        let found = try await desk.whistle(with: try context.id(), for: context.viewer)
        let view = WhistleForm(
            title: title,
            hint: hint,
            back: Link(say("whistle"), to: "/desk/whistles/\(found.whistle.id)"),
            facts: Facts([
                (say("whistle-unit"), say(town.unitName(found.call.unit.code))),
                (say("whistle-purpose"), found.call.purpose),
                (say("whistle-place"), found.whistle.place),
                (say("whistle-reason"), found.whistle.reason),
            ]),
            form: front.head(typed, in: context),
            fields: fields,
            rows: [],
            button: title
        )
        return Sheet(view, .staff(.whistles))
    }
}
