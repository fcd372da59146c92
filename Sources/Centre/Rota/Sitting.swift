import Storage

/// One place of a rota: a half-day at a seat, with the unit that comes, who of it, and who else if
/// that one cannot.
///
/// It is never set: ``replay(_:units:)`` makes it from what was drafted and its entries.
package struct Sitting: Sendable, Equatable {
    package let id: ID<Sitting>
    package let rota: ID<Rota>
    package let halfDay: HalfDay
    package let seat: String
    package let drafted: Drafted
    package var place: Place
    package var origin = Origin.drafted
    package var published = false
    /// When the centre ticked that the seat is taken.
    package var takenAt: Moment?

    /// Who comes.
    package struct Place: Sendable, Equatable {
        package var unit: ID<Unit>?
        package var officer: ID<Officer>?
        package var substitute: ID<Officer>?

        package init(
            unit: ID<Unit>?,
            officer: ID<Officer>? = nil,
            substitute: ID<Officer>? = nil
        ) {
            self.unit = unit
            self.officer = officer
            self.substitute = substitute
        }

        static let nobody = Place(unit: nil)
    }

    package enum Origin: String, Storable, CaseIterable, Codable {
        case drafted
        case byHand
        case swapped
    }

    /// What the draft said of this place, and why.
    package struct Drafted: Sendable, Equatable {
        package let place: Place
        package let reason: RotaReason
    }
}

extension Sitting {
    /// The place as its entries leave it.
    mutating func replay(_ entries: [Entry], units: (String) -> ID<Unit>?) throws {
        place = drafted.place
        origin = .drafted
        takenAt = nil
        for entry in entries {
            switch entry.act {
            case .sittingSet:
                place = try Place(entry.facts, units: units)
                origin = .byHand
            case .sittingSwapped:
                place = try Place(entry.facts, units: units)
                origin = .swapped
            case .sittingNamed:
                place = try Place(entry.facts, units: units)
            case .seatTaken: takenAt = entry.at
            default: break
            }
        }
    }

    /// A past half-day stays as it was.
    func checkOpen(at now: Moment, in offset: TimeOffset) throws(RotaRefusal) {
        guard halfDay >= HalfDay(at: now, in: offset) else { throw .past }
    }

    /// A seat is seen to be taken while its half-day lasts.
    func checkTick(at now: Moment, in offset: TimeOffset) throws(RotaRefusal) {
        guard place.unit != nil else { throw .nobodyNamed }
        guard published, halfDay == HalfDay(at: now, in: offset) else { throw .notNow }
        guard takenAt == nil else { throw .takenAlready }
    }
}

extension Sitting.Place {
    /// Codes and ids, as an entry holds them.
    func facts(in town: Town) -> [String: String] {
        var facts = ["unit": unit.flatMap { town.unit($0)?.code } ?? ""]
        facts["officer"] = officer?.description
        facts["substitute"] = substitute?.description
        return facts
    }

    init(_ facts: [String: String], units: (String) -> ID<Unit>?) throws {
        self.init(
            unit: facts["unit"].flatMap(units),
            officer: facts["officer"].flatMap { ID($0) },
            substitute: facts["substitute"].flatMap { ID($0) }
        )
    }
}

extension Sitting.Drafted {
    /// As the row keeps it and the rota's digest covers it.
    func text(in town: Town) -> String {
        var facts = place.facts(in: town)
        facts["turn"] = "\(reason.turn)"
        facts["of"] = "\(reason.of)"
        facts["asked"] = "\(reason.asked)"
        facts["weeks"] = "\(reason.weeks)"
        facts["busiest"] = reason.isBusiest ? "yes" : nil
        facts["again"] = reason.again ? "yes" : nil
        facts["unable"] = reason.unable.joined(separator: ",")
        return Facts.text(facts)
    }

    init(_ text: String, units: (String) -> ID<Unit>?) throws {
        let facts = try Facts.read(text)
        func number(_ name: String) -> Int { facts[name].flatMap { Int($0) } ?? 0 }
        place = try Sitting.Place(facts, units: units)
        reason = RotaReason(
            turn: number("turn"),
            of: number("of"),
            asked: number("asked"),
            weeks: number("weeks"),
            isBusiest: facts["busiest"] != nil,
            unable: (facts["unable"] ?? "").split(separator: ",").map(String.init),
            again: facts["again"] != nil
        )
    }
}

/// What is written over a place by hand.
package struct SittingOrder: Sendable, Equatable {
    package let place: Sitting.Place
    /// Why; needed once the rota is published.
    package let reason: String?

    package init(place: Sitting.Place, reason: String?) {
        self.place = place
        self.reason = reason
    }
}
