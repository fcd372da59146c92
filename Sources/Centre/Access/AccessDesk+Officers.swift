package import Storage

extension AccessDesk {
    /// Takes an officer in.
    ///
    /// Without a password the officer cannot sign in yet.
    package func addOfficer(
        login: String,
        name: String,
        password: String?,
        by grantor: Grantor
    ) async throws -> Officer {
        let newcomer = try await newcomer(
            login: login,
            name: name,
            password: password,
            by: grantor
        )
        return try await database.write { tx in try add(newcomer, by: grantor, in: tx) }
    }

    /// What must be done before the transaction: the rules, and the slow hash.
    package func newcomer(
        login: String,
        name: String,
        password: String?,
        by grantor: Grantor
    ) async throws -> Newcomer {
        _ = try grantor.actor(for: .manageOfficers)
        let login = try Officer.checked(login: login)
        let name = try Officer.checked(name: name)
        guard let password else { return Newcomer(login: login, name: name, password: nil) }
        let new = try NewPassword(password, login: login)
        return Newcomer(login: login, name: name, password: try await hash(new))
    }

    package func add(
        _ newcomer: Newcomer,
        by grantor: Grantor,
        in tx: Transaction
    ) throws
        -> Officer
    {
        let actor = try grantor.actor(for: .manageOfficers)
        let now = world.now()
        let officer = Officer(
            id: world.newID(),
            login: newcomer.login,
            name: newcomer.name,
            createdAt: now
        )
        guard try officer.add(password: newcomer.password, in: tx) else {
            throw OfficerRefusal.loginTaken
        }
        try record(.officerAdded, of: officer.id, by: actor, at: now, in: tx)
        return officer
    }

    /// Lets an officer go: posts and sessions end with the officer.
    package func endOfficer(_ id: ID<Officer>, by grantor: Grantor) async throws {
        try await database.write { tx in try endOfficer(id, by: grantor, in: tx) }
    }

    package func endOfficer(_ id: ID<Officer>, by grantor: Grantor, in tx: Transaction) throws {
        let actor = try grantor.actor(for: .manageOfficers)
        guard !grantor.isSelf(id) else { throw OfficerRefusal.ownAccount }
        guard try Officer.find(id, in: tx).endedAt == nil else {
            throw OfficerRefusal.endedAlready
        }
        let now = world.now()
        for post in try Post.all(of: id, in: tx) where (post.validTo ?? .never) > now {
            try end(post, by: actor, at: now, in: tx)
        }
        let sessions = try Session.endAll(of: id, at: now, in: tx)
        try Officer.end(id, at: now, in: tx)
        try record(
            .officerEnded,
            of: id,
            by: actor,
            at: now,
            facts: ["sessions": "\(sessions)"],
            in: tx
        )
    }

    /// The officers by login, from the one after `login` on.
    package func officers(
        after login: String = "",
        limit: Int = 50,
        by grantor: Grantor
    )
        async throws -> [Officer]
    {
        _ = try grantor.actor(for: .manageOfficers)
        return try await database.read { tx in
            try Officer.page(after: login, limit: min(max(1, limit), 200), in: tx)
        }
    }

    package func officer(login: String, by grantor: Grantor) async throws -> Officer {
        _ = try grantor.actor(for: .manageOfficers)
        return try await database.read { tx in
            guard let officer = try Officer.find(login: Officer.normal(login: login), in: tx)
            else { throw NotFound() }
            return officer
        }
    }

    /// An officer with the posts held now, for work done without a session.
    package func viewer(of id: ID<Officer>, in tx: Transaction) throws -> Viewer {
        let officer = try Officer.find(id, in: tx)
        let now = world.now()
        guard officer.works(at: now) else { throw NotFound() }
        return Viewer(
            officer: id,
            name: officer.name,
            login: officer.login,
            posts: try Post.valid(of: id, at: now, in: tx)
        )
    }
}
