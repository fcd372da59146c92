import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Statistics over the API` {
    private func register(_ kinds: [(String, Int)], _ counter: Counter) async throws {
        for (kind, count) in kinds {
            for _ in 0..<count {
                _ = try await counter.post("/concerns", Orders.order(kind: kind)).expect(201)
            }
        }
    }

    private func counts(_ reply: TestSupport.Reply, _ table: String) throws -> [String: Int?] {
        var counts: [String: Int?] = [:]
        for cell in try reply.value(at: table)?.elements ?? [] {
            counts[cell["name"]?.text ?? ""] = .some(cell["count"]?.whole)
        }
        return counts
    }

    @Test(arguments: Engine.all)
    func `small counts are for staff only`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let counter = try Counter(sample)
            try await register([("help", 6), ("consult", 4), ("praise", 2)], counter)
            sample.clock.move(hours: 24 * 30)
            let hall = try await Hall(sample)
            let open = try await counter.get("/statistics/summary").expect(200)
            #expect(try counts(open, "kinds")["help"] == .some(6))
            #expect(try counts(open, "kinds")["consult"] == .some(nil))
            #expect(try counts(open, "kinds")["praise"] == .some(nil))
            #expect(try open.value(at: "answered") == nil)
            #expect(try open.value(at: "suppressedBelow")?.whole == 5)
            #expect(try open.text(at: "from") == "2026-03-01")
            #expect(try open.text(at: "to") == "2026-03-31")

            let inside = try await hall.supervisor
                .get("/statistics/summary?from=2026-03-02&to=2026-03-20").expect(200)
            #expect(try counts(inside, "kinds") == ["help": 6, "consult": 4, "praise": 2])
            #expect(try inside.value(at: "registered")?.whole == 12)
            #expect(try inside.value(at: "answered")?.whole == 0)
            #expect(try inside.value(at: "suppressedBelow") == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `a hidden count cannot be worked out from the others`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let counter = try Counter(sample)
            try await register([("help", 6), ("consult", 2)], counter)
            sample.clock.move(hours: 24 * 30)
            let open = try await counter.get("/statistics/summary").expect(200)
            let kinds = try counts(open, "kinds")
            let hidden = kinds.values.count { $0 == nil }
            let shown = kinds.values.compactMap(\.self).reduce(0, +)
            let total = try open.value(at: "registered")?.whole
            // With the total and all but one of its parts shown, the last part is no secret.
            #expect(total == nil || hidden != 1 || total == shown)
        }
    }

    @Test(arguments: [
        "from=2026-02-02&to=2026-02-28", "from=2026-01-01&to=2026-02-28",
        "from=2026-03-01&to=2026-03-31", "to=2026-02-27",
    ])
    func `the public asks for whole months that have ended, staff for any period`(
        query: String
    ) async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let path = "/statistics/summary?\(query)"
            _ = try await hall.anybody.get(path).expect(400, "period-not-whole")
            _ = try await hall.supervisor.get(path).expect(200)
            _ = try await hall.anybody.get("/statistics/summary?from=2025-10-01&to=2025-12-31")
                .expect(200)
        }
    }

    @Test(arguments: [
        "from=2026-03-04&to=2026-03-03", "from=2024-01-01&to=2026-03-01",
    ])
    func `a period begins before it ends and is not endless`(query: String) async throws {
        try await withCentre(.sqlite) { sample in
            _ = try await Counter(sample).get("/statistics/summary?\(query)")
                .expect(400, "period-impossible")
        }
    }
}
