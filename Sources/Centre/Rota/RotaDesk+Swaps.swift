import Storage

/// A swap as those concerned read it.
package struct SwapView: Codable, Sendable, Equatable {
    package let id: ID<SittingSwap>
    package let state: SittingSwap.State
    /// The turn of the unit that asks, as it stands now, and the one it asks for.
    package let asked: SittingView
    package let other: SittingView
    package let askingUnit: String
    package let otherUnit: String
    /// One of the half-days is over, and nobody decided.
    package let lapsed: Bool
    package let reason: String?

    /// What the viewer may do now.
    package func steps(for viewer: Viewer, in town: Town) -> [SittingSwap.Step] {
        guard !lapsed else { return [] }
        return SittingSwap.machine.steps(from: state).filter { transition in
            guard let right = transition.right, viewer.may(right) else { return false }
            switch transition.step.side {
            case .centre: return true
            case .asking: return speaks(viewer, for: askingUnit, in: town)
            case .other: return speaks(viewer, for: otherUnit, in: town)
            }
        }.map(\.step)
    }

    private func speaks(_ viewer: Viewer, for code: String, in town: Town) -> Bool {
        town.unit(code: code).map { viewer.speaks(for: $0.id) } ?? false
    }
}

extension RotaDesk {
    /// A unit asks another to exchange turns.
    package func ask(
        _ id: ID<Sitting>,
        for other: ID<Sitting>,
        because reason: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<SwapView> {
        let actor = try viewer.actor(for: .swapSittings)
        return try await house.perform(operation) { turn in
            let asked = try SittingRecords.find(id, forChange: true, in: turn)
            guard asked.published, let unit = asked.place.unit, viewer.speaks(for: unit) else {
                throw NotFound()
            }
            let partner = try turn.partner(other)
            try turn.checkSwap(asked, partner)
            guard let otherUnit = partner.place.unit else { throw SwapRefusal.nobodyThere }
            guard try !SwapRecords.isOpen(with: [id, other], in: turn.tx) else {
                throw SwapRefusal.openAlready
            }
            let swap = SittingSwap(
                id: turn.newID(),
                asked: id,
                other: other,
                askingUnit: unit,
                otherUnit: otherUnit,
                state: .asked
            )
            try SwapRecords.insert(swap, in: turn.tx)
            let facts = [
                "swap": swap.id.description, "other": other.description,
                "words.digest": try SittingRecords.keep(reason, of: id, in: turn),
            ]
            try turn.enter(.swapAsked, on: .sitting(id), by: actor, facts)
            return try turn.view(of: swap)
        }
    }

    /// The other unit agrees or refuses, the asking one withdraws, the centre decides.
    package func take(
        _ step: SittingSwap.Step,
        of id: ID<SittingSwap>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<SwapView> {
        let right = SittingSwap.machine.transitions.first { $0.step == step }?.right ?? .keepRota
        let actor = try viewer.actor(for: right)
        return try await house.perform(operation) { turn in
            var swap = try SwapRecords.find(id, in: turn.tx)
            guard viewer.stands(on: step.side, of: swap) else { throw NotFound() }
            swap.state = try SittingSwap.machine.next(from: swap.state, step)
            if step == .agree || step == .approve { try turn.exchange(swap, step, by: actor) }
            try SwapRecords.keep(swap, in: turn.tx)
            let facts = ["swap": swap.id.description]
            try turn.enter(step.act, on: .sitting(swap.asked), by: actor, facts)
            return try turn.view(of: swap)
        }
    }

    /// The centre sees all swaps, a unit its own, the newest first.
    package func swaps(
        openOnly: Bool,
        for viewer: Viewer,
        after: ID<SittingSwap>? = nil,
        limit: Int
    ) async throws -> Portion<SwapView, ID<SittingSwap>> {
        guard viewer.keepsRota || viewer.may(.swapSittings) else { throw NotFound() }
        return try await house.look { turn in
            let own = viewer.posts(holding: .swapSittings).map(\.unit)
            let found = try SwapRecords.page(
                openOnly: openOnly,
                of: viewer.keepsRota ? nil : Set(own).sorted(),
                below: after,
                limit: limit + 1,
                in: turn.tx
            )
            let shown = Array(found.prefix(limit))
            return Portion(
                items: try shown.map { try turn.view(of: $0) },
                next: found.count > limit ? shown.last?.id : nil
            )
        }
    }
}

extension Viewer {
    fileprivate func stands(on side: SittingSwap.Side, of swap: SittingSwap) -> Bool {
        switch side {
        case .centre: true
        case .asking: speaks(for: swap.askingUnit)
        case .other: speaks(for: swap.otherUnit)
        }
    }
}

extension Turn {
    fileprivate func partner(_ id: ID<Sitting>) throws -> Sitting {
        do {
            return try SittingRecords.find(id, forChange: true, in: self)
        } catch is NotFound {
            throw Fault(.unknownCode, "other")
        }
    }

    fileprivate func checkSwap(_ asked: Sitting, _ other: Sitting) throws {
        let beside = [asked.id, other.id]
        try SittingSwap.check(asked, other, at: at, in: town.offset) { halfDay in
            let here = try SittingRecords.inForce(from: halfDay, to: halfDay, in: self)
            return Set(here.filter { !beside.contains($0.id) }.compactMap(\.place.unit))
        } away: { halfDay in
            try RotaRecords.absences(from: halfDay, to: halfDay, in: tx)[halfDay] ?? []
        }
    }

    /// What was asked must still be so; approved, the units change places with their people.
    fileprivate func exchange(
        _ swap: SittingSwap,
        _ step: SittingSwap.Step,
        by actor: Actor
    ) throws {
        let asked = try SittingRecords.find(swap.asked, forChange: true, in: self)
        let other = try SittingRecords.find(swap.other, forChange: true, in: self)
        guard asked.place.unit == swap.askingUnit, other.place.unit == swap.otherUnit else {
            throw SwapRefusal.stale
        }
        try checkSwap(asked, other)
        guard step == .approve else { return }
        let facts = ["swap": swap.id.description]
        _ = try change(asked, .sittingSwapped, to: other.place, nil, by: actor, facts)
        _ = try change(other, .sittingSwapped, to: asked.place, nil, by: actor, facts)
    }

    func view(of swap: SittingSwap) throws -> SwapView {
        let asked = try SittingRecords.find(swap.asked, in: self)
        let other = try SittingRecords.find(swap.other, in: self)
        let views = try views(of: [asked, other])
        let now = HalfDay(at: at, in: town.offset)
        let entries = try house.timeline.entries(of: .sitting(swap.asked), in: tx)
        let words = try SittingRecords.words(of: swap.asked, in: self)
        let first = entries.first { $0.act == .swapAsked && $0.facts["swap"] == "\(swap.id)" }
        return SwapView(
            id: swap.id,
            state: swap.state,
            asked: views[0],
            other: views[1],
            askingUnit: town.unit(swap.askingUnit)?.code ?? "",
            otherUnit: town.unit(swap.otherUnit)?.code ?? "",
            lapsed: swap.state.isOpen && min(asked.halfDay, other.halfDay) < now,
            reason: first?.facts["words.digest"].flatMap { words[$0] }
        )
    }
}
