import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `The worklist over the API` {
    /// Thirty matters: ten overdue, eight fresh, six called for papers, six with a unit.
    ///
    /// The clock moves on between them, so everybody signs in at the end.
    private func filled(_ sample: SampleCentre) async throws -> Hall {
        let counter = try Counter(sample)
        try await register(10, "围墙挡路", in: sample, counter)
        sample.clock.move(hours: 30)
        try await register(8, "路灯不亮", in: sample, counter)
        let hall = try await Hall(sample)
        for serial in 0..<6 {
            let slip = try await hall.register(Orders.order(title: "公示栏\(serial)"))
            _ = try await hall.dispatcher.post(
                "/matters/\(slip.matter)/supplementCall",
                #"{"missing":["照片"]}"#
            ).expect(200)
        }
        for serial in 0..<6 {
            let order = Orders.order(title: "鱼塘\(serial)", more: #","class":"0902-B""#)
            let slip = try await hall.register(order)
            try await hall.accept(slip)
            let part = try await hall.assign(slip, serial < 2 ? "landResources" : "justice")
            let desk = serial < 2 ? hall.land : hall.justice
            _ = try await desk.post("/assignments/\(part)/signature").expect(200)
        }
        return hall
    }

    private func register(
        _ count: Int,
        _ title: String,
        in sample: SampleCentre,
        _ counter: Counter
    ) async throws {
        for serial in 0..<count {
            _ = try await counter.post("/concerns", Orders.order(title: "\(title)\(serial)"))
                .expect(201)
            sample.clock.move(to: sample.clock.now.adding(milliseconds: 61_000))
        }
    }

    /// Walks all pages, each line as it came.
    private func walk(_ counter: Counter, _ query: String, limit: Int = 7) async throws -> [JSON] {
        var lines: [JSON] = []
        var next: String?
        repeat {
            let after = next.map { "&after=\($0)" } ?? ""
            let page = try await counter.get("/matters?limit=\(limit)\(query)\(after)").expect(200)
            let items = try page.value(at: "items")?.elements ?? []
            #expect(items.count <= limit)
            lines += items
            next = try page.text(at: "next")
            #expect(next == nil || items.count == limit)
        } while next != nil && lines.count < 1000
        return lines
    }

    private func ids(_ lines: [JSON]) -> Set<String> {
        Set(lines.compactMap { $0["id"]?.text })
    }

    @Test(arguments: Engine.all)
    func `each order shows each matter once, page by page`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await filled(sample)
            for (order, key) in [
                ("due", "due"), ("updated", "updatedAt"), ("created", "createdAt"),
            ] {
                let lines = try await walk(hall.dispatcher, "&order=\(order)")
                #expect(lines.count == 30 && ids(lines).count == 30, "\(order)")
                let keys = lines.compactMap { $0[key]?.text }
                #expect(keys.count == 30)
                let sorted = keys.sorted()
                #expect(keys == (order == "due" ? sorted : sorted.reversed()), "\(order)")
            }
            let usual = try await walk(hall.dispatcher, "")
            let byDue = try await walk(hall.dispatcher, "&order=due", limit: 200)
            #expect(usual == byDue)
        }
    }

    @Test(arguments: Engine.all)
    func `each filter shows what it says`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await filled(sample)
            let desk = hall.dispatcher
            let overdue = try await walk(desk, "&due=overdue")
            let soon = try await walk(desk, "&due=soon")
            let later = try await walk(desk, "&due=later")
            #expect(overdue.count == 10)
            #expect(overdue.allSatisfy { $0["overdue"]?.flag == true })
            #expect((soon + later).allSatisfy { $0["overdue"]?.flag == false })
            #expect(ids(overdue + soon + later).count == 30)
            let fresh = try await walk(desk, "&stage=registered&due=soon&order=created")
            #expect(fresh.count == 8)
            let called = try await walk(desk, "&stage=awaitingSupplement&due=later", limit: 2)
            #expect(called.count == 6)

            let running = try await walk(desk, "&stage=inProgress")
            #expect(running.count == 6)
            let land = try await walk(desk, "&unit=landResources", limit: 1)
            #expect(land.count == 2)
            #expect(land.allSatisfy { $0["lead"]?["code"]?.text == "landResources" })
            let classed = try await walk(desk, "&class=0902-B&stage=inProgress", limit: 3)
            #expect(ids(classed) == ids(running))
            let here = try await walk(desk, "&area=442000007200", limit: 30)
            #expect(here.count == 30)
            let there = try await walk(desk, "&area=442000007201")
            #expect(there.isEmpty)
            let own = try await walk(hall.justice, "&order=updated", limit: 3)
            #expect(own.count == 4)
            for (query, word) in [
                ("unit=nobody", "code-unknown"), ("area=0", "code-unknown"),
                ("class=9x9", "code-unknown"), ("stage=lost", "field-not-allowed"),
                ("due=never", "field-not-allowed"), ("order=title", "field-not-allowed"),
                ("limit=0", "field-out-of-range"), ("limit=201", "field-out-of-range"),
                ("colour=red", "field-unknown"), ("after=AAAA", "cursor-unreadable"),
                ("q=x", "search-too-short"),
            ] {
                _ = try await desk.get("/matters?\(query)").expect(400, word)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `the wall's numbers have lists of their own`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await filled(sample)
            let desk = hall.dispatcher
            #expect(try await walk(desk, "&among=open").count == 30)
            #expect(try await walk(desk, "&among=open&stage=registered").count == 18)
            #expect(try await walk(desk, "&among=week&order=created").count == 30)
            let today = try await walk(desk, "&among=today", limit: 3)
            #expect(ids(today).count == 20)
            #expect(try await walk(desk, "&among=today&channel=web").count == 20)
            #expect(try await walk(desk, "&among=today&channel=walkin").isEmpty)
            #expect(try await walk(desk, "&among=today&unit=justice").count == 4)
            #expect(try await walk(hall.justice, "&among=today").count == 4)

            let inHand = try await walk(desk, "&among=inHand&unit=landResources")
            #expect(inHand.count == 2)
            #expect(try await walk(desk, "&among=inHand").count == 6)
            let matter = try #require(inHand.first?["id"]?.text)
            let view = try await hall.land.get("/matters/\(matter)").expect(200)
            let part = try view.need("assignments.0.id")
            _ = try await hall.land.post(
                "/assignments/\(part)/reply",
                #"{"outcome":"settled","text":"已核对","publicText":"已核对"}"#
            ).expect(200)
            #expect(try await walk(desk, "&among=inHand&unit=landResources").count == 1)
            #expect(try await walk(desk, "&unit=landResources").count == 2)
            _ = try await desk.get("/matters?channel=web").expect(400, "field-not-allowed")
        }
    }

    @Test(arguments: Engine.all)
    func `a cursor belongs to its own list`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            _ = try await hall.register()
            _ = try await hall.register(Orders.order())
            let page = try await hall.dispatcher.get("/matters?limit=1&order=due").expect(200)
            let next = try page.need("next")
            _ = try await hall.dispatcher.get("/matters?limit=1&order=created&after=\(next)")
                .expect(400, "cursor-unreadable")
            let rest = try await hall.dispatcher.get("/matters?limit=1&order=due&after=\(next)")
                .expect(200)
            #expect(try rest.value(at: "items")?.elements.count == 1)
            #expect(try rest.value(at: "next") == .null)
        }
    }

    @Test(arguments: Engine.all)
    func `a matter is found by number, outside number and words`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            _ = try await hall.register(Orders.order(title: "路灯不亮"))
            let queries = [
                slip.number, slip.number.lowercased(), "YPA-2026-000318", encoded("阻挠建房"),
            ]
            for query in queries {
                let found = try await hall.dispatcher.get("/matters?q=\(query)").expect(200)
                #expect(try found.value(at: "items")?.elements.count == 1, "\(query)")
                #expect(try found.text(at: "items.0.id") == slip.matter, "\(query)")
            }
            let other = try await hall.dispatcher.get("/matters?q=\(encoded("鱼塘"))").expect(200)
            #expect(try other.value(at: "items")?.elements.isEmpty == true)
            // Who may not see the matter finds nothing by its number either.
            let hidden = try await hall.land.get("/matters?q=\(slip.number)").expect(200)
            #expect(try hidden.value(at: "items")?.elements.isEmpty == true)
        }
    }

    @Test(arguments: Engine.all)
    func `two words find what has both`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let found = try await hall.dispatcher.get("/matters?q=\(encoded("宅基地 建房"))")
                .expect(200)
            let first = try found.text(at: "items.0.id")
            #expect(first == slip.matter)
        }
    }

    @Test(arguments: Engine.all)
    func `a search goes on page by page`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let counter = try Counter(sample)
            try await register(9, "围墙挡路", in: sample, counter)
            let hall = try await Hall(sample)
            let lines = try await walk(hall.dispatcher, "&q=\(encoded("围墙"))", limit: 2)
            #expect(lines.count == 9 && ids(lines).count == 9)
            let made = lines.compactMap { $0["createdAt"]?.text }
            #expect(made == made.sorted().reversed())
        }
    }

    @Test(arguments: Engine.all)
    func `the timeline is read page by page`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.close(slip)
            let path = "/matters/\(slip.matter)/timeline"
            let whole = try await hall.dispatcher.get("\(path)?limit=200").expect(200)
            let all = try whole.value(at: "items")?.elements ?? []
            #expect(all.count > 8)
            #expect(try whole.value(at: "next") == .null)
            var lines: [JSON] = []
            var after = ""
            repeat {
                let page = try await hall.dispatcher.get("\(path)?limit=3\(after)").expect(200)
                lines += try page.value(at: "items")?.elements ?? []
                after = try page.text(at: "next").map { "&after=\($0)" } ?? ""
            } while !after.isEmpty && lines.count < 100
            #expect(lines == all)
            let times = lines.compactMap { $0["at"]?.text }
            #expect(times == times.sorted())
            #expect(lines.first?["who"]?["role"]?.text == "clerk")
            #expect(lines.first?["who"]?["name"]?.text == "陈守约")
        }
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return byte < 16 ? "%0\(digits)" : "%\(digits)"
        }.joined()
    }
}
