import Storage

/// Days on which a unit cannot come to the hall, or can after all.
package struct AbsenceOrder: Sendable, Equatable {
    package let unit: ID<Unit>
    package let from: Day
    /// The last day, which counts.
    package let to: Day
    /// Only this half of each day.
    package let half: HalfDay.Half?

    package init(unit: ID<Unit>, from: Day, to: Day, half: HalfDay.Half? = nil) {
        self.unit = unit
        self.from = from
        self.to = to
        self.half = half
    }

    package static let mostDays = 62

    func check(today: Day) throws(RotaRefusal) {
        guard from <= to else { throw .endsBeforeItBegins }
        guard from >= today else { throw .beginsInThePast }
        guard to.number - from.number < Self.mostDays else { throw .tooLong }
    }

    func halfDays(in calendar: WorkingCalendar) throws(RotaRefusal) -> [HalfDay] {
        let all = HalfDay.working(from: from, to: to, in: calendar)
            .filter { half == nil || $0.half == half }
        guard !all.isEmpty else { throw .noWorkingDay }
        return all
    }
}

extension RotaDesk {
    /// A unit says when it cannot come, or takes it back.
    ///
    /// What is published stays as it is and shows a gap, until somebody changes it.
    package func tell(
        _ order: AbsenceOrder,
        takingBack: Bool = false,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<[AbsenceView]> {
        let actor = try viewer.actor(for: .swapSittings)
        guard viewer.speaks(for: order.unit) else { throw NotFound() }
        return try await house.perform(operation) { turn in
            let today = turn.at.day(in: turn.town.offset)
            try order.check(today: today)
            let halfDays = try order.halfDays(in: turn.town.calendar)
            if takingBack {
                try RotaRecords.remove(halfDays, of: order.unit, in: turn.tx)
            } else {
                try RotaRecords.add(halfDays, of: order.unit, at: turn.at, in: turn.tx)
            }
            var facts = [
                "unit": turn.town.unit(order.unit)?.code ?? "", "from": "\(order.from)",
                "to": "\(order.to)",
            ]
            facts["half"] = order.half?.rawValue
            let act: Act = takingBack ? .absenceTakenBack : .absenceTold
            try turn.enter(act, on: .house, by: actor, facts)
            return try turn.absences(of: order.unit, from: HalfDay(today, .morning))
        }
    }

    /// What a unit has said, from today on.
    package func absences(of unit: ID<Unit>, for viewer: Viewer) async throws -> [AbsenceView] {
        guard viewer.keepsRota || viewer.speaks(for: unit) else { throw NotFound() }
        return try await house.look { turn in
            let today = turn.at.day(in: turn.town.offset)
            return try turn.absences(of: unit, from: HalfDay(today, .morning))
        }
    }
}

/// A half-day on which a unit cannot come.
package struct AbsenceView: Codable, Sendable, Equatable {
    package let unit: String
    package let day: Day
    package let half: HalfDay.Half
}

extension Turn {
    fileprivate func absences(of unit: ID<Unit>, from: HalfDay) throws -> [AbsenceView] {
        let code = town.unit(unit)?.code ?? ""
        return try RotaRecords.absences(of: unit, from: from, limit: 400, in: tx).map {
            AbsenceView(unit: code, day: $0.day, half: $0.half)
        }
    }
}
