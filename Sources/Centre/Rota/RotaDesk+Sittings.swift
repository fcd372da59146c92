import Storage

extension RotaDesk {
    /// Writes over a place by hand: in a draft freely, in a published rota with a reason.
    package func set(
        _ order: SittingOrder,
        at id: ID<Sitting>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<SittingView> {
        let actor = try viewer.actor(for: .keepRota)
        return try await house.perform(operation) { turn in
            let sitting = try turn.open(id)
            if sitting.published, order.reason == nil { throw RotaRefusal.reasonMissing }
            try turn.check(order.place, at: sitting)
            return try turn.change(sitting, .sittingSet, to: order.place, order.reason, by: actor)
        }
    }

    /// The unit says who of it comes, and who else if that one cannot.
    package func name(
        _ officer: ID<Officer>,
        substitute: ID<Officer>?,
        at id: ID<Sitting>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<SittingView> {
        let actor = try viewer.actor(for: .swapSittings)
        return try await house.perform(operation) { turn in
            let sitting = try turn.open(id)
            guard sitting.published else { throw NotFound() }
            guard let unit = sitting.place.unit, viewer.speaks(for: unit) else { throw NotFound() }
            let place = Sitting.Place(unit: unit, officer: officer, substitute: substitute)
            try turn.checkPeople(of: place)
            return try turn.change(sitting, .sittingNamed, to: place, nil, by: actor)
        }
    }

    /// The centre ticks that the seat is taken.
    package func tick(
        _ id: ID<Sitting>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<SittingView> {
        let actor = try viewer.actor(for: .tickSeats)
        return try await house.perform(operation) { turn in
            var sitting = try SittingRecords.find(id, forChange: true, in: turn)
            guard sitting.published || viewer.keepsRota else { throw NotFound() }
            try sitting.checkTick(at: turn.at, in: turn.town.offset)
            sitting.takenAt = turn.at
            try SittingRecords.keep(sitting, in: turn.tx)
            try turn.enter(.seatTaken, on: .sitting(id), by: actor, ["seat": sitting.seat])
            return try turn.view(of: sitting)
        }
    }

    /// One place with its history.
    package func sitting(_ id: ID<Sitting>, for viewer: Viewer) async throws -> SittingFile {
        try await house.look { turn in
            let sitting = try SittingRecords.find(id, in: turn)
            _ = try RotaRecords.find(sitting.rota, for: viewer, in: turn.tx)
            let entries = try turn.house.timeline.entries(of: .sitting(id), in: turn.tx)
            let words = try SittingRecords.words(of: id, in: turn)
            return SittingFile(
                sitting: try turn.view(of: sitting),
                history: try turn.lines(of: entries, words: words),
                swap: try SwapRecords.open(of: id, in: turn.tx).map { try turn.view(of: $0) }
            )
        }
    }

    /// A rota's places in their order.
    package func sittings(
        of id: ID<Rota>,
        for viewer: Viewer,
        after: SittingPlace? = nil,
        through: HalfDay? = nil,
        limit: Int
    ) async throws -> Portion<SittingView, SittingPlace> {
        try await house.look { turn in
            let rota = try RotaRecords.find(id, for: viewer, in: turn.tx)
            let found = try SittingRecords.page(
                of: rota.id,
                after: after,
                through: through,
                limit: limit + 1,
                in: turn
            )
            let shown = Array(found.prefix(limit))
            let last = shown.last.map { SittingPlace(halfDay: $0.halfDay, seat: $0.seat) }
            return Portion(
                items: try turn.views(of: shown),
                next: found.count > limit ? last : nil
            )
        }
    }

    /// What holds in some days.
    package func inForce(
        from: Day,
        to: Day,
        for viewer: Viewer
    ) async throws -> [SittingView] {
        try viewer.require(.readTown)
        return try await house.look { turn in
            try turn.views(
                of: try SittingRecords.inForce(
                    from: HalfDay(from, .morning),
                    to: HalfDay(to, .afternoon),
                    in: turn
                )
            )
        }
    }

    /// The people of a unit who may be named.
    package func people(of unit: ID<Unit>) async throws -> [SittingView.Person] {
        try await house.look { turn in
            try SupervisionPerson.all(.units([unit]), in: turn).map {
                SittingView.Person(officer: $0.officer, name: $0.name)
            }
        }
    }
}

/// One place with all that was done to it, and the swap it waits in.
package struct SittingFile: Codable, Sendable, Equatable {
    package let sitting: SittingView
    package let history: [RotaView.Line]
    package let swap: SwapView?
}

extension Viewer {
    /// The officer speaks for the unit at the hall.
    package func speaks(for unit: ID<Unit>) -> Bool {
        posts(holding: .swapSittings).contains { $0.unit == unit }
    }
}

extension Turn {
    /// A place that may still be changed.
    func open(_ id: ID<Sitting>) throws -> Sitting {
        let sitting = try SittingRecords.find(id, forChange: true, in: self)
        let rota = try RotaRecords.find(sitting.rota, in: tx)
        guard rota.state != .discarded else { throw RotaRefusal.discarded }
        try sitting.checkOpen(at: at, in: town.offset)
        return sitting
    }

    fileprivate func check(_ place: Sitting.Place, at sitting: Sitting) throws {
        guard let unit = place.unit else {
            guard place == .nobody else { throw RotaRefusal.nobodyNamed }
            return
        }
        let halfDay = sitting.halfDay
        let busy = try SittingRecords.busy(
            on: halfDay,
            of: sitting.rota,
            beside: [sitting.id],
            in: tx
        )
        guard !busy.contains(unit) else { throw RotaRefusal.sitsAlready }
        let away = try RotaRecords.absences(from: halfDay, to: halfDay, in: tx)
        guard away[halfDay]?.contains(unit) != true else { throw RotaRefusal.cannotCome }
        try checkPeople(of: place)
    }

    func checkPeople(of place: Sitting.Place) throws {
        guard let unit = place.unit else { throw RotaRefusal.nobodyNamed }
        for officer in [place.officer, place.substitute].compactMap(\.self) {
            guard try SupervisionRecords.holdsPost(officer, .units([unit]), in: self) else {
                throw RotaRefusal.officerOfOtherUnit
            }
        }
        if let officer = place.officer, officer == place.substitute {
            throw RotaRefusal.substituteIsOfficer
        }
    }

    /// Enters who comes now, and brings the copy and the notes left for the seat along.
    func change(
        _ sitting: Sitting,
        _ act: Act,
        to place: Sitting.Place,
        _ reason: String?,
        by actor: Actor,
        _ more: [String: String] = [:]
    ) throws -> SittingView {
        var facts = place.facts(in: town).merging(more) { $1 }
        if let reason {
            facts["words.digest"] = try SittingRecords.keep(reason, of: sitting.id, in: self)
        }
        try enter(act, on: .sitting(sitting.id), by: actor, facts)
        var changed = sitting
        let entries = try house.timeline.entries(of: .sitting(sitting.id), in: tx)
        try changed.replay(entries) { town.unit(code: $0)?.id }
        try SittingRecords.keep(changed, in: tx)
        try ShiftRecords.readdress(changed, in: tx)
        return try view(of: changed)
    }

    func view(of sitting: Sitting) throws -> SittingView {
        guard let view = try views(of: [sitting]).first else { throw NotFound() }
        return view
    }
}
