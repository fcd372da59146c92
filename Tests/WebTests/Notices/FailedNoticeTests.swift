import Centre
import Hummingbird
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `Notices that were given up` {
    /// Puts notices where they are after their last attempt.
    private func giveUp(_ count: Int, in sample: SampleCentre) async throws -> [String] {
        let ids: [ID<Centre.Notice>] = (0..<count).map { _ in sample.house.world.newID() }
        try await sample.house.database.write { tx in
            for (place, id) in ids.enumerated() {
                try tx.run(
                    """
                    INSERT INTO outbox (id, kind, facts, created_at, dead_at, attempts, failure)
                    VALUES (\(id), 'nonsense', '{}', 0, \(place), 8, 'unreadable')
                    """
                )
            }
        }
        return ids.map(\.description)
    }

    private func left(in sample: SampleCentre) async throws -> [String] {
        try await OutboxDesk(house: sample.house).deadLetters(limit: 100).items
            .map(\.id.description)
    }

    @Test(arguments: Engine.all)
    func `the page says what and why, and a button sends one again or all`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let ids = try await giveUp(3, in: sample)
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .systemAdministrator)
            let page = "/desk/admin/notices"
            #expect(try await web.get("/desk/admin").text.contains("href=\"\(page)\""))
            #expect(try await web.get("/desk/admin/health").text.contains("href=\"\(page)\""))
            let shown = try await web.get(page)
            #expect(shown.status == 200 && shown.text.contains("nonsense"))
            #expect(shown.text.contains("内容无法识别") && shown.text.contains(ids[0]))

            let one = try await web.submit("\(page)/\(ids[1])/sending", [:], from: page)
            #expect(one.status == 303 && one.location == page)
            #expect(try await left(in: sample) == [ids[0], ids[2]])
            let gone = try await web.submit("\(page)/\(ids[1])/sending", [:], from: page)
            #expect(gone.status == 404)

            #expect(try await web.submit("\(page)/sending", [:], from: page).status == 303)
            #expect(try await left(in: sample).isEmpty)
            #expect(try await web.get(page).text.contains("没有未送达的通知"))

            var auditor = PageBrowser(try sample.site())
            try await auditor.signIn(sample, .auditor)
            let audit = try await auditor.get("/desk/admin/audit?chain=house").text
            #expect(audit.contains("重新发送通知"))
        }
    }

    @Test func `others who see the health of the house are shown no door`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .auditor)
            let health = try await web.get("/desk/admin/health")
            #expect(health.status == 200 && !health.text.contains("/desk/admin/notices"))
        }
    }

    @Test(arguments: Engine.all)
    func `a repeated call queues nothing twice, and the list goes on page by page`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let ids = try await giveUp(3, in: sample)
            let desk = try Counter(sample)
                .with(token: try await sample.signIn(.systemAdministrator))
            let first = try await desk.get("/notices/failed?limit=2").expect(200)
            #expect(try first.text(at: "items.0.id") == ids[0])
            #expect(try first.text(at: "items.0.reason") == "unreadable")
            let next = try first.need("next")
            let second = try await desk.get("/notices/failed?limit=2&after=\(next)").expect(200)
            #expect(try second.text(at: "items.0.id") == ids[2])
            #expect(try second.value(at: "next") == .null)

            let path = "/notices/failed/\(ids[0])/sending"
            let sent = try await desk.post(path, key: "k").expect(200)
            #expect(try sent.value(at: "notices")?.whole == 1)
            let again = try await desk.post(path, key: "k").expect(200)
            #expect(again.header("Idempotent-Replay") == "true")
            _ = try await desk.post(path).expect(404)
            let all = try await desk.post("/notices/failed/sending").expect(200)
            #expect(try all.value(at: "notices")?.whole == 2)
            let none = try await desk.post("/notices/failed/sending").expect(200)
            #expect(try none.value(at: "notices")?.whole == 0)
            // What is wrong with them is still wrong: they come back with the same reason.
            #expect(try await OutboxDesk(house: sample.house).deliver().putOff == 3)
        }
    }
}
