import Storage
import TestSupport
import Testing

@testable import Centre

struct SecondFactorDeskTests {
    @Test(arguments: Engine.all)
    func `a confirmed second factor is asked for at the door`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            let app = try await enrol("chen", in: house)
            house.clock.move(seconds: 60)
            for blank in [nil, ""] {
                await #expect(throws: SignInRefusal.codeNeeded) {
                    try await house.signIn("chen", totp: blank)
                }
            }
            await #expect(throws: SignInRefusal.wrong) {
                try await house.signIn("chen", "not the right password", totp: app(0))
            }
            await #expect(throws: SignInRefusal.codeWrong) {
                try await house.signIn("chen", totp: app(5))
            }
            let opened = try await house.signIn("chen", totp: app(0))
            #expect(opened.officer.hasSecondFactor)
            await #expect(throws: SignInRefusal.codeWrong) {
                try await house.signIn("chen", totp: app(0))
            }
            house.clock.move(seconds: 30)
            _ = try await house.signIn("chen", totp: app(0))
        }
    }

    @Test(arguments: Engine.all)
    func `wrong codes lock the login as wrong passwords do`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            let app = try await enrol("chen", in: house)
            for distance in 5..<10 {
                await #expect(throws: SignInRefusal.codeWrong) {
                    try await house.signIn("chen", totp: app(Int64(distance)))
                }
            }
            await #expect(throws: ComeBackLater.self) {
                try await house.signIn("chen", totp: app(1))
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a secret that was only shown is not asked for, and is kept sealed`(
        _ engine: Engine
    )
        async throws
    {
        try await AccessHouse.on(engine) { house in
            _ = try await house.officer("chen")
            let viewer = try await house.viewer("chen")
            await #expect(throws: SignInRefusal.wrong) {
                try await house.desk.offerSecondFactor(password: "not the one", by: viewer)
            }
            let offer = try await house.desk.offerSecondFactor(
                password: AccessHouse.password,
                by: viewer
            )
            await #expect(throws: SignInRefusal.codeWrong) {
                try await house.desk.confirmSecondFactor(code: "000", by: viewer)
            }
            _ = try await house.signIn("chen")
            let box = try await house.database.read { tx in
                try tx.value(
                    "SELECT second_factor_offer_box FROM officers WHERE login = 'chen'",
                    as: [UInt8].self
                )
            }
            let secret = try #require(unbase32(offer.secret))
            #expect(secret.count == 20)
            #expect(try #require(box).contains(secret) == false)
        }
    }

    @Test(arguments: Engine.all)
    func `it is taken off with a code by its owner, or by another for a lost phone`(
        _ engine: Engine
    ) async throws {
        try await AccessHouse.on(engine) { house in
            let app = try await enrol("chen", in: house)
            house.clock.move(seconds: 60)
            let opened = try await house.signIn("chen", totp: app(0))
            let viewer = try await house.desk.viewer(ofToken: opened.token)
            await #expect(throws: SecondFactorRefusal.onAlready) {
                try await house.desk.offerSecondFactor(
                    password: AccessHouse.password,
                    by: viewer
                )
            }
            house.clock.move(seconds: 60)
            await #expect(throws: SignInRefusal.codeWrong) {
                try await house.desk.removeSecondFactor(
                    password: AccessHouse.password,
                    code: app(9),
                    by: viewer
                )
            }
            try await house.desk.removeSecondFactor(
                password: AccessHouse.password,
                code: app(0),
                by: viewer
            )
            await #expect(throws: NotFound()) {
                try await house.desk.viewer(ofToken: opened.token)
            }
            _ = try await house.signIn("chen")
            _ = try await enrol("liu", in: house)
            let liu = try await house.desk.officer(login: "liu", by: house.chief)
            try await house.desk.removeSecondFactor(of: liu.id, by: house.chief)
            _ = try await house.signIn("liu")
            await #expect(throws: SecondFactorRefusal.notOn) {
                try await house.desk.removeSecondFactor(of: liu.id, by: house.chief)
            }
        }
    }

    /// - Returns: the officer's app: the code so many steps from now.
    private func enrol(
        _ login: String,
        in house: AccessHouse
    ) async throws
        -> @Sendable (Int64) -> String
    {
        _ = try await house.officer(login)
        let viewer = try await house.viewer(login)
        let offer = try await house.desk.offerSecondFactor(
            password: AccessHouse.password,
            by: viewer
        )
        let app = OneTimeCode(secret: try #require(unbase32(offer.secret)))
        let code: @Sendable (Int64) -> String = { [clock = house.clock] distance in
            app.code(at: OneTimeCode.step(at: clock.now) + distance)
        }
        try await house.desk.confirmSecondFactor(code: code(0), by: viewer)
        return code
    }

    private func unbase32(_ text: String) -> [UInt8]? {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let places = text.compactMap { digits.firstIndex(of: $0) }
        guard places.count == text.count else { return nil }
        let bits = places.flatMap { place in (0..<5).map { UInt8(place >> (4 - $0) & 1) } }
        return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
            bits[start..<start + 8].reduce(0) { $0 << 1 | $1 }
        }
    }
}
