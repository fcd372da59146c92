import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `The second factor over the API` {
    private static let path = "/officers/me/secondFactor"
    private static let password = "a quiet lane by the river"

    /// What the officer's app shows now.
    private func code(_ secret: String, _ sample: SampleCentre) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = secret.compactMap { digits.firstIndex(of: $0) }
            .flatMap { five in (0..<5).map { UInt8(five >> (4 - $0) & 1) } }
        let bytes = stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | $1 }
        }
        return OneTimeCode(secret: bytes).code(at: OneTimeCode.step(at: sample.clock.now))
    }

    private func signIn(
        _ counter: Counter,
        totp: String? = nil
    ) async throws -> TestSupport.Reply {
        let more = totp.map { #","totp":"\#($0)""# } ?? ""
        return try await counter.post(
            "/tokens",
            #"{"officer":"clerk-centre-a","password":"\#(Self.password)"\#(more)}"#
        )
    }

    @Test(arguments: Engine.all)
    func `it is offered, confirmed, asked for, and removed`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let anybody = try Counter(sample)
            let clerk = anybody.with(token: try await sample.signIn(.clerk))
            #expect(try await clerk.get(Self.path).expect(200).value(at: "on")?.flag == false)
            _ = try await clerk.post("\(Self.path)/confirmation", #"{"code":"123456"}"#)
                .expect(409, "second-factor-not-offered")
            _ = try await clerk.post(Self.path, #"{"password":"another one entirely"}"#)
                .expect(401, "sign-in-wrong")
            let offer = try await clerk.post(Self.path, #"{"password":"\#(Self.password)"}"#)
                .expect(201)
            let secret = try offer.need("secret")
            #expect(try offer.need("address").hasPrefix("otpauth://totp/"))
            #expect(try await clerk.get(Self.path).expect(200).value(at: "on")?.flag == false)
            let first = code(secret, sample)
            let on = try await clerk.post(
                "\(Self.path)/confirmation",
                #"{"code":"\#(first)"}"#
            ).expect(200)
            #expect(try on.value(at: "on")?.flag == true)
            _ = try await clerk.post(Self.path, #"{"password":"\#(Self.password)"}"#)
                .expect(409, "second-factor-on-already")

            sample.clock.move(to: sample.clock.now.adding(milliseconds: 60_000))
            _ = try await signIn(anybody).expect(401, "totp-needed")
            let again = try await signIn(anybody, totp: code(secret, sample)).expect(201)
            let later = anybody.with(token: try again.need("token"))
            sample.clock.move(to: sample.clock.now.adding(milliseconds: 60_000))
            let proof =
                #"{"password":"\#(Self.password)","code":"\#(code(secret, sample))"}"#
            _ = try await later.delete(Self.path, proof).expect(204)
            _ = try await later.get(Self.path).expect(401)
            _ = try await signIn(anybody).expect(201)
        }
    }

    @Test func `codes are not for guessing`() async throws {
        try await withCentre(.sqlite) { sample in
            let gate = PublicGate(
                calls: RateLimiter(perMinute: 60, burst: 60, now: sample.house.world.now),
                signIns: RateLimiter(perMinute: 3, burst: 3, now: sample.house.world.now),
                isBehindTLS: false
            )
            let clerk = try sample.officer(.clerk)
            for _ in 0..<3 { try gate.passProof(of: clerk) }
            #expect(throws: ComeBackLater.self) { try gate.passProof(of: clerk) }
            try gate.passProof(of: sample.officer(.visitor))
        }
    }
}
