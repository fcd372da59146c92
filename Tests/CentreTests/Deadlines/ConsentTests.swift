import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `More time that the parties decide on` {
    private static let paper = String(repeating: "a1", count: 32)

    private func asked(_ sample: SampleCentre, route: String, rule: String) async throws -> Walk {
        var walk = try await Walk(sample)
        try await walk.accept(route: route)
        try await walk.assign("justice")
        try await walk.sign("justice")
        walk.view = try await sample.handling.askExtension(
            walk.id,
            ExtensionRequest(rule: rule, amount: 5, reason: "等测绘"),
            by: try walk.liaison("justice"),
            operation: sample.operation()
        ).answer
        return walk
    }

    private func decide(_ walk: Walk, granted: Bool, consent: String?) async throws {
        _ = try await walk.sample.handling.decideExtension(
            walk.id,
            ExtensionDecision(
                granted: granted,
                amount: nil,
                reason: "同意",
                partiesConsent: consent
            ),
            by: walk.director,
            operation: walk.sample.operation()
        )
    }

    @Test(arguments: Engine.all)
    func `mediation is extended with the parties' recorded consent only`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let walk = try await asked(sample, route: "mediation", rule: "PM-FINISH")
            await #expect(throws: ExtensionRefusal.consentMissing) {
                try await decide(walk, granted: true, consent: nil)
            }
            try await decide(walk, granted: true, consent: Self.paper)
            let entries = try await sample.house.look { turn in
                try turn.house.timeline.entries(of: .matter(walk.id), in: turn.tx)
            }
            let granted = try #require(entries.last { $0.act == .extensionGranted })
            #expect(granted.facts["consent.digest"] == Self.paper)
        }
    }

    @Test func `a no needs nobody's consent, and a leader's limit only the leader's`() async throws
    {
        try await withCentre(.sqlite) { sample in
            let refused = try await asked(sample, route: "mediation", rule: "PM-FINISH")
            try await decide(refused, granted: false, consent: nil)
            let petition = try await asked(sample, route: "petition", rule: "XF-HANDLE")
            try await decide(petition, granted: true, consent: nil)
        }
    }
}
