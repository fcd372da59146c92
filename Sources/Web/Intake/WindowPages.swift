import Centre
import Hummingbird

/// Intake at the window: three steps on one page, and the receipt.
struct WindowPages: Sendable {
    let front: Front
    let desk: IntakeDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/intake", use: show)
        pages.post("/intake", use: register)
        pages.post("/intake/phone", use: lookUp)
        pages.post("/intake/name", use: takeName)
        pages.post("/intake/same-person", use: goOn)
        pages.get("/intake/receipts/{number}", use: receipt)
    }

    @Sendable private func show(_ request: Request, _ context: OfficerContext) throws -> Response {
        try front.show(try page(.window(for: context.viewer, town), context), in: context)
    }

    @Sendable private func register(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try page(typed, context)
        } _: { form, operation in
            let order = try WorkOrder(window: &form.fields, in: town, on: today)
            try form.fields.nothingElse()
            let done = try await desk.register(order, by: context.viewer, operation: operation)
            return .to("/desk/intake/receipts/\(done.answer.number)")
        }
    }

    /// Says whether the phone was here before; alone for htmx, else with the page as it was typed.
    @Sendable private func lookUp(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        guard let form = context.visit.heldForm else { throw WebRefusal.malformed }
        let found = try await found(form.typed, takingName: false, context)
        if context.visit.wantsPart { return try front.part(found.view, in: context) }
        var typed = form.typed
        typed.problem = found.problem
        return try front.show(try page(typed, context, found: found.view), in: context)
    }

    /// Puts the name of the concern before on this one; the look is entered.
    @Sendable private func takeName(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        guard let form = context.visit.heldForm else { throw WebRefusal.malformed }
        let found = try await found(form.typed, takingName: true, context)
        var typed = form.typed
        typed.problem = found.problem
        if let name = found.name { typed.add(FormPair("requester.name", name)) }
        return try front.show(
            try page(typed, context, found: found.view, focus: .name),
            in: context
        )
    }

    private struct Found {
        let view: PhoneFoundView
        var name: String?
        var problem: Problem?
    }

    private func found(
        _ typed: Typed,
        takingName: Bool,
        _ context: OfficerContext
    ) async throws -> Found {
        let say = front.wording(context)
        let phone = typed["requester.phones[]"]
        guard !phone.isEmpty else { return Found(view: PhoneFoundView()) }
        do {
            let match = try await desk.match(
                phone: phone,
                takingName: takingName,
                for: context.viewer
            )
            return Found(view: PhoneFoundView(match, say), name: match?.name)
        } catch let fault as Fault {
            let problem = Problem(fault)
            return Found(view: PhoneFoundView(problem, say), problem: problem)
        }
    }

    /// The next concern of whoever still stands at the window.
    @Sendable private func goOn(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        guard var form = context.visit.heldForm else { throw WebRefusal.malformed }
        let number = try form.fields.text("number", 1...64)
        let person = try await desk.samePerson(number, for: context.viewer)
        var typed = Typed.window(for: context.viewer, town)
        typed.add(FormPair("requester.mode", person.mode.rawValue))
        if let name = person.name { typed.add(FormPair("requester.name", name)) }
        for phone in person.phones { typed.add(FormPair("requester.phones[]", phone)) }
        return try front.show(try page(typed, context, focus: .what), in: context)
    }

    @Sendable private func receipt(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let receipt = try await desk.receipt(try context.number(), for: context.viewer)
        let mayPrint = context.viewer.reach(of: .register).centre
        let form = front.head(in: context)
        let say = front.wording(context)
        let view = WindowReceiptView(receipt, town, say, form: form, mayPrint: mayPrint)
        return try front.show(Sheet(view, .staff(.intake)), in: context)
    }

    private func page(
        _ typed: Typed,
        _ context: OfficerContext,
        found: PhoneFoundView = PhoneFoundView(),
        focus: WindowView.Focus = .phone
    ) throws -> Sheet {
        try context.viewer.require(.register)
        let view = WindowView(
            typed,
            town,
            front.wording(context),
            form: front.head(typed, in: context),
            on: today,
            found: found,
            focus: focus
        )
        return Sheet(view, .staff(.intake))
    }

    private var town: Town { front.town.town }
    private var today: Day { front.now().day(in: town.offset) }
}

extension Typed {
    /// What the officer's post already says: nobody types it.
    static func window(for viewer: Viewer, _ town: Town) -> Typed {
        let post = viewer.posts(holding: .register).first
        let isAreas = post?.role.reach == .area
        var values = [
            "source.channel": (isAreas ? Concern.Channel.grid : .walkin).rawValue,
            "requester.mode": Concern.Mode.named.rawValue,
            "kind": Concern.Kind.dispute.rawValue,
        ]
        let unit = post.flatMap { town.unit($0.unit) }
        let place = post?.area ?? (unit?.presence == .village ? unit?.area : nil)
        if let area = place.flatMap({ town.area($0) }), area.level >= .village {
            values["place.areaCode"] = area.name.zh
        }
        return Typed(values)
    }
}
