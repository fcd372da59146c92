import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Sessions over the API` {
    private let login = #"{"officer":"clerk-centre-a","password":"a quiet lane by the river"}"#

    @Test(arguments: Engine.all)
    func `an officer sees the open sessions and ends one`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let counter = try Counter(sample)
            let clerk = counter.with(token: try await sample.signIn(.clerk))
            let opened = try await counter.post("/tokens", login).expect(201)
            #expect(try opened.text(at: "officer.posts.0.role") == "clerk")
            let other = counter.with(token: try opened.need("token"))
            let list = try await clerk.get("/sessions").expect(200)
            let sessions = try list.value(at: "items")?.elements ?? []
            #expect(sessions.count == 2)
            let theirs = try #require(sessions.first { $0["current"]?.flag == false })
            let id = try #require(theirs["id"]?.text)
            let ended = try await clerk.delete("/sessions/\(id)").expect(204)
            #expect(ended.body.isEmpty)
            _ = try await other.get("/sessions").expect(401, "sign-in-needed")
            _ = try await clerk.get("/sessions").expect(200)
        }
    }

    @Test(arguments: Engine.all)
    func `somebody else's session does not exist`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let counter = try Counter(sample)
            let clerk = counter.with(token: try await sample.signIn(.clerk))
            let list = try await clerk.get("/sessions").expect(200)
            let id = try list.need("items.0.id")
            let visitor = counter.with(token: try await sample.signIn(.visitor))
            _ = try await visitor.delete("/sessions/\(id)").expect(404, "not-found")
            let keeper = counter.with(token: try await sample.signIn(.securityAdministrator))
            _ = try await keeper.delete("/sessions/\(id)").expect(204)
            _ = try await clerk.get("/sessions").expect(401)
        }
    }

    @Test func `a wrong password is told, and no more`() async throws {
        try await withCentre(.sqlite) { sample in
            let counter = try Counter(sample)
            _ = try await sample.signIn(.clerk)
            let wrong = #"{"officer":"clerk-centre-a","password":"a loud lane by the river"}"#
            let nobody = #"{"officer":"nobody","password":"a loud lane by the river"}"#
            let first = try await counter.post("/tokens", wrong).expect(401, "sign-in-wrong")
            let second = try await counter.post("/tokens", nobody).expect(401, "sign-in-wrong")
            #expect(first.body == second.body)
        }
    }
}
