import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Kept answers and erasure` {
    @Test(arguments: Engine.all)
    func `the answer kept for a key does not outlive an erasure`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let resident = hall.anybody.with(code: slip.code)
            let concern = "/concerns/\(slip.number)"
            let purpose = #"{"purpose":"callBack"}"#
            _ = try await hall.clerk.post("\(concern)/disclosure", purpose, key: "look")
                .expect(200)
            _ = try await resident.post("\(concern)/supplement", #"{"content":"墙高两米"}"#, key: "add")
                .expect(200)
            _ = try await resident.post("\(concern)/withdrawal").expect(200)
            _ = try await resident.post("\(concern)/erasure").expect(200)

            let look = try await hall.clerk.post("\(concern)/disclosure", purpose, key: "look")
            let added = try await resident.post(
                "\(concern)/supplement",
                #"{"content":"墙高两米"}"#,
                key: "add"
            )
            #expect(!look.text.contains("吴大明"))
            #expect(!added.text.contains("墙高两米"))
        }
    }
}
