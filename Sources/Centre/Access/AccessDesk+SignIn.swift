import Storage

extension AccessDesk {
    /// - Parameter client: the program or device, as it names itself.
    package func signIn(
        login: String,
        password: String,
        totp: String?,
        client: String
    )
        async throws -> OpenedSession
    {
        let proof = try await proof(of: password, for: Officer.normal(login: login))
        return try await settle(proof) { credentials, now, tx in
            if let refusal = try secondFactorRefusal(credentials, totp, at: now, in: tx) {
                guard refusal == .codeWrong else { return .refused(refusal) }
                return try fail(proof.login, credentials, refusal, at: now, in: tx)
            }
            try book(of: proof.login).clear(in: tx)
            return .done(try open(credentials.officer, client: client, at: now, in: tx))
        }
    }

    /// The officer behind a bearer token with the posts held now.
    /// - Throws: ``NotFound`` when the token is unknown, expired or ended.
    package func viewer(ofToken token: String) async throws -> Viewer {
        guard let token = BearerToken(text: token) else { throw NotFound() }
        return try await database.read { [world] tx in
            try Viewer.find(tokenHash: token.hash, at: world.now(), in: tx)
        }
    }

    private func open(
        _ id: ID<Officer>,
        client: String,
        at now: Moment,
        in tx: Transaction
    ) throws -> OpenedSession {
        let token = BearerToken(random: world.random(BearerToken.length))
        let session = Session(
            id: world.newID(),
            officer: id,
            openedAt: now,
            expiresAt: now.adding(hours: policy.sessionHours),
            client: Session.plain(client: client)
        )
        let actor = try actor(of: id, at: now, in: tx)
        try endOldest(of: id, by: actor, at: now, in: tx)
        try session.add(tokenHash: token.hash, in: tx)
        try record(
            .sessionOpened,
            of: id,
            by: actor,
            at: now,
            facts: ["session": session.id.description],
            in: tx
        )
        let officer = try Officer.find(id, in: tx)
        return OpenedSession(session: session, token: token.text, officer: officer)
    }

    private func endOldest(
        of id: ID<Officer>,
        by actor: Actor,
        at now: Moment,
        in tx: Transaction
    ) throws {
        let open = try Session.open(of: id, at: now, limit: policy.sessionsAtMost, in: tx)
        for session in open.dropFirst(max(0, policy.sessionsAtMost - 1)) {
            try Session.end(session.id, at: now, in: tx)
            try record(
                .sessionEnded,
                of: id,
                by: actor,
                at: now,
                facts: ["session": session.id.description, "why": "too-many"],
                in: tx
            )
        }
    }

    private func actor(of id: ID<Officer>, at now: Moment, in tx: Transaction) throws -> Actor {
        guard let post = try Post.valid(of: id, at: now, in: tx).first else {
            return .system("access")
        }
        return .officer(id, post.role)
    }
}

extension Session {
    /// What a foreign program says of itself, cut to what a list shows.
    static func plain(client: String) -> String {
        let visible = client.unicodeScalars.filter { $0.properties.generalCategory != .control }
        return String(String.UnicodeScalarView(visible).prefix(200))
    }
}
