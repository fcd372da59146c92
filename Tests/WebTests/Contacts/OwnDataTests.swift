import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `A resident's own data over the API` {
    @Test(arguments: Engine.all)
    func `a look is for a purpose and the resident sees it`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let concern = "/concerns/\(slip.number)"
            let file = try await hall.clerk.get("/matters/\(slip.matter)").expect(200)
            #expect(try file.text(at: "concerns.0.requester.name") == "吴**")
            #expect(try file.text(at: "concerns.0.requester.phones.0") == "138****8000")

            _ = try await hall.clerk.post("\(concern)/disclosure", #"{"purpose":"curiosity"}"#)
                .expect(400, "field-not-allowed")
            let shown = try await hall.clerk.post(
                "\(concern)/disclosure",
                #"{"purpose":"callBack"}"#
            ).expect(200)
            #expect(try shown.text(at: "requester.name") == "吴大明")
            _ = try await hall.land.post("\(concern)/disclosure", #"{"purpose":"visit"}"#)
                .expect(404, "not-found")

            let own = try await hall.anybody.with(code: slip.code).get("\(concern)/data")
                .expect(200)
            #expect(try own.text(at: "requester.name") == "吴大明")
            let looks = try own.value(at: "looks")?.elements ?? []
            #expect(looks.count == 1)
            #expect(looks.first?["purpose"]?.text == "callBack")
            #expect(looks.first?["role"]?.text == "clerk")
            _ = try await hall.clerk.get("\(concern)/data").expect(401, "query-code-needed")
        }
    }

    @Test(arguments: Engine.all)
    func `a look that is sent again is a look of its own`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let concern = "/concerns/\(slip.number)"
            let purpose = #"{"purpose":"callBack"}"#
            let first = try await hall.clerk.post("\(concern)/disclosure", purpose, key: "k")
                .expect(200)
            let again = try await hall.clerk.post("\(concern)/disclosure", purpose, key: "k")
                .expect(200)
            #expect(first.header("Idempotent-Replay") == nil)
            #expect(again.header("Idempotent-Replay") == "true")
            #expect(try again.text(at: "requester.name") == "吴大明")
            let own = try await hall.anybody.with(code: slip.code).get("\(concern)/data")
                .expect(200)
            #expect(try own.value(at: "looks")?.elements.count == 2)
        }
    }

    @Test(arguments: Engine.all)
    func `an empty list removes the phones, an absent one leaves them`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let resident = hall.anybody.with(code: slip.code)
            let path = "/concerns/\(slip.number)/correction"
            let kept = try await resident.post(path, #"{"address":"幸福路 7 号"}"#).expect(200)
            #expect(try kept.text(at: "requester.phones.0") == "13800138000")
            let local = try await resident.post(path, #"{"phones":["8512 3456"]}"#).expect(200)
            #expect(try local.text(at: "requester.phones.0") == "076085123456")
            let gone = try await resident.post(path, #"{"phones":[]}"#).expect(200)
            #expect(try gone.value(at: "requester.phones")?.elements.isEmpty == true)
        }
    }

    @Test(arguments: Engine.all)
    func `the director erases on a signed request, and the ground is on the chain`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let concern = "/concerns/\(slip.number)"
            let paper = String(repeating: "0f", count: 32)
            let order = #"{"ground":"consentWithdrawn","documentSha256":"\#(paper)"}"#
            _ = try await hall.director.post("\(concern)/erasureOrder", order)
                .expect(422, "erasure-while-in-work")
            _ = try await hall.anybody.with(code: slip.code).post("\(concern)/withdrawal")
                .expect(200)
            _ = try await hall.clerk.post("\(concern)/erasureOrder", order).expect(404)
            _ = try await hall.director.post(
                "\(concern)/erasureOrder",
                #"{"ground":"consentWithdrawn","documentSha256":"0F"}"#
            ).expect(400, "field-impossible")
            let erased = try await hall.director.post("\(concern)/erasureOrder", order).expect(200)
            #expect(try erased.value(at: "title") == nil)
            let entries = try await hall.clerk.get("/matters/\(slip.matter)/timeline?limit=200")
                .expect(200)
            let entry = try entries.value(at: "items")?.elements.first {
                $0["act"]?.text == "contactErased"
            }
            #expect(entry?["facts"]?["ground"]?.text == "consentWithdrawn")
            #expect(entry?["facts"]?["document.digest"]?.text == paper)
        }
    }

    @Test(arguments: Engine.all)
    func `what is wrong is put right`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let resident = hall.anybody.with(code: slip.code)
            let path = "/concerns/\(slip.number)/correction"
            let right = try await resident.post(
                path,
                #"{"phones":["139 1234 5678"],"address":"幸福路 7 号"}"#
            ).expect(200)
            #expect(try right.text(at: "requester.name") == "吴大明")
            let phone = try right.need("requester.phones.0")
            #expect(phone.hasSuffix("13912345678"))
            _ = try await resident.post(path, #"{"name":"吴大明"}"#)
                .expect(422, "contact-unchanged")
            let faulty = try await resident.post(path, #"{"phones":["12"]}"#).expect(400)
            #expect(try faulty.text(at: "field") == "phones[0]")
        }
    }

    @Test(arguments: Engine.all)
    func `an erased resident is gone, the concern stays`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let resident = hall.anybody.with(code: slip.code)
            let concern = "/concerns/\(slip.number)"
            _ = try await resident.post("\(concern)/erasure").expect(422, "erasure-while-in-work")
            _ = try await resident.post("\(concern)/withdrawal").expect(200)
            let erased = try await resident.post("\(concern)/erasure").expect(200)
            #expect(try erased.value(at: "title") == nil)
            #expect(try erased.value(at: "content") == nil)
            _ = try await resident.post("\(concern)/erasure").expect(422, "contact-erased")

            let own = try await resident.get("\(concern)/data").expect(200)
            #expect(try own.value(at: "requester") == nil)
            _ = try await hall.clerk.post("\(concern)/disclosure", #"{"purpose":"callBack"}"#)
                .expect(422, "contact-erased")
            let found = try await hall.clerk.get("/matters?q=\(slip.number)").expect(200)
            #expect(try found.text(at: "items.0.number") == slip.number)
            #expect(try found.value(at: "items.0.title") == nil)
            let entries = try await hall.clerk.get("/matters/\(slip.matter)/timeline?limit=200")
                .expect(200)
            let acts = try entries.value(at: "items")?.elements.compactMap { $0["act"]?.text } ?? []
            #expect(acts.contains("contactErased") && acts.contains("concernRegistered"))
        }
    }
}
