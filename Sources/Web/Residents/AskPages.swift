import Centre
import Hummingbird

/// Tell us: one question a page.
///
/// The answers go from page to page inside the form; nothing is kept before it is sent, but for
/// photographs, which wait sealed under a key that only the form has. All answers are read again
/// when the concern is sent.
struct AskPages: Sendable {
    let front: Front
    let intake: IntakeDesk
    let attachments: AttachmentsDesk
    let map: WallDesk
    let gate: PublicGate

    func routes(in pages: RouterGroup<SiteContext>) {
        pages.get("/ask", use: begin)
        pages.post("/ask", use: answer)
        pages.get("/ask/send") { _, _ in front.see(.to("/ask")) }
        pages.post("/ask/send", use: send)
        pages.get("/map/grids", use: grids)
    }

    @Sendable private func begin(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try front.show(try await page(.danger, .nothing, context), in: context)
    }

    /// An answer leads to the next question; "back" and "change" to any other.
    @Sendable private func answer(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        guard var form = context.visit.heldForm else { throw WebRefusal.malformed }
        var typed = form.typed
        typed.isCarriedOn = form.isToBeShown
        let here = AskStep(rawValue: typed["step"]) ?? .danger
        let asked = AskStep(rawValue: typed["go"]) ?? (form.isToBeShown ? here : nil)
        if let asked, form.files.isEmpty { return try await turn(to: asked, typed, context) }
        if let token = HoldingToken(typed["go"]) {
            try await attachments.drop(token)
            typed = typed.keeping { $0.value != token.text }
            return try await turn(to: .photos, typed, context)
        }
        do {
            let next = try await take(here, &form, &typed, request, context)
            return try await turn(to: asked ?? next, typed, context)
        } catch {
            guard let problem = Problem(foreseen: error), problem.status != .notFound else {
                throw error
            }
            typed.problem = problem
            return try await turn(to: here, typed, context)
        }
    }

    /// Reads the answers so far by the rules that hold when they are sent.
    private func take(
        _ step: AskStep,
        _ form: inout Form,
        _ typed: inout Typed,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> AskStep {
        switch step {
        case .danger: _ = try form.fields.optionalText("dangerNow", 1...3)
        case .kind: _ = try form.fields.word("kind", as: Concern.Kind.self)
        case .photos:
            try gate.pass(request, context)
            try await hold(form.files, &typed)
        case .words, .place, .mode, .reach:
            let order = try WorkOrder(telling: &form.fields, upTo: step)
            _ = try order.checked(in: front.town.town, at: front.now())
        case .check: break
        }
        if step == .mode, typed["requester.mode"] == Concern.Mode.anonymous.rawValue {
            typed = typed.without(["requester.name"])
        }
        return step.next
    }

    /// Keeps the good ones of the files, and tells of the first that is none.
    private func hold(_ files: [FormFile], _ typed: inout Typed) async throws {
        var wrong: (any Error)?
        for (place, file) in files.filter({ $0.field == "photos" }).enumerated() {
            do {
                guard typed.photos.count < Attachment.mostAtOnce else {
                    throw Fault(.tooMany, "photos", ["most": "\(Attachment.mostAtOnce)"])
                }
                let clean = try AttachmentFile(file.bytes, named: file.name, place: place + 1)
                let held = try await attachments.hold(clean, place: place + 1)
                typed.add(FormPair("photos[]", held.token.text))
            } catch {
                wrong = wrong ?? error
            }
        }
        if let wrong { throw wrong }
    }

    private func turn(
        to step: AskStep,
        _ typed: Typed,
        _ context: SiteContext
    ) async throws -> Response {
        var sheet = try await page(step, typed, context)
        sheet.status = typed.problem.map { _ in .unprocessableContent } ?? .ok
        return front.stepping(try front.show(sheet, in: context))
    }

    @Sendable private func send(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let response = try await front.take(context) { typed in
            let step = typed.problem?.field.flatMap(AskStep.of) ?? .check
            return try await page(step, typed, context)
        } _: { form, operation in
            try gate.pass(request, context)
            let tokens = form.typed.photos
            let order = try WorkOrder(telling: &form.fields)
            let done = try await intake.register(
                order,
                holding: tokens,
                by: nil,
                operation: operation
            )
            return .to("/ask/sent").setting(.concern, to: Followed(done.answer).text)
        }
        return response.status == .seeOther ? response : front.stepping(response)
    }

    private func page(
        _ step: AskStep,
        _ typed: Typed,
        _ context: SiteContext
    ) async throws -> Sheet {
        let held = try await attachments.held(typed.photos)
        let waiting = Set(held.map(\.token.text))
        let typed = typed.keeping { $0.name != "photos[]" || waiting.contains($0.value) }
        let drawing = AskDrawing(
            step: step,
            typed: typed,
            held: held,
            town: front.town.town,
            day: front.now().day(in: front.town.town.offset),
            say: front.wording(context)
        )
        return Sheet(drawing.view(form: front.head(typed, in: context)), .resident)
    }

    /// The borders for the map, in the reader's language.
    @Sendable private func grids(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<BorderSheet> {
        let say = front.wording(context)
        let town = front.town.town
        let today = front.now().day(in: town.offset)
        return Answer(
            BorderSheet(
                grids: try await map.gridBorders().map { border in
                    let grid = town.area(code: border.code, on: today)
                    let village = grid.flatMap { town.area(at: .village, of: $0.id) }
                    return BorderSheet.Grid(
                        name: say(border.name),
                        village: village?.code ?? "",
                        parts: border.parts.map { part in
                            part.map { ring in ring.map { [$0.lat, $0.lng] } }
                        }
                    )
                }
            )
        )
    }
}

/// The town's grids as a map draws them: latitude before longitude.
struct BorderSheet: Encodable, Sendable {
    struct Grid: Encodable, Sendable {
        let name: String
        let village: String
        let parts: [[[[Double]]]]
    }

    let grids: [Grid]
}

extension Front {
    /// The browser's own way back leads over these pages without sending anything again, so they
    /// may stay in its memory; the page after sending has it forget them.
    func stepping(_ response: Response) -> Response {
        var response = response
        response.headers[.cacheControl] = "private, no-cache"
        return response
    }
}
