import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `The homestead story over the API` {
    @Test(arguments: Engine.all)
    func `from the outside channel to the archive`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await received(in: hall)
            let parts = try await givenOut(slip, in: hall)
            try await workedOn(slip, parts, in: hall)
            try await ended(slip, in: hall)
        }
    }

    private func received(in hall: Hall) async throws -> Slip {
        let reply = try await hall.clerk.post("/concerns", Orders.homestead, key: "window-1")
            .expect(201)
        let slip = try Slip(reply)
        #expect(reply.header("Location") == "/api/v1/concerns/\(slip.number)")
        #expect(reply.header("Idempotent-Replay") == nil)
        #expect(try reply.text(at: "stage") == "registered")
        let promises = try reply.value(at: "promises")?.elements ?? []
        let dues = promises.compactMap { $0["due"]?.text }
        #expect(dues == dues.sorted())
        let accept = promises.first { $0["rule"]?.text == "LOCAL-ACCEPT" }
        #expect(accept?["due"]?.text == "2026-03-09T23:59:59+08:00")
        let contact = promises.first { $0["rule"]?.text == "LOCAL-FIRST-CONTACT" }
        #expect(contact?["due"]?.text == "2026-03-05T09:00:00+08:00")
        #expect(contact?["basis"]?.text?.isEmpty == false)

        let again = try await hall.clerk.post("/concerns", Orders.homestead, key: "window-1")
            .expect(201)
        #expect(again.header("Idempotent-Replay") == "true")
        #expect(again.body == reply.body)
        return slip
    }

    private func givenOut(_ slip: Slip, in hall: Hall) async throws -> [String] {
        let matter = "/matters/\(slip.matter)"
        try await hall.accept(slip)
        let suggestion = try await hall.dispatcher.get("\(matter)/suggestion").expect(200)
        #expect(try suggestion.text(at: "lead.code") == "landResources")
        #expect(try suggestion.text(at: "assist.0.code") == "justice")
        let rule = try suggestion.need("rule")
        let lead = try await hall.dispatcher.post(
            "\(matter)/assignments",
            """
            {"unit":"landResources","role":"lead","instruction":"核对红线图","rule":"\(rule)"}
            """
        ).expect(201)
        #expect(try lead.text(at: "state") == "pending")
        #expect(try lead.text(at: "why")?.contains(rule) == true)
        #expect(lead.header("Location") == nil)
        let assist = try await hall.assign(slip, "justice", "assist")
        return [try lead.need("id"), assist]
    }

    private func workedOn(_ slip: Slip, _ parts: [String], in hall: Hall) async throws {
        let signed = try await hall.land.post("/assignments/\(parts[0])/signature").expect(200)
        #expect(try signed.text(at: "state") == "signed")
        let worked = try await hall.land.post(
            "/assignments/\(parts[0])/progress",
            #"{"words":"已与双方通电话,约定周五到现场","contact":true}"#
        ).expect(200)
        #expect(try worked.text(at: "state") == "working")
        let clocks = try await hall.dispatcher.get("/matters/\(slip.matter)/clocks").expect(200)
        let contact = try clocks.value(at: "items")?.elements
            .first { $0["rule"]?.text == "LOCAL-FIRST-CONTACT" }
        #expect(contact?["state"]?.text == "met")
        #expect(contact?["of"]?.text == slip.number)

        _ = try await hall.land.post(
            "/assignments/\(parts[0])/reply",
            #"{"outcome":"settled","text":"已核对界址","publicText":"界址已核对"}"#
        ).expect(200)
        try await hall.reply(parts[1], by: hall.justice, "双方已达成协议")
        let replied = try await hall.supervisor.get("/matters/\(slip.matter)").expect(200)
        #expect(try replied.text(at: "stage") == "replied")
        #expect(try replied.value(at: "steps")?.elements.contains(.string("close")) == true)
    }

    private func ended(_ slip: Slip, in hall: Hall) async throws {
        let matter = "/matters/\(slip.matter)"
        let verified = try await hall.supervisor.post(
            "\(matter)/verification",
            #"{"verdict":"accepted","note":"协议和图纸齐全"}"#
        ).expect(200)
        #expect(try verified.value(at: "verified")?.flag == true)
        let closed = try await hall.supervisor.post(
            "\(matter)/closure",
            #"{"kind":"mediatedWritten"}"#
        ).expect(200)
        #expect(try closed.text(at: "stage") == "closed")
        _ = try await hall.visitor.post(
            "\(matter)/visit",
            #"{"reached":true,"solved":"yes","fair":"yes"}"#
        ).expect(200)
        let resident = hall.anybody.with(code: slip.code)
        let rated = try await resident.post(
            "/concerns/\(slip.number)/rating",
            #"{"solved":"yes","fair":"yes","words":"多谢"}"#
        ).expect(200)
        #expect(try rated.text(at: "state") == "rated")
        let archived = try await hall.archivist.post("\(matter)/archive").expect(200)
        #expect(try archived.text(at: "stage") == "archived")

        let view = try await resident.get("/concerns/\(slip.number)").expect(200)
        #expect(try view.text(at: "answer") == "界址已核对\n双方已达成协议")
        #expect(try view.text(at: "rating.solved") == "yes")
        #expect(try view.value(at: "next")?.elements.isEmpty == true)
        let acts = try view.value(at: "steps")?.elements.compactMap { $0["act"]?.text } ?? []
        for act in ["concernRegistered", "matterAccepted", "assignmentSigned", "matterClosed"] {
            #expect(acts.contains(act), "\(act)")
        }
    }
}
