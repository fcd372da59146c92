import Storage
import TestSupport
import Testing

@testable import Centre

struct SignInDeskTests {
    @Test(arguments: Engine.all)
    func `an officer signs in and the token opens the door`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen", [.clerk, .dispatcher])
            let opened = try await house.signIn(" Chen ")
            let viewer = try await house.desk.viewer(ofToken: opened.token)
            #expect(opened.officer == chen)
            #expect(opened.expiresAt == house.clock.now.adding(hours: 12))
            #expect(viewer.officer == chen.id && viewer.login == "chen" && viewer.name == "陈守约")
            #expect(viewer.session == opened.session.id)
            #expect(Set(viewer.posts.map(\.role)) == [.clerk, .dispatcher])
            await #expect(throws: NotFound()) {
                try await house.desk.viewer(ofToken: opened.token.lowercased())
            }
        }
    }

    @Test(arguments: Engine.all)
    func `only the hash of a token is in the store`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            _ = try await house.officer("chen")
            let token = try await house.signIn("chen").token
            let rows = try await house.database.read { tx in
                try tx.rows("SELECT * FROM sessions")
            }
            #expect(rows.count == 1)
            let hash = try #require(BearerToken(text: token)).hash
            #expect(rows[0].values.contains(.bytes(hash)))
            #expect(!rows[0].values.contains(.text(token)))
            #expect(!rows[0].values.contains(.bytes(Array(token.utf8))))
        }
    }

    @Test(arguments: Engine.all)
    func `wrong login, wrong password and ended officer are one answer`(
        _ engine: Engine
    )
        async throws
    {
        try await AccessHouse.on(engine) { house in
            _ = try await house.officer("chen")
            let gone = try await house.officer("gone")
            try await house.desk.endOfficer(gone.id, by: house.chief)
            _ = try await house.desk.addOfficer(
                login: "new",
                name: "新人",
                password: nil,
                by: house.chief
            )
            await #expect(throws: SignInRefusal.wrong) {
                try await house.signIn("chen", "a quiet lane by the hill")
            }
            for login in ["gone", "new", "nobody", "", "' OR 1 = 1 --"] {
                await #expect(throws: SignInRefusal.wrong) { try await house.signIn(login) }
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a session ends by itself after its hours`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            _ = try await house.officer("chen")
            let token = try await house.signIn("chen").token
            house.clock.move(seconds: 12 * 3600 - 1)
            _ = try await house.desk.viewer(ofToken: token)
            house.clock.move(seconds: 1)
            await #expect(throws: NotFound()) { try await house.desk.viewer(ofToken: token) }
        }
    }

    @Test(arguments: Engine.all)
    func `five failures lock the login, whatever is typed then`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen")
            try await fail(5, "chen", in: house)
            let until = house.clock.now.adding(milliseconds: 15 * 60_000)
            let locked = ComeBackLater(.accountLocked, until: until, now: house.clock.now)
            #expect(locked.retryAfter == 900)
            await #expect(throws: locked) { try await house.signIn("chen") }
            await #expect(throws: locked) {
                try await house.restarted().signIn(
                    login: "chen",
                    password: AccessHouse.password,
                    totp: nil,
                    client: ""
                )
            }
            house.clock.move(seconds: 899)
            await #expect(throws: ComeBackLater(.accountLocked, until: until, now: house.clock.now))
            { try await house.signIn("chen") }
            house.clock.move(seconds: 1)
            _ = try await house.signIn("chen")
            let acts = try await house.entries(of: chen.id).map(\.act)
            #expect(acts.filter { $0 == .signInRefused }.count == 5)
            #expect(acts.filter { $0 == .accountLocked }.count == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `an unknown login is locked in the same way`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            try await fail(5, "nobody", in: house)
            let error = await #expect(throws: ComeBackLater.self) {
                try await house.signIn("nobody")
            }
            #expect(error?.reason == .accountLocked && error?.retryAfter == 900)
            let kept = try await house.database.read { tx in
                try tx.rows("SELECT * FROM sign_in_locks")
            }
            #expect(kept.count == 1)
            #expect(!kept[0].values.contains(.text("nobody")))
        }
    }

    @Test(arguments: Engine.all)
    func `failures count for a quarter of an hour, and a success wipes them`(
        _ engine: Engine
    )
        async throws
    {
        try await AccessHouse.on(engine) { house in
            _ = try await house.officer("chen")
            for _ in 0..<6 {
                try await fail(1, "chen", in: house)
                house.clock.move(minutes: 4)
            }
            _ = try await house.signIn("chen")
            try await fail(4, "chen", in: house)
            _ = try await house.signIn("chen")
            try await fail(4, "chen", in: house)
            _ = try await house.signIn("chen")
        }
    }

    @Test(arguments: Engine.all)
    func `the second lock is twice as long`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            for minutes in [15, 30, 60] {
                try await fail(5, "chen", in: house)
                let error = await #expect(throws: ComeBackLater.self) {
                    try await house.signIn("chen")
                }
                #expect(error?.retryAfter == minutes * 60)
                house.clock.move(minutes: Int64(minutes))
            }
        }
    }

    @Test(arguments: Engine.all)
    func `guesses all at once are no more than one after the other`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            _ = try await house.officer("chen")
            let wrong = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        let error = await #expect(throws: (any Error).self) {
                            try await house.signIn("chen", "guess number \(number) of twenty")
                        }
                        return error as? SignInRefusal == .wrong
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wrong == 5)
            await #expect(throws: ComeBackLater.self) { try await house.signIn("chen") }
        }
    }

    @Test(arguments: Engine.all)
    func `what weighs no more is forgotten`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            _ = try await house.officer("chen")
            _ = try await house.signIn("chen")
            try await fail(6 - 1, "nobody", in: house)
            try await fail(1, "other", in: house)
            house.clock.move(minutes: 47 * 60)
            try await house.desk.tidy()
            #expect(try await count("sign_in_failures", in: house) == 1)
            #expect(try await count("sign_in_locks", in: house) == 1)
            house.clock.move(minutes: 2 * 60)
            try await house.desk.tidy()
            #expect(try await count("sign_in_failures", in: house) == 0)
            #expect(try await count("sign_in_locks", in: house) == 0)
            #expect(try await count("sessions", in: house) == 1)
            house.clock.move(minutes: 185 * 24 * 60)
            try await house.desk.tidy()
            #expect(try await count("sessions", in: house) == 0)
        }
    }

    private func fail(_ times: Int, _ login: String, in house: AccessHouse) async throws {
        for _ in 0..<times {
            await #expect(throws: SignInRefusal.wrong) {
                try await house.signIn(login, "not the right password")
            }
        }
    }

    private func count(_ table: String, in house: AccessHouse) async throws -> Int? {
        try await house.database.read { tx in
            try tx.value("SELECT COUNT(*) FROM \(SQL(trusted: table))")
        }
    }
}
