import Storage

/// The hall on one day as everybody may know it: units, never people.
package struct HallDay: Codable, Sendable, Equatable {
    package let day: Day
    /// The offices work on that day.
    package let isOpen: Bool
    package let halves: [Part]

    package struct Part: Codable, Sendable, Equatable {
        package let half: HalfDay.Half
        package let seats: [Place]
    }

    package struct Place: Codable, Sendable, Equatable {
        package let seat: String
        package let unit: String?
        /// The seat is seen to be taken: ticked by the centre, or work was done there.
        package let taken: Bool
    }
}

/// When the right unit for a question is at the hall.
package struct RightOne: Codable, Sendable, Equatable {
    package let unit: String
    package let presence: String
    /// Its next half-days; none for a unit that is there every day, or comes when called.
    package let turns: [Turn]

    package struct Turn: Codable, Sendable, Equatable {
        package let day: Day
        package let half: HalfDay.Half
        package let seat: String
    }
}

/// Where anybody learns who is here today, and when the right one is.
package struct HallDesk: Sendable {
    /// How far ahead the rota is told to the public.
    package static let daysAhead = 30

    let house: House

    package init(house: House) {
        self.house = house
    }

    /// The days from one on, at most a fortnight.
    package func days(from: Day, count: Int) async throws -> [HallDay] {
        try await house.look { turn in
            let days = (0..<min(14, max(1, count))).map { from.adding($0) }
            let last = days.last ?? from
            let sittings = try SittingRecords.inForce(
                from: HalfDay(from, .morning),
                to: HalfDay(last, .afternoon),
                in: turn
            )
            let worked = try Presence.worked(on: turn.at, in: turn)
            return days.map { turn.hall(on: $0, sittings, worked) }
        }
    }

    package func today() async throws -> HallDay {
        let day = house.world.now().day(in: house.town.town.offset)
        return try await days(from: day, count: 1)[0]
    }

    /// - Returns: nil for a unit the town does not have.
    package func next(of code: String) async throws -> RightOne? {
        try await house.look { turn in
            try turn.town.unit(code: code).map { try turn.next(of: $0) }
        }
    }

    /// When the unit is here that the town's table names for the class.
    package func next(forClass code: String) async throws -> RightOne? {
        try await house.look { turn in
            guard turn.town.disputeClass(code)?.hidden == false else { return nil }
            return try turn.town.unit(forClass: code).map { try turn.next(of: $0) }
        }
    }
}

extension Turn {
    /// The seats of the half-day that is on.
    func hallNow() throws -> [HallDay.Place] {
        let now = HalfDay(at: at, in: town.offset)
        let sittings = try SittingRecords.inForce(from: now, to: now, in: self)
        let presence = try Presence.worked(on: at, in: self)
        let day = hall(on: now.day, sittings, presence)
        return day.halves.first { $0.half == now.half }?.seats ?? []
    }

    fileprivate func hall(
        on day: Day,
        _ sittings: [Sitting],
        _ worked: Presence
    ) -> HallDay {
        let isOpen = town.calendar.isWorking(day)
        guard isOpen else { return HallDay(day: day, isOpen: false, halves: []) }
        let halves = HalfDay.Half.allCases.map { half in
            let halfDay = HalfDay(day, half)
            let here = sittings.filter { $0.halfDay == halfDay }
            let seats = town.rota.seats.map { seat in
                let sitting = here.first { $0.seat == seat.code }
                let unit = seat.unit ?? sitting?.place.unit.flatMap { town.unit($0)?.code }
                return HallDay.Place(
                    seat: seat.code,
                    unit: unit,
                    taken: sitting.map { worked.isTaken($0) } ?? false
                )
            }
            return HallDay.Part(half: half, seats: seats)
        }
        return HallDay(day: day, isOpen: true, halves: halves)
    }

    fileprivate func next(of unit: Unit) throws -> RightOne {
        let today = at.day(in: town.offset)
        let presence = town.presence(of: unit, on: today)
        let last = HalfDay(today.adding(HallDesk.daysAhead), .afternoon)
        let sittings = try SittingRecords.next(
            of: unit.id,
            from: HalfDay(at: at, in: town.offset),
            limit: 6,
            in: self
        )
        let working = sittings.filter { sitting in
            sitting.halfDay <= last && town.calendar.isWorking(sitting.halfDay.day)
        }
        return RightOne(
            unit: unit.code,
            presence: presence.rawValue,
            turns: working.map {
                .init(day: $0.halfDay.day, half: $0.halfDay.half, seat: $0.seat)
            }
        )
    }
}
