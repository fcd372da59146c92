import Storage
import TestSupport
import Testing

@testable import Centre
@testable import Gateways
@testable import Web

@Suite struct `Messages that leave by HTTP` {
    struct Row: Sendable {
        let manner: FakeGateway.Manner
        let sms: Message.Outcome
        let robot: Message.Outcome
    }

    static let rows: [Row] = [
        Row(manner: .ok, sms: .sent(receipt: "g-k"), robot: .sent(receipt: nil)),
        Row(manner: .errcode(45009), sms: .later(.broken), robot: .later(.busy, after: 60)),
        Row(manner: .errcode(130101), sms: .later(.broken), robot: .later(.busy, after: 60)),
        Row(manner: .errcode(93000), sms: .later(.broken), robot: .refused(.rejected)),
        Row(
            manner: .status(429, retryAfter: 90),
            sms: .later(.busy, after: 90),
            robot: .later(.busy, after: 90)
        ),
        Row(manner: .status(408), sms: .later(.busy), robot: .later(.busy)),
        Row(manner: .status(400), sms: .refused(.rejected), robot: .refused(.rejected)),
        Row(manner: .status(401), sms: .refused(.rejected), robot: .refused(.rejected)),
        Row(manner: .status(500), sms: .later(.broken), robot: .later(.broken)),
        Row(manner: .elsewhere, sms: .refused(.rejected), robot: .refused(.rejected)),
        Row(manner: .words("no JSON"), sms: .later(.broken), robot: .later(.broken)),
        Row(
            manner: .words(String(repeating: " ", count: 70_000) + #"{"errcode":0,"id":"1"}"#),
            sms: .later(.broken),
            robot: .later(.broken)
        ),
        Row(manner: .close, sms: .later(.unreachable), robot: .later(.unreachable)),
        Row(manner: .hang, sms: .later(.tooSlow), robot: .later(.tooSlow)),
    ]

    private func outgoing(_ recipient: Outgoing.Recipient) -> Outgoing {
        Outgoing(
            key: "k",
            recipient: recipient,
            kind: .assignmentMade,
            matter: World.real.newID(),
            number: "1",
            due: nil,
            language: nil
        )
    }

    @Test(arguments: rows.indices)
    func `what a gateway answers becomes a word`(place: Int) async throws {
        let row = Self.rows[place]
        try await withCentre(.sqlite) { bare in
            try await withFakeGateway { gateway, port in
                gateway.behave(row.manner)
                let outside = try Outside(bare, port: port)
                try await GatewayClient.with(
                    outside.settings,
                    patience: .milliseconds(700),
                    now: bare.house.world.now
                ) { client in
                    let phone = outgoing(.phone("13800138000"))
                    let toPhone = try await client.send(phone, text: "t")
                    #expect(toPhone == row.sms)
                    let robot = outgoing(.robot(unit: "justice"))
                    let toRobot = try await client.send(robot, text: "t")
                    #expect(toRobot == row.robot)
                }
                // A redirect is not followed.
                #expect(!gateway.calls.contains { $0.path == "/elsewhere" })
                #expect(gateway.calls.count == 2)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `unit and resident are told the number and where to read, and nothing else`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { bare in
            try await withFakeGateway { gateway, port in
                let outside = try Outside(bare, port: port)
                let receipt = try await outside.concern()
                let round = try await outside.working { try await $0.send() }
                #expect(round.sent == [.sms: 1, .webhook: 1])
                let robot = try #require(gateway.calls.first { $0.path == "/send" })
                #expect(robot.query == "key=robot-key" && robot.authorization == nil)
                #expect(robot.body.contains(#""msgtype":"text""#))
                #expect(robot.body.contains(receipt.number))
                let page = "centre.example/desk/matters/\(receipt.matter)"
                #expect(robot.body.replacing("\\/", with: "/").contains(page))
                #expect(robot.body.contains("请在此前办理"))
                let sms = try #require(gateway.calls.first { $0.path == "/sms" })
                #expect(sms.authorization == "Bearer bearer-secret")
                #expect(sms.body.contains(#""to":"13800138000""#))
                #expect(sms.body.contains(#""key":"\#(sms.key)""#))
                #expect(sms.body.contains("您的诉求\(receipt.number)已受理"))
                for value in ["吴大明", "邻居", "宅基地", receipt.queryCode] {
                    #expect(!gateway.calls.contains { $0.body.contains(value) })
                }
                #expect(!robot.body.contains("13800138000"))
            }
        }
    }

    @Test(arguments: Engine.all)
    func `killed between sending and entering, the same key goes twice and counts once`(
        engine: Engine
    ) async throws {
        struct Death: Error {}
        try await withCentre(engine) { bare in
            try await withFakeGateway { gateway, port in
                let outside = try Outside(bare, port: port)
                let receipt = try await outside.concern()
                try await outside.working { desk in
                    let dying = MessageDesk(
                        house: outside.sample.house,
                        gateway: Gateway { outgoing in
                            _ = try await desk.gateway.send(outgoing)
                            throw Death()
                        }
                    )
                    await #expect(throws: Death.self) { try await dying.send(limit: 1) }
                    bare.clock.move(hours: 1)
                    while try await desk.send().taken > 0 {}
                }
                #expect(gateway.calls.count == 3)
                #expect(gateway.took.count == 2)
                let states = try await outside.lines(of: receipt).map(\.state)
                #expect(states == [.sent, .sent])
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a gateway that was down gets each message once when it is back`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { bare in
            // A port at which nobody listens any more.
            let port = try await withFakeGateway { _, port in port }
            let outside = try Outside(bare, port: port)
            var receipts: [Receipt] = []
            for _ in 0..<3 { receipts.append(try await outside.concern()) }
            for _ in 0..<3 {
                let round = try await outside.working { try await $0.send() }
                #expect(round.putOff.values.reduce(0, +) == 6 && round.sent.isEmpty)
                bare.clock.move(hours: 1)
            }
            for receipt in receipts {
                let lines = try await outside.lines(of: receipt)
                #expect(lines.allSatisfy { $0.failure == .unreachable && $0.state == .waiting })
            }
            try await withFakeGateway(port: port) { [receipts] gateway, _ in
                try await outside.working { desk in
                    while try await desk.send().taken > 0 {}
                }
                #expect(gateway.calls.count == 6 && gateway.took.count == 6)
                for receipt in receipts {
                    let lines = try await outside.lines(of: receipt)
                    #expect(lines.allSatisfy { $0.state == .sent && $0.failure == nil })
                    #expect(Set(lines.map(\.id.description)).isSubset(of: gateway.took))
                }
            }
        }
    }

    @Test func `DingTalk's signature is over the moment and the secret`() throws {
        let moment: Int64 = 1_577_262_236_757
        let signature = Robot.signature("SEC-of-the-test", at: moment)
        #expect(signature == "tZd3bCiyF2%2B35xr5herBPywaToApH0SpjQu6%2F%2BjOLog%3D")
        let address = try GatewayAddress("https://robots.example/send?access_token=t", of: "x")
        let robot = Robot(.dingtalk, address, secret: "SEC-of-the-test")
        #expect(
            robot.url(at: Moment(milliseconds: moment))
                == "https://robots.example/send?access_token=t"
                + "&timestamp=\(moment)&sign=\(signature)"
        )
    }

    @Test func `a resident who asked for English gets English`() async throws {
        try await withCentre(.sqlite) { bare in
            try await withFakeGateway { gateway, port in
                let outside = try Outside(bare, port: port)
                var order = WorkOrder.sample
                order.requester.language = "en"
                let receipt = try await outside.concern(of: order)
                _ = try await outside.working { try await $0.send() }
                let sms = try #require(gateway.calls.first { $0.path == "/sms" })
                #expect(sms.body.contains("Your concern \(receipt.number) was accepted."))
            }
        }
    }
}
