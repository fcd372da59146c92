import Storage
import TestSupport
import Testing

@testable import Centre
@testable import Web

/// What the crowd finds of the rota: one that holds, with places of the justice office, drafts,
/// and a swap for each of its steps.
struct RotaCrowd {
    private let published: String
    private let draft: String
    private let spare: String
    private let now: String
    private let mine: String
    private let other: String
    private let officer: String
    private var swaps: [String: String] = [:]

    init(_ sample: SampleCentre) async throws {
        let desk = RotaDesk(house: sample.house)
        let director = try sample.officer(.director)
        func drafted(_ from: String, _ to: String) async throws -> ID<Rota> {
            let order = RotaOrder(from: try #require(Day(from)), to: try #require(Day(to)))
            return try await desk.draft(
                order,
                by: director,
                operation: sample.operation()
            ).answer.id
        }
        let rota = try await drafted("2026-03-04", "2026-03-20")
        let places = try await desk.sittings(of: rota, for: director, limit: 60).items
        // The justice office sits at one seat on some half-days, another unit on others.
        for (place, unit) in [(0, "justice"), (4, "justice"), (8, "tax"), (12, "justice")] {
            let order = SittingOrder(place: .init(unit: try sample.unit(unit)), reason: nil)
            _ = try await desk.set(
                order,
                at: places[place].id,
                by: director,
                operation: sample.operation()
            )
        }
        _ = try await desk.take(.publish, of: rota, by: director, operation: sample.operation())
        published = "\(rota)"
        draft = "\(try await drafted("2026-04-01", "2026-04-10"))"
        spare = "\(try await drafted("2026-04-01", "2026-04-10"))"
        now = "\(places[0].id)"
        mine = "\(places[4].id)"
        other = "\(places[8].id)"
        let login = "liaison-justice-a"
        let id: ID<Officer>? = try await sample.house.database.read { tx in
            try tx.value("SELECT id FROM officers WHERE login = \(login)")
        }
        officer = "\(try #require(id))"
        // Each step needs a swap of its own, on half-days of its own.
        let pairs = [(16, 18), (20, 22), (24, 26), (28, 30), (32, 34)]
        for (step, pair) in zip(SittingSwap.Step.allCases, pairs) {
            swaps[step.noun] = try await Self.swap(for: step, pair, places, desk, sample)
        }
    }

    /// A swap that waits for the step, with the justice office on the side that takes it.
    private static func swap(
        for step: SittingSwap.Step,
        _ pair: (Int, Int),
        _ places: [SittingView],
        _ desk: RotaDesk,
        _ sample: SampleCentre
    ) async throws -> String {
        let director = try sample.officer(.director)
        let justiceAsks = step.side != .other
        let units = justiceAsks ? ["justice", "tax"] : ["tax", "justice"]
        for (place, unit) in zip([pair.0, pair.1], units) {
            let order = SittingOrder(place: .init(unit: try sample.unit(unit)), reason: "调整")
            _ = try await desk.set(
                order,
                at: places[place].id,
                by: director,
                operation: sample.operation()
            )
        }
        let swap = try await desk.ask(
            places[pair.0].id,
            for: places[pair.1].id,
            because: "有会",
            by: try sample.officer(.liaison, units[0]),
            operation: sample.operation()
        ).answer
        if step == .approve {
            _ = try await desk.take(
                .agree,
                of: swap.id,
                by: try sample.officer(.liaison, units[1]),
                operation: sample.operation()
            )
        }
        return "\(swap.id)"
    }

    func path(_ path: String) -> String? {
        guard ["/rotas/", "/sittings/", "/swaps/"].contains(where: path.contains) else {
            return nil
        }
        return page(path)
    }

    func query(of call: String) -> String {
        switch call {
        case "GET /api/v1/hall/next": "?unit=labour"
        case "GET /api/v1/absences": "?unit=justice"
        default: ""
        }
    }

    func page(_ path: String) -> String {
        path.replacing("{id}", with: thing(of: path))
    }

    private func thing(of path: String) -> String {
        let word = path.split(separator: "/").last.map(String.init) ?? ""
        if path.contains("/swaps/") { return swaps[word] ?? "" }
        if path.contains("/sittings/") { return word == "tick" ? now : mine }
        return ["publication": draft, "discarding": spare][word] ?? published
    }

    func body(of call: String) -> String? {
        switch call {
        case "POST /api/v1/rotas": #"{"from":"2026-05-06","to":"2026-05-08"}"#
        case "POST /api/v1/sittings/{id}/change": #"{"unit":"justice","reason":"照旧"}"#
        case "POST /api/v1/sittings/{id}/people": #"{"officer":"\#(officer)"}"#
        case "POST /api/v1/sittings/{id}/swap": #"{"other":"\#(other)","reason":"有会"}"#
        case "POST /api/v1/absences", "POST /api/v1/absences/withdrawal":
            #"{"unit":"justice","from":"2026-05-06","to":"2026-05-06"}"#
        default: nil
        }
    }
}
