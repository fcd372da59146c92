import Centre
import TestSupport
import Testing

@testable import Web

/// What the crowd finds of a disputed duty: a matter of its own that the justice office has given
/// back, and an open question on it.
struct RuledCrowd {
    private let ruling: String
    private let ruler: String

    init(_ slip: Slip, by dispatcher: Counter, and justice: Counter) async throws {
        let base = "/matters/\(slip.matter)"
        _ = try await dispatcher.post(
            "\(base)/acceptance",
            #"{"class":"0902-B","route":"mediation","area":"442000007200"}"#
        ).expect(200)
        let part = try await dispatcher.post(
            "\(base)/assignments",
            #"{"unit":"justice","role":"lead","instruction":"请办"}"#
        ).expect(201).need("id")
        _ = try await justice.post(
            "/assignments/\(part)/return",
            #"{"reason":"notMyDuty","basis":"职责清单","betterUnit":"landResources"}"#
        ).expect(200)
        let read = try await dispatcher.get("\(base)/rulings").expect(200)
        ruler = try #require(try read.value(at: "rulers")?[0]?["id"]?.text)
        let asked = try await dispatcher.post(
            "\(base)/rulings",
            #"{"unit":"petition","ruler":"\#(ruler)","words":"争议"}"#
        ).expect(200)
        ruling = try #require(try asked.value(at: "rulings")?[0]?["id"]?.text)
    }

    var id: String { ruling }

    func path(_ path: String) -> String? {
        path.contains("/rulings/{id}") ? path.replacing("{id}", with: ruling) : nil
    }

    func body(of call: String) -> String? {
        let path = String(call.split(separator: " ").last ?? "").dropFirst("/api/v1".count)
        guard let step = RulingStep.allCases.first(where: { $0.path == path }) else { return nil }
        switch step {
        case .ask: return #"{"unit":"petition","ruler":"\#(ruler)","words":"争议"}"#
        case .passOn: return #"{"ruler":"\#(ruler)","words":"出差"}"#
        case .rule:
            return #"{"unit":"petition","reach":"town","words":"理由","basis":"依据"}"#
        case .withdraw, .retire: return #"{"words":"说明情况"}"#
        }
    }
}
