import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Writes over the API` {
    @Test(arguments: Engine.all)
    func `a key is needed, and belongs to one content`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            _ = try await hall.clerk.post("/concerns", Orders.order(), key: nil)
                .expect(400, "idempotency-key-missing")
            let first = try await hall.clerk.post("/concerns", Orders.order(), key: "k").expect(201)
            let other = try await hall.clerk.post(
                "/concerns",
                Orders.order(title: "另一件事"),
                key: "k"
            ).expect(409, "idempotency-key-reused")
            #expect(other.header("Idempotent-Replay") == nil)
            // Another caller's key is another key.
            let theirs = try await hall.dispatcher.post("/concerns", Orders.order(), key: "k")
                .expect(201)
            #expect(try theirs.text(at: "number") != (try first.text(at: "number")))
        }
    }

    @Test(arguments: Engine.all)
    func `the same outside number is the same concern`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let again = try await hall.register()
            #expect(again.number == slip.number && again.matter == slip.matter)
            let source = #"{"channel":"yuepingan","externalNo":"YPA-2026-000318"}"#
            let more = try await hall.register(
                Orders.order(source, title: "宅基地界址", content: "今天又来了两个人。")
            )
            #expect(more.number == slip.number)
            let view = try await hall.anybody.with(code: slip.code).get("/concerns/\(slip.number)")
            let additions = try view.value(at: "additions")?.elements.compactMap(\.text)
            #expect(additions == ["宅基地界址\n今天又来了两个人。"])
        }
    }

    @Test(arguments: Engine.all)
    func `residents alone use their own channels`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let counter = try Counter(sample)
            for channel in ["walkin", "12345", "12348", "yuepingan", "grid", "import"] {
                let source = #"{"channel":"\#(channel)"}"#
                _ = try await counter.post("/concerns", Orders.order(source))
                    .expect(401, "sign-in-needed")
            }
            let source = #"{"channel":"web","externalNo":"X-1"}"#
            let named = try await counter.post("/concerns", Orders.order(source))
                .expect(400, "field-not-allowed")
            #expect(try named.text(at: "field") == "source.externalNo")
            for channel in ["web", "kiosk", "open311"] {
                let source = #"{"channel":"\#(channel)"}"#
                _ = try await counter.post("/concerns", Orders.order(source)).expect(201)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a refusal and a fault are told in both languages`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let path = "/matters/\(slip.matter)/archive"
            let refused = try await hall.archivist.post(path).expect(422, "stage-refused")
            #expect(try refused.text(at: "title") == "按规定不能办理")
            #expect(try refused.text(at: "detail") == "目前处于“已登记”阶段，不能归档。")
            let english = try await hall.archivist.english().post(path).expect(422, "stage-refused")
            #expect(try english.text(at: "detail")?.contains("registered") == true)
            #expect(english.header("Content-Language") == "en")

            let fault = try await hall.dispatcher.post(
                "/matters/\(slip.matter)/acceptance",
                #"{"class":"0902-B"}"#
            ).expect(400, "field-missing")
            #expect(try fault.text(at: "detail") == "缺少字段 route。")
            #expect(try fault.text(at: "field") == "route")
            let faulty = try await hall.dispatcher.english().post(
                "/matters/\(slip.matter)/acceptance",
                #"{"class":"9x9","route":"mediation"}"#
            ).expect(400, "code-unknown")
            #expect(try faulty.text(at: "detail")?.contains("class") == true)
            #expect(try faulty.text(at: "field") == "class")
        }
    }

    @Test(arguments: Engine.all)
    func `what is absent and what is not yours are the same answer`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let part = try await hall.assign(slip, "justice")
            let nobody = "\(sample.house.world.newID(of: Matter.self))"
            for (theirs, none) in [
                ("/matters/\(slip.matter)", "/matters/\(nobody)"),
                ("/matters/\(slip.matter)/timeline", "/matters/\(nobody)/timeline"),
                ("/concerns/\(slip.number)", "/concerns/MZ20260000000"),
            ] {
                let hidden = try await hall.land.get(theirs).expect(404, "not-found")
                let absent = try await hall.land.get(none).expect(404, "not-found")
                #expect(hidden.body == absent.body, "\(theirs)")
            }
            let hidden = try await hall.land.post("/assignments/\(part)/signature").expect(404)
            let absent = try await hall.land.post("/assignments/\(nobody)/signature").expect(404)
            #expect(hidden.body == absent.body)
            _ = try await hall.anybody.get("/concerns/\(slip.number)")
                .expect(401, "query-code-needed")
            _ = try await hall.anybody.with(code: "wrong-code").get("/concerns/\(slip.number)")
                .expect(404, "not-found")
        }
    }

    @Test(arguments: Engine.all)
    func `two returns call a conference, then the director designates`(engine: Engine) async throws
    {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            for (unit, better, desk) in [
                ("justice", "landResources", hall.justice), ("landResources", "justice", hall.land),
            ] {
                let part = try await hall.assign(slip, unit)
                let back = try await desk.post(
                    "/assignments/\(part)/return",
                    #"{"reason":"notMyDuty","basis":"职责清单","betterUnit":"\#(better)"}"#
                ).expect(200)
                #expect(try back.text(at: "betterUnit.code") == better)
            }
            let matter = "/matters/\(slip.matter)"
            let view = try await hall.director.get(matter).expect(200)
            #expect(try view.text(at: "conference") == "called")
            let part = try view.need("assignments.1.id")
            _ = try await hall.director.post(
                "/assignments/\(part)/designation",
                #"{"unit":"justice"}"#
            ).expect(422, "conference-first")
            _ = try await hall.director.post("\(matter)/conference", #"{"minutes":"由司法所主办"}"#)
                .expect(200)
            let given = try await hall.director.post(
                "/assignments/\(part)/designation",
                #"{"unit":"justice"}"#
            ).expect(201)
            #expect(try given.value(at: "designated")?.flag == true)
            _ = try await hall.justice.post(
                "/assignments/\(try given.need("id"))/return",
                #"{"reason":"notMyDuty","basis":"职责清单","betterUnit":"landResources"}"#
            ).expect(422, "designated-not-returned")
        }
    }

    @Test(arguments: Engine.all)
    func `a matter about a unit is neither given to it nor shown to it`(engine: Engine) async throws
    {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let matter = "/matters/\(slip.matter)"
            _ = try await hall.director.post("\(matter)/conflicts", #"{"unit":"landResources"}"#)
                .expect(200)
            let suggestion = try await hall.dispatcher.get("\(matter)/suggestion").expect(200)
            #expect(try suggestion.text(at: "lead.code") != "landResources")
            _ = try await hall.dispatcher.post(
                "\(matter)/assignments",
                #"{"unit":"landResources","role":"lead","instruction":"请办"}"#
            ).expect(422, "conflict-of-interest")
            _ = try await hall.director.post(
                "\(matter)/conflicts",
                #"{"unit":"tax","officer":"0199f5c2-7a10-7c3e-9b4d-2f6a1e8c5d70"}"#
            ).expect(400, "field-twice")
            _ = try await hall.director.post("\(matter)/conflicts", "{}").expect(400)
        }
    }

    @Test(arguments: Engine.all)
    func `a concern is linked and the link is undone`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let other = try await hall.register(Orders.order(title: "同一堵围墙"))
            let linked = try await hall.dispatcher.post(
                "/matters/\(slip.matter)/links",
                #"{"concern":"\#(other.number)","reason":"同一事由"}"#
            ).expect(200)
            #expect(try linked.text(at: "concerns.1.number") == other.number)
            #expect(try linked.value(at: "concerns.1.linked")?.flag == true)
            let undone = try await hall.dispatcher.delete(
                "/matters/\(slip.matter)/links/\(other.number)",
                #"{"reason":"不是同一处"}"#
            ).expect(200)
            #expect(try undone.value(at: "concerns")?.elements.count == 1)
        }
    }
}
