import Centre
import TestSupport
import Testing

@testable import Web

/// What the crowd finds of a matter between levels: one that the justice office leads, and a
/// proposal on it that waits for the director.
struct LiftedCrowd {
    private let change: String

    init(_ slip: Slip, by dispatcher: Counter) async throws {
        let base = "/matters/\(slip.matter)"
        _ = try await dispatcher.post(
            "\(base)/acceptance",
            #"{"class":"0902-B","route":"mediation","area":"442000007200"}"#
        ).expect(200)
        _ = try await dispatcher.post(
            "\(base)/assignments",
            #"{"unit":"justice","role":"lead","instruction":"请办"}"#
        ).expect(201)
        let proposed = try await dispatcher.post(
            "\(base)/levels/up",
            #"{"unit":"cityCentre","reason":"crossArea","words":"跨镇街"}"#
        ).expect(200)
        change = try #require(try proposed.value(at: "changes")?[0]?["id"]?.text)
    }

    func path(_ path: String) -> String? {
        path.contains("/levels/{id}") ? path.replacing("{id}", with: change) : nil
    }

    func body(of call: String) -> String? {
        let path = String(call.split(separator: " ").last ?? "").dropFirst("/api/v1".count)
        guard let step = LevelStep.allCases.first(where: { $0.path == path }) else { return nil }
        switch step {
        case .propose: return #"{"unit":"cityCentre","reason":"crossArea","words":"跨镇街"}"#
        case .sendDown: return #"{"unit":"v200","reason":"nearHome","words":"双方同意"}"#
        case .approve: return "{}"
        case .decline, .withdraw: return #"{"words":"说明情况"}"#
        }
    }
}
