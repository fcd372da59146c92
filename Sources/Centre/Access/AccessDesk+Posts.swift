package import Storage

extension AccessDesk {
    package func givePost(
        to officer: ID<Officer>,
        unit: ID<Unit>,
        role: Role,
        area: ID<Area>? = nil,
        from: Moment? = nil,
        until: Moment? = nil,
        by grantor: Grantor
    ) async throws -> Post {
        try await database.write { tx in
            let post = Post(
                id: world.newID(),
                officer: officer,
                unit: unit,
                role: role,
                area: area,
                validFrom: from ?? world.now(),
                validTo: until
            )
            try give(post, by: grantor, in: tx)
            return post
        }
    }

    package func give(_ post: Post, by grantor: Grantor, in tx: Transaction) throws {
        let actor = try grantor.actor(for: .manageOfficers)
        guard !grantor.isSelf(post.officer) else { throw PostRefusal.ownPost }
        let now = world.now()
        guard try Officer.find(post.officer, in: tx).works(at: now) else {
            throw PostRefusal.officerEnded
        }
        try requireKnownPlaces(of: post, in: tx)
        try post.fits(beside: try Post.all(of: post.officer, in: tx))
        try post.add(in: tx)
        try record(
            .postGiven,
            of: post.officer,
            by: actor,
            at: now,
            facts: post.facts,
            in: tx
        )
    }

    package func endPost(_ id: ID<Post>, by grantor: Grantor) async throws {
        try await database.write { tx in try endPost(id, by: grantor, in: tx) }
    }

    package func endPost(_ id: ID<Post>, by grantor: Grantor, in tx: Transaction) throws {
        let actor = try grantor.actor(for: .manageOfficers)
        let post = try Post.find(id, in: tx)
        let now = world.now()
        guard (post.validTo ?? .never) > now else { throw PostRefusal.endedAlready }
        try end(post, by: actor, at: now, in: tx)
    }

    /// All posts an officer ever held: one's own, or anybody's by right.
    package func posts(of officer: ID<Officer>, by grantor: Grantor) async throws -> [Post] {
        if !grantor.isSelf(officer) { _ = try grantor.actor(for: .manageOfficers) }
        return try await database.read { tx in try Post.all(of: officer, in: tx) }
    }

    func end(_ post: Post, by actor: Actor, at now: Moment, in tx: Transaction) throws {
        try Post.end(post.id, at: now, in: tx)
        try record(
            .postEnded,
            of: post.officer,
            by: actor,
            at: now,
            facts: post.facts,
            in: tx
        )
    }

    private func requireKnownPlaces(of post: Post, in tx: Transaction) throws {
        guard try Post.knows(post.unit, in: tx) else { throw Fault(.unknownCode, "unit") }
        guard let area = post.area else {
            guard post.role.reach != .area else { throw Fault(.missing, "area") }
            return
        }
        guard try Post.knows(area, in: tx) else { throw Fault(.unknownCode, "area") }
    }
}

extension Post {
    var facts: [String: String] {
        var facts = [
            "post": id.description, "unit": unit.description, "role": role.rawValue,
            "from": validFrom.text(),
        ]
        if let area { facts["area"] = area.description }
        if let validTo { facts["until"] = validTo.text() }
        return facts
    }
}
