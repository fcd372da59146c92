import TestSupport
import Testing

@testable import Web

/// What the crowd finds of whistles: one that calls the justice office and the committee.
struct WhistledCrowd {
    let whistle: String
    private let calls: [String: String]

    private static let order = """
        {"kind":"normal","ground":"severalUnits","reason":"需要一起到现场","place":"村委会会议室",
         "calls":[{"unit":"justice","purpose":"调解"},{"unit":"v200","purpose":"通知双方"}]}
        """

    init(_ slip: Slip, by dispatcher: Counter) async throws {
        let made = try await dispatcher.post("/matters/\(slip.matter)/whistles", Self.order)
            .expect(201)
        whistle = try made.need("id")
        var calls: [String: String] = [:]
        for call in try #require(try made.value(at: "calls")?.elements) {
            let unit = try #require(call["unit"]?["code"]?.text)
            calls[unit] = try #require(call["id"]?.text)
        }
        self.calls = calls
    }

    /// The call of the unit of that column.
    func call(isOfArea: Bool) -> String { calls[isOfArea ? "v200" : "justice"] ?? "" }

    func path(_ path: String, isOfArea: Bool) -> String? {
        if path.hasSuffix("/whistles/calls") {
            return "\(path)?measure=called&unit=\(isOfArea ? "v200" : "justice")"
        }
        if path.contains("/whistleCalls/") {
            return path.replacing("{id}", with: call(isOfArea: isOfArea))
        }
        return path.contains("/whistles/{id}") ? path.replacing("{id}", with: whistle) : nil
    }

    func body(of call: String) -> String? {
        let path = String(call.split(separator: " ").last ?? "")
        switch path {
        case "/api/v1/matters/{id}/whistles": return Self.order
        case "/api/v1/whistles/{id}/calls":
            return #"{"calls":[{"unit":"police","purpose":"维持秩序"}]}"#
        case "/api/v1/whistles/{id}/withdrawal": return #"{"words":"已经谈妥"}"#
        default: break
        }
        guard path.contains("/whistleCalls/") else { return nil }
        switch path.split(separator: "/").last {
        case "sight", "coming": return "{}"
        case "arrival", "presence": return #"{"presence":"site"}"#
        case "reception": return #"{"inTime":true,"helped":true}"#
        case "justification": return #"{"justified":true}"#
        default: return #"{"words":"说明情况"}"#
        }
    }
}
