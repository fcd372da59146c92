import Storage

extension AccessDesk {
    /// An officer's open sessions, the newest first: one's own, or anybody's by right.
    package func sessions(of officer: ID<Officer>, by viewer: Viewer) async throws -> [Session] {
        try requireOwn(officer, or: .manageSessions, viewer)
        return try await database.read { [world, policy] tx in
            try Session.open(
                of: officer,
                at: world.now(),
                limit: policy.sessionsAtMost,
                in: tx
            )
        }
    }

    /// Ends a session; it opens nothing from the commit on, in whatever process.
    package func end(session id: ID<Session>, by viewer: Viewer) async throws {
        try await database.write { tx in
            let session = try Session.find(id, in: tx)
            try requireOwn(session.officer, or: .manageSessions, viewer)
            guard session.endedAt == nil else { return }
            let now = world.now()
            try Session.end(id, at: now, in: tx)
            try record(
                .sessionEnded,
                of: session.officer,
                by: try actor(viewer, on: session.officer, or: .manageSessions),
                at: now,
                facts: ["session": id.description],
                in: tx
            )
        }
    }

    /// Ends all of an officer's sessions, such as after a lost phone.
    package func endSessions(of officer: ID<Officer>, by viewer: Viewer) async throws {
        try requireOwn(officer, or: .manageSessions, viewer)
        try await database.write { tx in
            let now = world.now()
            let ended = try Session.endAll(of: officer, at: now, in: tx)
            guard ended > 0 else { return }
            try record(
                .sessionEnded,
                of: officer,
                by: try actor(viewer, on: officer, or: .manageSessions),
                at: now,
                facts: ["sessions": "\(ended)"],
                in: tx
            )
        }
    }

    private func requireOwn(
        _ officer: ID<Officer>,
        or right: Right,
        _ viewer: Viewer
    )
        throws(NotFound)
    {
        guard viewer.officer != officer else { return }
        try viewer.require(right)
    }

    private func actor(
        _ viewer: Viewer,
        on officer: ID<Officer>,
        or right: Right
    )
        throws(NotFound) -> Actor
    {
        viewer.officer == officer ? viewer.actor : try viewer.actor(for: right)
    }
}
