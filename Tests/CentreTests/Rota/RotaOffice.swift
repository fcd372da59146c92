import TestSupport
import Testing

@testable import Centre

/// Those who make a rota, and the units that come.
struct RotaOffice {
    let sample: SampleCentre
    let desk: RotaDesk
    let hall: HallDesk
    let director: Viewer
    let dispatcher: Viewer
    let clerk: Viewer

    init(_ sample: SampleCentre) throws {
        self.sample = sample
        desk = RotaDesk(house: sample.house)
        hall = HallDesk(house: sample.house)
        director = try sample.officer(.director)
        dispatcher = try sample.officer(.dispatcher)
        clerk = try sample.officer(.clerk)
    }

    func liaison(_ unit: String) throws -> Viewer { try sample.officer(.liaison, unit) }

    func draft(_ from: String = "2026-03-05", _ to: String = "2026-03-25") async throws -> RotaView
    {
        let order = RotaOrder(from: try #require(Day(from)), to: try #require(Day(to)))
        return try await desk.draft(
            order,
            by: dispatcher,
            operation: sample.operation()
        ).answer
    }

    @discardableResult
    func take(_ step: Rota.Step, _ id: ID<Rota>, by viewer: Viewer? = nil) async throws -> RotaView
    {
        try await desk.take(
            step,
            of: id,
            by: viewer ?? director,
            operation: sample.operation()
        ).answer
    }

    func published(
        _ from: String = "2026-03-05",
        _ to: String = "2026-03-25"
    ) async throws -> RotaView {
        try await take(.publish, try await draft(from, to).id)
    }

    func sittings(of rota: ID<Rota>) async throws -> [SittingView] {
        try await desk.sittings(of: rota, for: director, limit: 500).items
    }

    @discardableResult
    func set(
        _ sitting: SittingView,
        _ unit: String?,
        because reason: String? = "临时调整",
        by viewer: Viewer? = nil
    ) async throws -> SittingView {
        let place = Sitting.Place(unit: try unit.map(sample.unit))
        return try await desk.set(
            SittingOrder(place: place, reason: reason),
            at: sitting.id,
            by: viewer ?? dispatcher,
            operation: sample.operation()
        ).answer
    }

    func ask(
        _ mine: SittingView,
        for other: SittingView,
        by viewer: Viewer? = nil
    ) async throws -> SwapView {
        let asking = try viewer ?? liaison(try #require(mine.unit))
        return try await desk.ask(
            mine.id,
            for: other.id,
            because: "单位有会",
            by: asking,
            operation: sample.operation()
        ).answer
    }

    @discardableResult
    func take(
        _ step: SittingSwap.Step,
        _ swap: SwapView,
        by viewer: Viewer
    ) async throws -> SwapView {
        try await desk.take(
            step,
            of: swap.id,
            by: viewer,
            operation: sample.operation()
        ).answer
    }

    func tell(
        _ unit: String,
        _ from: String,
        _ to: String,
        _ half: HalfDay.Half? = nil,
        takingBack: Bool = false
    ) async throws {
        let order = AbsenceOrder(
            unit: try sample.unit(unit),
            from: try #require(Day(from)),
            to: try #require(Day(to)),
            half: half
        )
        _ = try await desk.tell(
            order,
            takingBack: takingBack,
            by: try liaison(unit),
            operation: sample.operation()
        )
    }

    /// Two turns that can be exchanged.
    func exchangeable(_ all: [SittingView]) throws -> (mine: SittingView, other: SittingView) {
        func busy(_ unit: String?, _ halfDay: HalfDay) -> Bool {
            all.contains { $0.halfDay == halfDay && $0.unit == unit }
        }
        for mine in all.dropFirst(4) {
            for other in all.dropFirst(4) where other.unit != mine.unit {
                guard !busy(mine.unit, other.halfDay), !busy(other.unit, mine.halfDay) else {
                    continue
                }
                return (mine, other)
            }
        }
        throw NotFound()
    }

    /// What the entries say of each place, against the copy.
    func replayed(_ id: ID<Rota>) async throws -> [Bool] {
        try await sample.house.look { turn in
            let rota = try RotaRecords.find(id, in: turn.tx)
            return try turn.sittings(of: rota).map { sitting in
                var again = sitting
                let entries = try turn.house.timeline.entries(
                    of: .sitting(sitting.id),
                    in: turn.tx
                )
                try again.replay(entries) { turn.town.unit(code: $0)?.id }
                return again == sitting
            }
        }
    }
}
