import Storage

/// The rota of the demonstration: the days that the script names, with who sat there, and those
/// around today.
///
/// It is drafted, changed by hand and published at its desk like everything else.
package struct DemoRota: Sendable, Equatable {
    package struct Span: Sendable, Equatable {
        package let from: Day
        package let to: Day
        package let places: [Place]
    }

    /// Who is known to have sat there.
    package struct Place: Sendable, Equatable {
        package let halfDay: HalfDay
        package let seat: String
        package let unit: String
    }

    package let spans: [Span]
    /// So many days before and after today.
    package let before: Int
    package let after: Int

    /// Reads the file under `demo/` of a pack; nil for a pack without one.
    package static func read(_ pack: Pack) -> (rota: DemoRota?, findings: [PackFinding]) {
        let findings = Findings()
        let source = PackSource(pack.files, findings: findings)
        guard source.has("demo/rota.yaml"), let sheet = source.sheet("demo/rota.yaml") else {
            return (nil, findings.sorted)
        }
        let rota = DemoRota(sheet, pack)
        sheet.noteUnknown()
        return (findings.sorted.isEmpty ? rota : nil, findings.sorted)
    }
}

extension DemoRota {
    private init(_ sheet: PackSheet, _ pack: Pack) {
        let units = CodeBook("unit", pack.units.map(\.code))
        let seats = CodeBook("seat", pack.rota.rotatingSeats.map(\.code))
        before = sheet.number("before", from: 0) ?? 0
        after = sheet.number("after", from: 0) ?? 0
        spans = sheet.sheets("spans").compactMap { span in
            defer { span.noteUnknown() }
            let places = span.sheets("places").compactMap { line -> Place? in
                defer { line.noteUnknown() }
                let half: HalfDay.Half? = line.choice("half")
                let (seat, unit) = (line.text("seat"), line.text("unit"))
                seats.check([seat], "seat", of: line)
                units.check([unit], "unit", of: line)
                guard let day = line.day("day"), let half else { return nil }
                return Place(halfDay: HalfDay(day, half), seat: seat, unit: unit)
            }
            guard let from = span.day("from"), let to = span.day("to") else { return nil }
            return Span(from: from, to: to, places: places)
        }
    }
}

extension DemoDesk {
    /// Publishes what is not covered yet; a second time changes nothing.
    package func play(_ rota: DemoRota) async throws {
        let today = house.world.now().day(in: house.town.town.offset)
        let around = DemoRota.Span(
            from: today.adding(-rota.before),
            to: today.adding(rota.after),
            places: []
        )
        for span in rota.spans + [around] {
            guard try await isFree(span) else { continue }
            try await publish(span)
        }
    }

    private func isFree(_ span: DemoRota.Span) async throws -> Bool {
        try await house.look { turn in
            try RotaRecords.published(from: span.from, to: span.to, in: turn.tx).isEmpty
        }
    }

    private func publish(_ span: DemoRota.Span) async throws {
        let (staff, town) = (staff, house.town.town)
        let cast = try await house.look { turn in
            try DemoCast(staff: staff, at: turn.at, in: turn.town, tx: turn.tx)
        }
        var dice = SeedDice(20, at: span.from.number)
        let (keeper, director) = (try cast.of(.dispatcher, &dice), try cast.of(.director, &dice))
        let morning = HalfDay(span.from.adding(-7), .morning).start(in: town.offset)
        let clock = DemoClock(morning.adding(hours: 10))
        let desk = RotaDesk(house: house.playing(by: clock))
        func operation(_ name: String) -> Operation {
            let key = "\(span.from) \(name)"
            return Operation(scope: "demoRota", key: key, content: Array(key.utf8))
        }
        let draft = try await desk.draft(
            RotaOrder(from: span.from, to: span.to),
            by: keeper,
            operation: operation("draft")
        ).answer
        let drafted = try await desk.sittings(of: draft.id, for: keeper, limit: 1000).items
        for place in DemoRota.order(span.places, in: drafted) {
            _ = try await desk.set(
                SittingOrder(
                    place: .init(unit: place.unit.flatMap { town.unit(code: $0)?.id }),
                    reason: nil
                ),
                at: place.sitting,
                by: keeper,
                operation: operation("\(place.sitting) \(place.unit ?? "")")
            )
        }
        _ = try await desk.take(
            .publish,
            of: draft.id,
            by: director,
            operation: operation("publish")
        )
    }
}

extension DemoRota {
    /// What has to be written over, one after the other: where the unit sits at the other seat on
    /// that half-day, the two exchange.
    fileprivate static func order(
        _ places: [Place],
        in drafted: [SittingView]
    ) -> [(sitting: ID<Sitting>, unit: String?)] {
        places.flatMap { place -> [(sitting: ID<Sitting>, unit: String?)] in
            let here = drafted.filter { $0.halfDay == place.halfDay }
            guard let sitting = here.first(where: { $0.seat == place.seat }),
                sitting.unit != place.unit
            else { return [] }
            guard let beside = here.first(where: { $0.unit == place.unit }) else {
                return [(sitting.id, place.unit)]
            }
            return [(beside.id, nil), (sitting.id, place.unit), (beside.id, sitting.unit)]
        }
    }
}
