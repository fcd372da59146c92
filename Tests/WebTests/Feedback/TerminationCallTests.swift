import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Terminating over the API` {
    @Test(arguments: Engine.all)
    func `a second person ends it, and the resident reads where to go`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let path = "/matters/\(slip.matter)/termination"
            let body = #"{"ground":"mediationRefused","reason":"对方两次拒绝调解"}"#
            _ = try await hall.supervisor.post(path, body).expect(422, "stage-refused")
            try await hall.accept(slip)
            _ = try await hall.dispatcher.post(path, body).expect(404)
            _ = try await hall.supervisor.post(path, #"{"ground":"mediationRefused"}"#)
                .expect(400, "field-missing")
            _ = try await hall.supervisor.post(path, #"{"ground":"tired","reason":"累"}"#)
                .expect(400, "code-unknown")
            _ = try await hall.supervisor.post(
                path,
                #"{"ground":"inLegalProcedure","reason":"已起诉"}"#
            ).expect(422, "termination-document-missing")
            let ended = try await hall.supervisor.post(path, body, key: "end").expect(200)
            #expect(try ended.text(at: "stage") == "terminated")
            let again = try await hall.supervisor.post(path, body, key: "end").expect(200)
            #expect(again.header("Idempotent-Replay") == "true")
            let shown = try await hall.anybody.with(code: slip.code)
                .get("/concerns/\(slip.number)").expect(200)
            #expect(try shown.need("answer").contains("人民法院"))
        }
    }

    @Test(arguments: Engine.all)
    func `mediation is extended with the parties' consent only`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let part = try await hall.assign(slip, "justice")
            _ = try await hall.justice.post("/assignments/\(part)/signature").expect(200)
            let path = "/matters/\(slip.matter)/extension"
            _ = try await hall.justice.post(
                path,
                #"{"rule":"PM-FINISH","amount":5,"reason":"等测绘"}"#
            ).expect(200)
            let decision = "\(path)/decision"
            _ = try await hall.director.post(decision, #"{"granted":true,"reason":"同意"}"#)
                .expect(422, "extension-without-parties-consent")
            _ = try await hall.director.post(
                decision,
                #"{"granted":true,"reason":"同意","partiesConsent":true}"#
            ).expect(400, "field-missing")
            let paper = String(repeating: "3c", count: 32)
            _ = try await hall.director.post(
                decision,
                #"{"granted":true,"reason":"同意","partiesConsent":true,"documentSha256":"\#(paper)"}"#
            ).expect(200)
        }
    }
}
