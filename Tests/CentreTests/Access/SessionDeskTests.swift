import Storage
import TestSupport
import Testing

@testable import Centre

struct SessionDeskTests {
    @Test(arguments: Engine.all)
    func `an ended session opens nothing from then on, in no process`(_ engine: Engine) async throws
    {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen")
            let one = try await house.signIn("chen")
            let other = try await house.signIn("chen")
            let viewer = try await house.desk.viewer(ofToken: one.token)
            try await house.desk.end(session: one.session.id, by: viewer)
            for desk in [house.desk, house.restarted()] {
                await #expect(throws: NotFound()) { try await desk.viewer(ofToken: one.token) }
                _ = try await desk.viewer(ofToken: other.token)
            }
            try await house.desk.end(session: one.session.id, by: viewer)
            let ended = try await house.entries(of: chen.id).filter { $0.act == .sessionEnded }
            #expect(ended.count == 1)
            #expect(ended[0].actor == .officer(chen.id, .clerk))
        }
    }

    @Test(arguments: Engine.all)
    func `another's sessions are seen and ended by right only`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen")
            _ = try await house.officer("liu", [.supervisor])
            let opened = try await house.signIn("chen")
            let liu = try await house.viewer("liu")
            await #expect(throws: NotFound()) {
                try await house.desk.sessions(of: chen.id, by: liu)
            }
            await #expect(throws: NotFound()) {
                try await house.desk.end(session: opened.session.id, by: liu)
            }
            await #expect(throws: NotFound()) {
                try await house.desk.endSessions(of: chen.id, by: liu)
            }
            let seen = try await house.desk.sessions(of: chen.id, by: house.administrator)
            #expect(seen == [opened.session])
            try await house.desk.endSessions(of: chen.id, by: house.administrator)
            await #expect(throws: NotFound()) {
                try await house.desk.viewer(ofToken: opened.token)
            }
            #expect(try await house.desk.sessions(of: chen.id, by: house.administrator).isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `one session too many ends the oldest`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine, sessionsAtMost: 3) { house in
            let chen = try await house.officer("chen")
            var tokens: [String] = []
            for _ in 0..<5 {
                house.clock.move(seconds: 1)
                tokens.append(try await house.signIn("chen").token)
            }
            for token in tokens.prefix(2) {
                await #expect(throws: NotFound()) { try await house.desk.viewer(ofToken: token) }
            }
            let viewer = try await house.desk.viewer(ofToken: tokens[2])
            let open = try await house.desk.sessions(of: chen.id, by: viewer)
            #expect(open.count == 3)
            #expect(open.map(\.openedAt) == open.map(\.openedAt).sorted(by: >))
        }
    }

    @Test(arguments: Engine.all)
    func `a program's name of itself is cut and cleaned`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            _ = try await house.officer("chen")
            let opened = try await house.desk.signIn(
                login: "chen",
                password: AccessHouse.password,
                totp: nil,
                client: "curl\u{0}\r\n" + String(repeating: "x", count: 300)
            )
            #expect(opened.session.client == "curl" + String(repeating: "x", count: 196))
        }
    }

    @Test(arguments: Engine.all)
    func `an officer changes the password by the old one, and all sessions end`(
        _ engine: Engine
    )
        async throws
    {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen")
            let opened = try await house.signIn("chen")
            let viewer = try await house.desk.viewer(ofToken: opened.token)
            await #expect(throws: SignInRefusal.wrong) {
                try await house.desk.changePassword(
                    from: "not the old password",
                    to: "the river by a quiet lane",
                    by: viewer
                )
            }
            await #expect(throws: PasswordRefusal.tooShort) {
                try await house.desk.changePassword(
                    from: AccessHouse.password,
                    to: "short",
                    by: viewer
                )
            }
            try await house.desk.changePassword(
                from: AccessHouse.password,
                to: "the river by a quiet lane",
                by: viewer
            )
            await #expect(throws: NotFound()) {
                try await house.desk.viewer(ofToken: opened.token)
            }
            await #expect(throws: SignInRefusal.wrong) { try await house.signIn("chen") }
            _ = try await house.signIn("chen", "the river by a quiet lane")
            let acts = try await house.entries(of: chen.id).map(\.act)
            #expect(acts.contains(.passwordSet))
        }
    }

    @Test(arguments: Engine.all)
    func `a forgotten password is set by another, which lifts the lock`(
        _ engine: Engine
    )
        async throws
    {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen")
            let token = try await house.signIn("chen").token
            for _ in 0..<5 {
                await #expect(throws: SignInRefusal.wrong) {
                    try await house.signIn("chen", "which one was it again")
                }
            }
            await #expect(throws: NotFound()) {
                try await house.desk.setPassword(
                    of: chen.id,
                    to: "the river by a quiet lane",
                    by: .officer(house.desk.viewer(ofToken: token))
                )
            }
            try await house.desk.setPassword(
                of: chen.id,
                to: "the river by a quiet lane",
                by: house.chief
            )
            _ = try await house.signIn("chen", "the river by a quiet lane")
            await #expect(throws: NotFound()) { try await house.desk.viewer(ofToken: token) }
            await #expect(throws: OfficerRefusal.ownAccount) {
                try await house.desk.setPassword(
                    of: house.administrator.officer,
                    to: "the river by a quiet lane",
                    by: house.chief
                )
            }
        }
    }
}
