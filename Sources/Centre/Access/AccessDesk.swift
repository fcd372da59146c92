package import Storage

/// Who comes in and what they may do: sign-in, sessions, officers and their posts.
///
/// Each act is on the officer's chain; passwords and tokens never are.
package struct AccessDesk: Sendable {
    let database: any Database
    let timeline: Timeline
    let keys: HouseKeys
    let world: World
    let policy: AccessPolicy
    let room: PasswordRoom

    package init(
        database: any Database,
        timeline: Timeline,
        keys: HouseKeys,
        world: World,
        policy: AccessPolicy = AccessPolicy(),
        room: PasswordRoom = PasswordRoom()
    ) {
        self.database = database
        self.timeline = timeline
        self.keys = keys
        self.world = world
        self.policy = policy
        self.room = room
    }

    package init(
        house: House,
        policy: AccessPolicy = AccessPolicy(),
        room: PasswordRoom = PasswordRoom()
    ) {
        self.init(
            database: house.database,
            timeline: house.timeline,
            keys: house.keys,
            world: house.world,
            policy: policy,
            room: room
        )
    }

    func record(
        _ act: Act,
        of officer: ID<Officer>,
        by actor: Actor,
        at now: Moment,
        facts: [String: String] = [:],
        in tx: Transaction
    ) throws {
        try timeline.record(
            act,
            on: .officer(officer),
            by: actor,
            at: now,
            facts: facts,
            world: world,
            in: tx
        )
    }

    func book(of login: String) -> SignInBook {
        SignInBook(mark: keys.mark(login, kind: "login"), rule: policy.lockOut)
    }

    func hash(_ password: NewPassword) async throws -> PasswordHash {
        let salt = world.random(PasswordHash.saltLength)
        let cost = policy.passwordCost
        return try await room.run {
            try PasswordHash(of: password.text, cost: cost, salt: salt)
        }
    }

    /// Forgets what no rule asks for any more: failures that cannot lead to a lock, and sessions
    /// half a year after their end (网络安全法 Art 21 keeps the log six months; the chain keeps
    /// the entry for good).
    package func tidy() async throws {
        try await database.write { [world] tx in
            let now = world.now()
            try SignInBook.forget(before: now.adding(hours: -48), in: tx)
            _ = try Session.forget(
                expiredBefore: now.adding(hours: -24 * 184),
                limit: 500,
                in: tx
            )
        }
    }
}

extension Viewer {
    /// For what every officer does for himself, whatever the post.
    var actor: Actor {
        guard let post = posts.first else { return .system("access") }
        return .officer(officer, post.role)
    }
}
