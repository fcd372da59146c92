import Centre
import TestSupport
import Testing

@testable import Web

/// What the crowd finds of joint handling: a meeting that is held, one promise and one watch task
/// for the justice office and the committee each.
struct JoinedCrowd {
    let meeting: String
    private let matter: String
    private let pledges: [String: String]
    private let followUps: [String: String]

    init(_ slip: Slip, by dispatcher: Counter) async throws {
        matter = slip.matter
        let base = "/matters/\(slip.matter)"
        _ = try await dispatcher.post("\(base)/joint", #"{"words":"需要一起办"}"#).expect(200)
        let called = try await dispatcher.post("\(base)/meetings", Self.meeting).expect(200)
        meeting = try #require(try called.value(at: "meetings")?[0]?["id"]?.text)
        var (pledges, followUps): ([String: String], [String: String]) = ([:], [:])
        for unit in ["justice", "v200"] {
            let pledged = try await dispatcher.post("\(base)/pledges", Self.pledge(unit))
                .expect(200)
            pledges[unit] = try pledged.value(at: "pledges")?.elements.last?["id"]?.text
            let set = try await dispatcher.post("\(base)/followUps", Self.followUp(unit))
                .expect(200)
            followUps[unit] = try set.value(at: "followUps")?.elements.last?["id"]?.text
        }
        self.pledges = pledges
        self.followUps = followUps
    }

    private static let meeting = """
        {"agenda":"通报进展","place":"二楼会议室","meetsAt":"2026-03-04T09:00:00+08:00",
         "units":["justice","v200"]}
        """

    private static func pledge(_ unit: String) -> String {
        #"{"unit":"\#(unit)","words":"丈量界址","evidence":"丈量图","day":"2026-03-20"}"#
    }

    private static func followUp(_ unit: String) -> String {
        #"{"unit":"\#(unit)","words":"界桩是否还在","day":"2026-03-20","interval":30}"#
    }

    func path(_ path: String, isOfArea: Bool) -> String? {
        let unit = isOfArea ? "v200" : "justice"
        if path.contains("/meetings/{id}") { return path.replacing("{id}", with: meeting) }
        if path.contains("/pledges/{id}") {
            return path.replacing("{id}", with: pledges[unit] ?? "")
        }
        if path.contains("/followUps/{id}") {
            return path.replacing("{id}", with: followUps[unit] ?? "")
        }
        return nil
    }

    func body(of call: String, isOfArea: Bool, isCentre: Bool) -> String? {
        let unit = isOfArea ? "v200" : "justice"
        let path = String(call.split(separator: " ").last ?? "").dropFirst("/api/v1".count)
        guard let step = JointStep.allCases.first(where: { $0.path == path }) else { return nil }
        switch step {
        case .callMeeting: return Self.meeting
        case .attend:
            return isCentre
                ? #"{"presence":"site","unit":"justice"}"# : #"{"presence":"link"}"#
        case .pledge: return Self.pledge(unit)
        case .askDay, .moveDay: return #"{"day":"2026-03-25","words":"图纸未到"}"#
        case .sign: return "{}"
        case .rule: return #"{"unit":"v200","verdict":false,"words":"维持"}"#
        case .follow: return Self.followUp(unit)
        case .answer: return #"{"verdict":false,"words":"还在"}"#
        default: return #"{"words":"说明情况"}"#
        }
    }
}
