import TestSupport
import Testing

@testable import Web

/// What the crowd finds of a group matter: two members, the first of them the resident's.
struct GroupedCrowd {
    let member: String
    let number: String
    private let code: String

    private static let lines = """
        [{"name":"张三","phone":"13800000001","amount":"100.00"},
         {"name":"李四","phone":"13800000002","amount":"200.00"}]
        """

    init(_ slip: Slip, by dispatcher: Counter) async throws {
        let group = "/matters/\(slip.matter)/group"
        _ = try await dispatcher.post(group, "{}").expect(201)
        _ = try await dispatcher.post("\(group)/members", #"{"lines":\#(Self.lines)}"#).expect(200)
        let slips = try await dispatcher.get("\(group)/slips").expect(200)
        let first = try #require(try slips.value(at: "items")?.elements.first)
        number = try #require(first["number"]?.text)
        code = try #require(first["queryCode"]?.text)
        let members = try await dispatcher.get("\(group)/members").expect(200)
        member = try #require(try members.value(at: "items")?.elements.last?["id"]?.text)
    }

    func code(of call: String) -> String? { call.contains("/memberLines/") ? code : nil }

    func path(_ pattern: String) -> String? {
        if pattern.contains("/memberLines/") {
            return pattern.replacing("{number}", with: number)
        }
        return pattern.contains("/groupMembers/") ? pattern.replacing("{id}", with: member) : nil
    }

    func body(of call: String) -> String? {
        let path = String(call.split(separator: " ").last ?? "")
        if path == "/api/v1/groups" {
            return #"{"order":\#(Orders.order()),"lines":\#(Self.lines)}"#
        }
        if path.hasSuffix("/sum") { return #"{"amount":"150.00","words":"核对后更正"}"# }
        if path.hasSuffix("/erasure"), path.contains("memberLines") { return "{}" }
        guard path.contains("/group") else { return nil }
        switch path.split(separator: "/").last {
        case "members", "roster": return #"{"lines":\#(Self.lines)}"#
        case "membersSheet", "rosterSheet": return "姓名,手机号,金额\n张三,13800000001,100\n"
        case "representatives": return #"{"members":[1]}"#
        case "facts": return #"{"project":"二期"}"#
        case "meetings": return #"{"day":"2026-03-04","present":[1],"words":"商谈"}"#
        case "bulletins": return #"{"words":"资金已到账"}"#
        case "payments":
            return #"{"day":"2026-03-04","total":"1.00","lines":[{"member":2,"amount":"1.00"}]}"#
        default: return "{}"
        }
    }
}
