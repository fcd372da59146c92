import Centre
import Hummingbird

/// A matter on one screen, and the steps an officer takes from there.
///
/// A step's form stands on the matter's own page, under an address of its own: what is asked stays
/// in sight while the form is filled in.
struct MatterPages: Sendable {
    let front: Front
    let desks: Desks

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/matters/{id}", use: show)
        pages.get("/matters/{id}/map", use: map)
        for path in ["/matters/{id}/steps/{step}", "/matters/{id}/steps/{step}/{of}"] {
            pages.get("\(path)", use: ask)
            pages.post("\(path)", use: take)
        }
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let reading = try MatterReading(request)
        let hand = try await hand(context, reading.extent)
        if context.visit.wantsPart {
            let timeline = TimelineView(hand, reading, front.wording(context))
            return try front.part(timeline, in: context)
        }
        return try front.show(try sheet(hand, reading, nil, nil, context), in: context)
    }

    @Sendable private func ask(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await page(try asked(context), nil, nil, context), in: context)
    }

    @Sendable private func take(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let asked = try asked(context)
        if asked.step == .disclose { return try await disclose(asked, context) }
        return try await front.take(context) { typed in
            try await page(asked, typed, nil, context)
        } _: { form, operation in
            try await StepDeeds(desks: desks).carryOut(
                asked.step,
                asked.matter,
                of: asked.of,
                form,
                by: context.viewer,
                operation
            )
            return .to("/desk/matters/\(asked.matter)", saying: "done-step-\(asked.step.rawValue)")
        }
    }

    /// The details are shown once, on the answer to the write itself: no page can be asked for
    /// them, and nothing keeps them.
    private func disclose(_ asked: AskedStep, _ context: OfficerContext) async throws -> Response {
        var shown: DisclosedContact?
        let response = try await front.take(context) { typed in
            try await page(asked, typed, nil, context)
        } _: { form, operation in
            let purpose = try form.read(Purpose.init, in: front.town.town).purpose
            shown = try await desks.contacts.disclose(
                asked.of,
                for: purpose,
                to: context.viewer,
                operation: operation
            ).answer
            return .to("/desk/matters/\(asked.matter)")
        }
        guard let shown else { return response }
        return try front.show(try await page(asked, nil, shown, context), in: context)
    }

    @Sendable private func map(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterMap> {
        let screen = try await desks.matters.screen(try context.id(), for: context.viewer)
        let borders = try await WallDesk(house: desks.house).gridBorders()
        let say = front.wording(context)
        return Answer(MatterMap(screen, borders, front.town.town, say))
    }

    private func asked(_ context: OfficerContext) throws -> AskedStep {
        guard let step = context.parameters.get("step").flatMap(MatterStep.init(rawValue:)) else {
            throw NotFound()
        }
        try context.viewer.require(step.right)
        return AskedStep(
            matter: try context.id(),
            step: step,
            of: context.parameters.get("of") ?? ""
        )
    }

    private func hand(
        _ context: OfficerContext,
        _ extent: MatterScreen.Extent = .init()
    ) async throws -> MatterAtHand {
        MatterAtHand(
            screen: try await desks.matters.screen(
                try context.id(),
                for: context.viewer,
                extent
            ),
            viewer: context.viewer,
            town: front.town.town
        )
    }

    private func page(
        _ asked: AskedStep,
        _ typed: Typed?,
        _ shown: DisclosedContact?,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let hand = try await hand(context)
        let open = OpenStep(
            asked: asked,
            typed: typed,
            suggestion: asked.step == .assign
                ? try await desks.dispatch.suggestion(for: asked.matter, to: context.viewer) : nil
        )
        return try sheet(hand, MatterReading(), shown == nil ? open : nil, shown, context)
    }

    private func sheet(
        _ hand: MatterAtHand,
        _ reading: MatterReading,
        _ open: OpenStep?,
        _ shown: DisclosedContact?,
        _ context: OfficerContext
    ) throws -> Sheet {
        let say = front.wording(context)
        let form = open.map { open in
            StepForm(open, hand, say) { front.head($0, in: context) }
        }
        let view = MatterPageView(
            hand,
            reading,
            step: form ?? nil,
            contact: shown.map { ContactView($0, say) },
            say,
            now: front.now()
        ) { front.head(in: context) }
        return Sheet(view, .staff(.worklist))
    }
}

/// Which step of which matter an address names.
struct AskedStep: Sendable {
    let matter: ID<Matter>
    let step: MatterStep
    let of: String

    var address: String {
        "/desk/matters/\(matter)/steps/\(step.rawValue)" + (of.isEmpty ? "" : "/\(of)")
    }
}

/// A step whose form is open.
struct OpenStep: Sendable {
    let asked: AskedStep
    /// Nil when it is shown for the first time.
    let typed: Typed?
    let suggestion: RoutingSuggestion?
}

/// What a resident's full details are looked at for.
private struct Purpose {
    let purpose: DisclosurePurpose

    init(_ fields: inout Fields, in town: Town) throws {
        purpose = try fields.word("purpose", as: DisclosurePurpose.self)
    }
}

/// Which part of the timeline the address asks for.
struct MatterReading: Sendable {
    var extent = MatterScreen.Extent()

    init() {}

    init(_ request: Request) throws {
        let asked = try ListAddress(request)
        extent.newestFirst = asked["timeline"] != "oldest"
        let name = name
        extent.after = try asked["after"].flatMap { Cursor($0, of: name) }.map { cursor in
            TimelineLine.Cursor(at: try cursor.number(at: 0), id: try cursor.id(at: 1))
        }
    }

    /// The list's name in its cursors: one of each direction.
    var name: String { extent.newestFirst ? "timeline/newest" : "timeline/oldest" }
}

extension Desks {
    /// The first page of the desk, the lists, and each matter.
    func matterPages(_ front: Front, in pages: RouterGroup<OfficerContext>) {
        TodayPages(front: front, desk: matters).routes(in: pages)
        AlarmPages(front: front, desk: AlarmDesk(house: house)).routes(in: pages)
        WorklistPages(front: front, desk: matters).routes(in: pages)
        MatterPages(front: front, desks: self).routes(in: pages)
    }
}
