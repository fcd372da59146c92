import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

/// The centre's people at their desks, each signed in over the API.
struct Hall {
    let sample: SampleCentre
    let anybody: Counter
    let clerk: Counter
    let dispatcher: Counter
    let supervisor: Counter
    let director: Counter
    let visitor: Counter
    let archivist: Counter
    /// 司法所 and 自然资源分局.
    let justice: Counter
    let land: Counter

    init(_ sample: SampleCentre) async throws {
        self.sample = sample
        anybody = try Counter(sample)
        clerk = try await Hall.sit(.clerk, in: sample, anybody)
        dispatcher = try await Hall.sit(.dispatcher, in: sample, anybody)
        supervisor = try await Hall.sit(.supervisor, in: sample, anybody)
        director = try await Hall.sit(.director, in: sample, anybody)
        visitor = try await Hall.sit(.visitor, in: sample, anybody)
        archivist = try await Hall.sit(.archivist, in: sample, anybody)
        justice = try await Hall.sit(.liaison, "justice", in: sample, anybody)
        land = try await Hall.sit(.liaison, "landResources", in: sample, anybody)
    }

    private static func sit(
        _ role: Role,
        _ unit: String = "centre",
        in sample: SampleCentre,
        _ counter: Counter
    ) async throws -> Counter {
        counter.with(token: try await sample.signIn(role, unit))
    }

    /// Registers a concern at the window and reads the receipt.
    func register(_ order: String = Orders.homestead) async throws -> Slip {
        let reply = try await clerk.post("/concerns", order).expect(201)
        return try Slip(reply)
    }

    func accept(_ slip: Slip, class code: String = "0902-B") async throws {
        _ = try await dispatcher.post(
            "/matters/\(slip.matter)/acceptance",
            #"{"class":"\#(code)","route":"mediation","area":"442000007200"}"#
        ).expect(200)
    }

    /// - Returns: the assignment's id.
    func assign(_ slip: Slip, _ unit: String, _ role: String = "lead") async throws -> String {
        let reply = try await dispatcher.post(
            "/matters/\(slip.matter)/assignments",
            #"{"unit":"\#(unit)","role":"\#(role)","instruction":"请依法办理"}"#
        ).expect(201)
        return try reply.need("id")
    }

    func reply(_ part: String, by unit: Counter, _ words: String) async throws {
        _ = try await unit.post("/assignments/\(part)/signature").expect(200)
        _ = try await unit.post(
            "/assignments/\(part)/reply",
            #"{"outcome":"settled","text":"\#(words)","publicText":"\#(words)"}"#
        ).expect(200)
    }

    /// All the way to a closed matter.
    func close(_ slip: Slip) async throws {
        try await accept(slip)
        let part = try await assign(slip, "justice")
        try await reply(part, by: justice, "双方已达成协议")
        _ = try await supervisor.post(
            "/matters/\(slip.matter)/verification",
            #"{"verdict":"accepted","note":"材料齐全"}"#
        ).expect(200)
        _ = try await supervisor.post(
            "/matters/\(slip.matter)/closure",
            #"{"kind":"mediatedWritten"}"#
        ).expect(200)
    }
}

/// What a receipt says.
struct Slip {
    let number: String
    let code: String
    let matter: String

    init(_ reply: TestSupport.Reply) throws {
        number = try reply.need("number")
        code = try reply.need("queryCode")
        matter = try reply.need("matter")
    }
}

/// Work orders as they come over the wire.
enum Orders {
    static let homestead = order(
        #"{"channel":"yuepingan","externalNo":"YPA-2026-000318"}"#,
        title: "宅基地界址不清邻居阻挠建房"
    )

    static func order(
        _ source: String = #"{"channel":"web"}"#,
        kind: String = "dispute",
        title: String = "路灯不亮",
        content: String = "宅基地界址不明,邻居不让动工,请求帮助调解。",
        more: String = ""
    ) -> String {
        """
        {"schema":"maplebridge.workOrder/1","source":\(source),"kind":"\(kind)",
        "title":"\(title)","content":"\(content)",
        "requester":{"mode":"named","name":"吴大明","phones":["13800138000"]},
        "place":{"areaCode":"442000007200"}\(more)}
        """
    }
}
