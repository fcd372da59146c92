import Centre
import Hummingbird
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `Messages on the pages` {
    @Test(arguments: Engine.all)
    func `a matter shows what went out, to whom, and why not`(engine: Engine) async throws {
        try await withCentre(engine) { bare in
            try await withFakeGateway { gateway, port in
                let outside = try Outside(bare, port: port)
                let sample = outside.sample
                let receipt = try await outside.concern()
                let address = "/desk/matters/\(receipt.matter)"
                var web = PageBrowser(try sample.site())
                try await web.signIn(sample, .dispatcher)
                let waiting = try await web.get(address).text
                #expect(waiting.contains("外发信息") && waiting.contains("等待发送"))
                gateway.behave(.status(400))
                _ = try await outside.working { try await $0.send() }
                let shown = try await web.get(address).text
                #expect(shown.contains("被拒绝") && shown.contains("网关拒绝"))
                #expect(shown.contains("来访群众（短信）") && shown.contains("群机器人"))
                #expect(!shown.contains("bearer-secret") && !shown.contains("robot-key"))

                let desk = Browser(try sample.site())
                    .with(token: try await sample.signIn(.dispatcher, named: "b"))
                let path = "/api/v1/matters/\(receipt.matter)/messages?limit=1"
                let first = try await desk.get(path)
                #expect(try first.text(at: "items.0.failure") == "rejected")
                let next = try #require(try first.text(at: "next"))
                let second = try await desk.get("\(path)&after=\(next)")
                #expect(try second.text(at: "items.0.state") == "refused")
                #expect(try second.text(at: "next") == nil)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `what did not go out is seen and sent again by the system administrator`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { bare in
            try await withFakeGateway { gateway, port in
                let outside = try Outside(bare, port: port)
                let sample = outside.sample
                let receipt = try await outside.concern()
                gateway.behave(.errcode(93000))
                _ = try await outside.working { try await $0.send() }
                let robot = try #require(
                    try await outside.lines(of: receipt).first { $0.channel == .webhook }
                )
                var web = PageBrowser(try sample.site())
                try await web.signIn(sample, .systemAdministrator)
                let page = "/desk/admin/notices"
                let shown = try await web.get(page).text
                #expect(shown.contains("未发出的外发信息") && shown.contains("网关拒绝"))
                let health = try await web.get("/desk/admin/health").text
                #expect(health.contains("127.0.0.1") && health.contains("2个机器人"))
                #expect(!health.contains("robot-key") && !health.contains("access_token"))

                let again = "/desk/admin/messages/\(robot.id)/sending"
                #expect(try await web.submit(again, [:], from: page).status == 303)
                gateway.behave(.ok)
                _ = try await outside.working { try await $0.send() }
                #expect(gateway.took == [robot.id.description])
                #expect(try await web.submit(again, [:], from: page).status == 404)

                var auditor = PageBrowser(try sample.site())
                try await auditor.signIn(sample, .auditor)
                let audit = try await auditor.get("/desk/admin/audit?chain=house").text
                #expect(audit.contains("重新发送外发信息"))
            }
        }
    }

    @Test func `a house without gateways says so and shows no part for messages`() async throws {
        try await withCentre(.sqlite) { sample in
            let receipt = try await sample.intake.register(
                .sample,
                by: try sample.officer(.clerk),
                operation: sample.operation()
            ).answer
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .dispatcher)
            let matter = try await web.get("/desk/matters/\(receipt.matter)")
            #expect(matter.status == 200 && !matter.text.contains("外发信息"))
            var keeper = PageBrowser(try sample.site())
            try await keeper.signIn(sample, .systemAdministrator)
            let health = try await keeper.get("/desk/admin/health").text
            #expect(health.contains("外发网关") && health.contains("未设置"))
        }
    }
}
