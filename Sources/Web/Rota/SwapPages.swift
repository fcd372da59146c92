import Centre
import Hummingbird

/// Swaps between units: what waits, and the answer to each.
struct SwapPages: Sendable {
    let front: Front
    let desk: RotaDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/rota/swaps") { request, context in
            try front.show(try await sheet(.nothing, Address(request), context), in: context)
        }
        for step in SittingSwap.Step.allCases {
            pages.post("/rota/swaps/{id}/\(step.noun)") { _, context in
                try await take(step, context)
            }
        }
    }

    private func take(
        _ step: SittingSwap.Step,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(step.side == .centre ? .keepRota : .swapSittings)
        let id: ID<SittingSwap> = try context.id()
        return try await front.take(context) { typed in
            try await sheet(typed, nil, context)
        } _: { form, operation in
            try form.fields.nothingElse()
            _ = try await desk.take(step, of: id, by: context.viewer, operation: operation)
            return .to("/desk/rota/swaps", saying: "done-swap-\(step.rawValue)")
        }
    }

    private func sheet(
        _ typed: Typed,
        _ address: Address?,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let say = front.wording(context)
        let town = front.town.town
        let after: ID<SittingSwap>? = try address?["after"].flatMap { Cursor($0, of: "swaps") }
            .map { try $0.id(at: 0) }
        let found = try await desk.swaps(
            openOnly: false,
            for: context.viewer,
            after: after,
            limit: 20
        )
        let next = found.next.map { Cursor(of: "swaps", [.bytes($0.bytes)]).text }
        let view = SwapsView(
            title: say("swaps"),
            back: Link(say("place-rota"), to: "/desk/rota"),
            problem: typed.problem == nil ? nil : front.head(typed, in: context),
            swaps: found.items.map { swap in
                SwapsView.Swap(
                    swap,
                    steps: swap.steps(for: context.viewer, in: town),
                    town,
                    say
                ) { front.head(in: context) }
            },
            empty: found.items.isEmpty
                ? EmptyState(say("swaps-none"), say("swaps-none-hint")) : nil,
            pager: Pager(at: context.visit.address, next: next, isFirst: after == nil)
        )
        return Sheet(view, .staff(.rota))
    }
}

struct SwapsView: PageView {
    static let template = "Rota/swaps"

    struct Step: Sendable {
        let address: String
        let label: String
        let isMain: Bool
        let form: FormHead
    }

    struct Swap: Sendable {
        let asked: Link
        let other: Link
        let reason: String?
        let state: Badge
        let steps: [Step]
    }

    let title: String
    let back: Link
    /// What was refused, told above the list.
    let problem: FormHead?
    let swaps: [Swap]
    let empty: EmptyState?
    let pager: Pager
}

extension SwapsView.Swap {
    init(
        _ swap: SwapView,
        steps: [SittingSwap.Step],
        _ town: Town,
        _ say: Wording,
        form: () -> FormHead
    ) {
        func link(_ sitting: SittingView, _ unit: String) -> Link {
            let label = "\(say(town.unitName(unit))) · \(say.halfDay(sitting.halfDay))"
            return Link(label, to: "/desk/rota/sittings/\(sitting.id)")
        }
        asked = link(swap.asked, swap.askingUnit)
        other = link(swap.other, swap.otherUnit)
        reason = swap.reason
        let tone: Tone =
            swap.state == .approved ? .good : swap.state.isOpen && !swap.lapsed ? .soon : .plain
        let word = swap.lapsed ? "lapsed" : swap.state.rawValue
        state = Badge(say("swap-state-\(word)"), tone)
        self.steps = steps.map { step in
            SwapsView.Step(
                address: "/desk/rota/swaps/\(swap.id)/\(step.noun)",
                label: say("swap-step-\(step.rawValue)"),
                isMain: step == .agree || step == .approve,
                form: form()
            )
        }
    }
}
