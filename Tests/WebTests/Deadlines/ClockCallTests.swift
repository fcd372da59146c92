import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Clocks over the API` {
    private func state(_ rule: String, _ slip: Slip, in hall: Hall) async throws -> String? {
        let reply = try await hall.dispatcher.get("/matters/\(slip.matter)/clocks").expect(200)
        let clocks = try reply.value(at: "items")?.elements ?? []
        return clocks.first { $0["rule"]?.text == rule }?["state"]?.text
    }

    @Test(arguments: Engine.all)
    func `each clock says what it is for and how it stands`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let part = try await hall.assign(slip, "justice")
            let reply = try await hall.dispatcher.get("/matters/\(slip.matter)/clocks").expect(200)
            let clocks = try reply.value(at: "items")?.elements ?? []
            let byRule = Dictionary(
                clocks.map { ($0["rule"]?.text ?? "", $0) },
                uniquingKeysWith: { first, _ in first }
            )
            #expect(byRule["LOCAL-ACCEPT"]?["state"]?.text == "met")
            #expect(byRule["LOCAL-ACCEPT"]?["of"]?.text == slip.number)
            #expect(byRule["LOCAL-ACCEPT"]?["endedAt"]?.text?.hasPrefix("2026-03-04T09:00") == true)
            #expect(byRule["PM-FINISH"]?["due"]?.text == "2026-04-03T23:59:59+08:00")
            #expect(byRule["PM-FINISH"]?["subject"]?.text == "matter")
            #expect(byRule["PM-FINISH"]?["of"] == nil)
            #expect(byRule["LOCAL-RETURN"]?["state"]?.text == "running")
            #expect(byRule["LOCAL-RETURN"]?["of"]?.text == part)
            #expect(byRule["LOCAL-RETURN"]?["due"]?.text == "2026-03-05T23:59:59+08:00")
        }
    }

    @Test(arguments: Engine.all)
    func `giving a matter out ends the limit of giving out`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let before = try await state("LOCAL-DISPATCH", slip, in: hall)
            #expect(before == "running")
            _ = try await hall.assign(slip, "justice")
            let after = try await state("LOCAL-DISPATCH", slip, in: hall)
            #expect(after == "met")
        }
    }

    @Test(arguments: Engine.all)
    func `a unit has four working hours to sign`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            _ = try await hall.assign(slip, "justice")
            let sign = try await state("LOCAL-SIGN", slip, in: hall)
            #expect(sign == "running")
        }
    }
}
