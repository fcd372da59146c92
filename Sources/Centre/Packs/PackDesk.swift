package import Storage

/// Where a town's data comes in: the whole pack or nothing of it, in one transaction.
package struct PackDesk: Sendable {
    let database: any Database
    let timeline: Timeline
    let world: World

    package init(database: any Database, timeline: Timeline, world: World) {
        self.database = database
        self.timeline = timeline
        self.world = world
    }

    package init(house: House) {
        self.init(database: house.database, timeline: house.timeline, world: house.world)
    }

    /// Loads a pack as the town's next version.
    ///
    /// The same files again change nothing.
    /// - Throws: ``PackRefusal`` with everything that is wrong with the files.
    package func load(_ files: [PackFile], by actor: Actor) async throws -> LoadedPack {
        let (pack, findings) = Pack.read(files: files)
        guard let pack else { throw PackRefusal(findings: findings) }
        return try await load(pack, by: actor)
    }

    /// Loads a pack that has been read already.
    package func load(_ pack: Pack, by actor: Actor) async throws -> LoadedPack {
        try await database.write(.queueing(at: "packs")) { tx in
            try load(pack, by: actor, in: tx)
        }
    }

    /// What loading would change; nothing is written.
    package func difference(of files: [PackFile]) async throws -> PackDifference {
        let (pack, findings) = Pack.read(files: files)
        guard let pack else { throw PackRefusal(findings: findings) }
        let old = try await database.read { tx in try packInForce(in: tx) }
        return PackDifference(from: old, to: pack)
    }

    /// Takes over a pack that another process loaded.
    /// - Returns: whether the town changed.
    @discardableResult
    package func refresh(_ inForce: TownInForce) async throws -> Bool {
        let known = (inForce.town.version, inForce.town.edition)
        let newer = try await database.read { tx -> Town? in
            guard let newest = try PackRecords.newest(in: tx) else { return nil }
            let edition = try ChangeRecords.edition(in: tx)
            guard newest.version > known.0 || edition != known.1 else { return nil }
            return try Town.inForce(in: tx)
        }
        if let newer { inForce.replace(with: newer) }
        return newer != nil
    }

    private func load(_ pack: Pack, by actor: Actor, in tx: Transaction) throws -> LoadedPack {
        let newest = try PackRecords.newest(in: tx)
        var identities = try PackRecords.identities(in: tx)
        let changes = try ChangeRecords.approved(in: tx).read(beside: pack)
        if let newest, newest.digest == pack.files.digest {
            let town = try Town(
                pack,
                version: newest.version,
                identities: identities,
                changes: changes
            )
            return LoadedPack(town: town, isNew: false, difference: nil)
        }
        let old = try packInForce(in: tx)
        try checkNothingVanishes(from: old, to: pack, identities, in: tx)
        if let old { try checkNoClockMoves(from: old, to: pack, changes, in: tx) }
        let version = (newest?.version ?? 0) + 1
        identities.complete(for: pack, world: world)
        let at = world.now()
        try PackRecords.insert(pack, version: version, at: at, by: actor.officerID, in: tx)
        try PackRecords.save(identities, of: pack, in: tx)
        let facts = [
            "version": "\(version)", "name": pack.manifest.name, "label": pack.manifest.version,
            "files.digest": pack.files.digest,
        ]
        try timeline.record(
            .packLoaded,
            on: .house,
            by: actor,
            at: at,
            facts: facts,
            world: world,
            in: tx
        )
        let town = try Town(pack, version: version, identities: identities, changes: changes)
        let difference = PackDifference(from: old, to: pack)
        return LoadedPack(town: town, isNew: true, difference: difference)
    }

    /// A pack once loaded was sound then; should rules have become stricter since, a new pack
    /// must still be able to replace it.
    func packInForce(in tx: Transaction) throws -> Pack? {
        guard let newest = try PackRecords.newest(in: tx) else { return nil }
        return Pack.read(files: try PackRecords.files(of: newest.version, in: tx)).pack
    }

    /// What records point to does not disappear from under them: an area ends with a last day and
    /// a successor, and a unit that has worked stays on the list.
    private func checkNothingVanishes(
        from old: Pack?,
        to new: Pack,
        _ identities: TownIdentities,
        in tx: Transaction
    ) throws {
        guard let old else { return }
        let findings = Findings()
        let kept = Set(new.areas.map { "\($0.code)@\($0.validFrom)" })
        for area in old.areas where !kept.contains("\(area.code)@\(area.validFrom)") {
            findings.note(.vanished, in: "areas.csv", line: nil, ["code": area.code])
        }
        let units = Set(new.units.map(\.code))
        for unit in old.units where !units.contains(unit.code) {
            guard let id = identities.id(ofUnit: unit.code),
                try PackRecords.isUsed(id, in: tx)
            else { continue }
            findings.note(.vanished, in: "units.csv", line: nil, ["code": unit.code])
        }
        guard findings.sorted.isEmpty else { throw PackRefusal(findings: findings.sorted) }
    }
}

/// What a load came to.
package struct LoadedPack: Sendable {
    package let town: Town
    /// False when the same files were in force already.
    package let isNew: Bool
    package let difference: PackDifference?
}

extension Actor {
    fileprivate var officerID: ID<Officer>? {
        if case .officer(let id, _) = self { return id }
        return nil
    }
}
