extension RotaBrief {
    /// What a rota of these days is drafted from: the calendar, the units that take turns, what was
    /// asked of them, and when they cannot come.
    init(_ order: RotaOrder, _ demand: [RotaDemand], in turn: Turn) throws {
        let town = turn.town
        let halfDays = HalfDay.working(from: order.from, to: order.to, in: town.calendar)
        guard let first = halfDays.first, let last = halfDays.last else {
            throw RotaRefusal.noWorkingDay
        }
        let told = try RotaRecords.absences(from: first, to: last, in: turn.tx)
        let units = town.units.compactMap { unit in
            RotatingUnit(unit, halfDays, demand, told, in: town)
        }
        guard !units.isEmpty, !town.rota.rotatingSeats.isEmpty else {
            throw RotaRefusal.nobodyRotates
        }
        self.init(
            halfDays: halfDays,
            seats: town.rota.rotatingSeats.map(\.code),
            units: units,
            weeks: town.rota.weeks,
            before: try RotaBrief.before(first, in: turn)
        )
    }

    private static func before(
        _ first: HalfDay,
        in turn: Turn
    ) throws -> [HalfDay: Set<String>] {
        let sittings = try SittingRecords.inForce(
            from: HalfDay(first.day.adding(-7), .morning),
            to: HalfDay(first.day.adding(-1), .afternoon),
            in: turn
        )
        var before: [HalfDay: Set<String>] = [:]
        for sitting in sittings {
            guard let unit = sitting.place.unit.flatMap(turn.town.unit) else { continue }
            before[sitting.halfDay, default: []].insert(unit.code)
        }
        return before
    }
}

extension RotatingUnit {
    /// Nil for a unit that takes turns on none of these half-days.
    init?(
        _ unit: Unit,
        _ halfDays: [HalfDay],
        _ demand: [RotaDemand],
        _ told: [HalfDay: Set<ID<Unit>>],
        in town: Town
    ) {
        let away = halfDays.filter { halfDay in
            let stationing = town.stationing(of: unit, on: halfDay.day)
            let presence = stationing?.presence ?? unit.presence
            let isNotOn = stationing?.notOn.contains(WeeklyHalf(halfDay)) ?? false
            return presence != .rotating || isNotOn || told[halfDay]?.contains(unit.id) == true
        }
        guard halfDays.contains(where: { town.presence(of: unit, on: $0.day) == .rotating }) else {
            return nil
        }
        let mine = demand.filter { $0.unit == unit.id }
        self.init(
            code: unit.code,
            asked: (1...7).map { weekday in
                mine.filter { $0.weekday == weekday }.map(\.matters).reduce(0, +)
            },
            away: Set(away)
        )
    }
}

extension RotaDemand {
    /// What was asked in the weeks before, with the unit that the town's table names for it.
    ///
    /// Resident units sit there anyway; a village's committee does not come to the hall.
    static func all(in turn: Turn) throws -> [RotaDemand] {
        let town = turn.town
        let today = turn.at.day(in: town.offset)
        return try RotaRecords.asked(weeks: town.rota.weeks, in: turn).compactMap { asked in
            guard let unit = town.unit(forClass: asked.classCode),
                [.rotating, .onCall].contains(town.presence(of: unit, on: today))
            else { return nil }
            return RotaDemand(
                classCode: asked.classCode,
                unit: unit.id,
                weekday: asked.weekday,
                matters: asked.count
            )
        }
    }
}

extension Town {
    /// The unit that the routing table names for the class, anywhere in the town.
    package func unit(forClass code: String) -> Unit? {
        var question = RoutingQuestion()
        question.classCode = code
        return suggestion(for: question, in: nil).suggestion.flatMap { unit(code: $0.lead) }
    }
}
