/// A rota as staff read it, with how fair it is.
package struct RotaView: Codable, Sendable, Equatable {
    package let id: ID<Rota>
    package let from: Day
    package let to: Day
    package let state: Rota.State
    /// Over how many weeks the demand was counted.
    package let weeks: Int
    package let figures: RotaFigures
    package let history: [Line]

    package struct Line: Codable, Sendable, Equatable {
        package let at: Moment
        package let act: Act
        package let name: String?
        /// What was written for it.
        package let words: String?
    }

    /// A line of the list.
    package struct Head: Codable, Sendable, Equatable {
        package let id: ID<Rota>
        package let from: Day
        package let to: Day
        package let state: Rota.State

        init(_ rota: Rota) {
            id = rota.id
            from = rota.from
            to = rota.to
            state = rota.state
        }
    }
}

/// A place of a rota as staff read it.
package struct SittingView: Codable, Sendable, Equatable {
    package let id: ID<Sitting>
    package let rota: ID<Rota>
    package let day: Day
    package let half: HalfDay.Half
    package let seat: String
    package let unit: String?
    package let officer: Person?
    package let substitute: Person?
    package let origin: Sitting.Origin
    /// Why the draft put the unit there; of no meaning once somebody else sits there.
    package let reason: RotaReason?
    package let published: Bool
    /// When the centre ticked that the seat is taken.
    package let takenAt: Moment?
    /// The unit has said that it cannot come.
    package let cannotCome: Bool

    package struct Person: Codable, Sendable, Equatable {
        package let officer: ID<Officer>
        package let name: String
    }

    package var halfDay: HalfDay { HalfDay(day, half) }
}

extension Turn {
    func view(of rota: Rota) throws -> RotaView {
        let sittings = try sittings(of: rota)
        let entries = try house.timeline.entries(of: .rota(rota.id), in: tx)
        return RotaView(
            id: rota.id,
            from: rota.from,
            to: rota.to,
            state: rota.state,
            weeks: rota.weeks,
            figures: try figures(of: rota, sittings),
            history: try lines(of: entries, words: [:])
        )
    }

    /// Turns are counted for the units that take turns in these days and for whoever sits by hand.
    private func figures(of rota: Rota, _ sittings: [Sitting]) throws -> RotaFigures {
        let demand = try RotaRecords.demand(of: rota.id, in: tx)
        let here = Set(sittings.compactMap(\.place.unit))
        let units = town.units.filter { unit in
            here.contains(unit.id) || town.presence(of: unit, on: rota.from) == .rotating
        }
        let places = sittings.map { sitting in
            (halfDay: sitting.halfDay, unit: sitting.place.unit.flatMap { town.unit($0)?.code })
        }
        return RotaFigures(
            places,
            of: units.map { unit in
                let mine = demand.filter { $0.unit == unit.id }
                let asked = (1...7).map { weekday in
                    mine.filter { $0.weekday == weekday }.map(\.matters).reduce(0, +)
                }
                return RotatingUnit(code: unit.code, asked: asked)
            }
        )
    }

    func lines(of entries: [Entry], words: [String: String]) throws -> [RotaView.Line] {
        let names = try AuditRecords.names(of: entries.compactMap(\.actor.officer), in: tx)
        return entries.map { entry in
            RotaView.Line(
                at: entry.at,
                act: entry.act,
                name: entry.actor.officer.flatMap { names[$0] },
                words: entry.facts["words.digest"].flatMap { words[$0] }
            )
        }
    }

    func views(of sittings: [Sitting]) throws -> [SittingView] {
        guard let first = sittings.map(\.halfDay).min(), let last = sittings.map(\.halfDay).max()
        else { return [] }
        let people = sittings.flatMap { [$0.place.officer, $0.place.substitute] }
        let names = try AuditRecords.names(of: people.compactMap(\.self), in: tx)
        let absences = try RotaRecords.absences(from: first, to: last, in: tx)
        func person(_ officer: ID<Officer>?) -> SittingView.Person? {
            officer.flatMap { id in names[id].map { .init(officer: id, name: $0) } }
        }
        return sittings.map { sitting in
            let isAway = sitting.place.unit.map {
                absences[sitting.halfDay]?.contains($0) ?? false
            }
            return SittingView(
                id: sitting.id,
                rota: sitting.rota,
                day: sitting.halfDay.day,
                half: sitting.halfDay.half,
                seat: sitting.seat,
                unit: sitting.place.unit.flatMap { town.unit($0)?.code },
                officer: person(sitting.place.officer),
                substitute: person(sitting.place.substitute),
                origin: sitting.origin,
                reason: sitting.origin == .drafted ? sitting.drafted.reason : nil,
                published: sitting.published,
                takenAt: sitting.takenAt,
                cannotCome: isAway ?? false
            )
        }
    }
}
