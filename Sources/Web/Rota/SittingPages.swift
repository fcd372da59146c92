import Centre
import Hummingbird

/// One place of a rota: why the unit sits there, what was done to it, and its forms.
struct SittingPages: Sendable {
    let front: Front
    let desk: RotaDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/rota/sittings/{id}") { request, context in
            try front.show(try await sheet(.nothing, nil, context), in: context)
        }
        pages.post("/rota/sittings/{id}/change", use: change)
        pages.post("/rota/sittings/{id}/people", use: name)
        pages.post("/rota/sittings/{id}/tick", use: tick)
        pages.post("/rota/sittings/{id}/swap", use: ask)
    }

    private var town: Town { front.town.town }

    @Sendable private func change(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.keepRota)
        let id: ID<Sitting> = try context.id()
        return try await front.take(context) { typed in
            try await sheet(typed, .change, context)
        } _: { form, operation in
            let order = try SittingOrder(&form.fields, in: town)
            try form.fields.nothingElse()
            _ = try await desk.set(order, at: id, by: context.viewer, operation: operation)
            return .to("/desk/rota/sittings/\(id)", saying: "done-rota-changed")
        }
    }

    @Sendable private func name(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.swapSittings)
        let id: ID<Sitting> = try context.id()
        return try await front.take(context) { typed in
            try await sheet(typed, .people, context)
        } _: { form, operation in
            let officer: ID<Officer> = try form.fields.id("officer")
            let substitute: ID<Officer>? = try form.fields.optionalID("substitute")
            try form.fields.nothingElse()
            _ = try await desk.name(
                officer,
                substitute: substitute,
                at: id,
                by: context.viewer,
                operation: operation
            )
            return .to("/desk/rota/sittings/\(id)", saying: "done-rota-changed")
        }
    }

    @Sendable private func tick(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.tickSeats)
        let id: ID<Sitting> = try context.id()
        return try await front.take(context) { typed in
            try await sheet(typed, .tick, context)
        } _: { form, operation in
            try form.fields.nothingElse()
            _ = try await desk.tick(id, by: context.viewer, operation: operation)
            return .to("/desk/rota/sittings/\(id)", saying: "done-seat-ticked")
        }
    }

    @Sendable private func ask(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.swapSittings)
        let id: ID<Sitting> = try context.id()
        return try await front.take(context) { typed in
            try await sheet(typed, .swap, context)
        } _: { form, operation in
            let other: ID<Sitting> = try form.fields.id("other")
            let reason = try form.fields.text("reason", 1...1000, .lines)
            try form.fields.nothingElse()
            _ = try await desk.ask(
                id,
                for: other,
                because: reason,
                by: context.viewer,
                operation: operation
            )
            return .to("/desk/rota/swaps", saying: "done-swap-asked")
        }
    }

    /// - Parameter failed: the form that what was typed belongs to.
    private func sheet(
        _ typed: Typed,
        _ failed: SittingForms.Kind?,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let say = front.wording(context)
        let file = try await desk.sitting(try context.id(), for: context.viewer)
        let sitting = file.sitting
        let now = HalfDay(at: front.now(), in: town.offset)
        let unit = sitting.unit.flatMap { town.unit(code: $0) }
        let speaks = unit.map { context.viewer.speaks(for: $0.id) } ?? false
        let isAhead = sitting.halfDay >= now
        let forms = SittingForms(
            typed: typed,
            failed: failed,
            say: say,
            town: town,
            address: "/desk/rota/sittings/\(sitting.id)"
        ) { front.head($0, in: context) }
        var shown: [SittingForms.Form] = []
        if sitting.published, sitting.halfDay == now, sitting.takenAt == nil, unit != nil,
            context.viewer.may(.tickSeats)
        {
            shown.append(forms.tick())
        }
        if let unit, speaks, sitting.published, isAhead {
            let people = try await desk.people(of: unit.id)
            shown.append(forms.people(people, now: sitting))
            if file.swap == nil {
                shown.append(forms.swap(try await turns(beside: sitting, context)))
            }
        }
        if context.viewer.may(.keepRota), isAhead {
            shown.append(forms.change(sitting))
        }
        return Sheet(SittingPageView(file, forms: shown, town, say), .staff(.rota))
    }

    /// Turns of other units in the four weeks ahead.
    private func turns(
        beside sitting: SittingView,
        _ context: OfficerContext
    ) async throws -> [SittingView] {
        let today = front.now().day(in: town.offset)
        let all = try await desk.inForce(
            from: today,
            to: today.adding(28),
            for: context.viewer
        )
        let now = HalfDay(at: front.now(), in: town.offset)
        return all.filter { other in
            other.halfDay >= now && other.unit != nil && other.unit != sitting.unit
                && other.halfDay != sitting.halfDay
        }
    }
}
