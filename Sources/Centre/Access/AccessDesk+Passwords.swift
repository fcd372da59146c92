import Storage

extension AccessDesk {
    /// Gives an officer a password, as for a forgotten one: open sessions end, a lock is lifted.
    package func setPassword(
        of id: ID<Officer>,
        to text: String,
        by grantor: Grantor
    )
        async throws
    {
        let actor = try grantor.actor(for: .manageOfficers)
        guard !grantor.isSelf(id) else { throw OfficerRefusal.ownAccount }
        let officer = try await database.read { tx in try Officer.find(id, in: tx) }
        let hash = try await hash(NewPassword(text, login: officer.login))
        try await database.write { tx in
            let now = world.now()
            guard try Officer.find(id, in: tx).works(at: now) else {
                throw OfficerRefusal.endedAlready
            }
            try set(hash, of: id, login: officer.login, by: actor, at: now, in: tx)
        }
    }

    /// An officer's own change, proved by the old password.
    ///
    /// Wrong ones count as at the door.
    package func changePassword(
        from old: String,
        to text: String,
        by viewer: Viewer
    )
        async throws
    {
        let new = try NewPassword(text, login: viewer.login)
        let proof = try await proof(of: old, for: viewer.login)
        let hash = try await hash(new)
        try await settle(proof) { credentials, now, tx in
            .done(
                try set(
                    hash,
                    of: credentials.officer,
                    login: proof.login,
                    by: viewer.actor,
                    at: now,
                    in: tx
                )
            )
        }
    }

    private func set(
        _ hash: PasswordHash,
        of id: ID<Officer>,
        login: String,
        by actor: Actor,
        at now: Moment,
        in tx: Transaction
    ) throws {
        try Officer.set(hash, of: id, in: tx)
        try book(of: login).clear(in: tx)
        let sessions = try Session.endAll(of: id, at: now, in: tx)
        try record(
            .passwordSet,
            of: id,
            by: actor,
            at: now,
            facts: ["sessions": "\(sessions)"],
            in: tx
        )
    }
}
