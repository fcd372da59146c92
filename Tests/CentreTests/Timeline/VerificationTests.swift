import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Walking the timeline` {
    @Test(arguments: Engine.all)
    func `what was only written is found whole`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            _ = try await Chains.write(5, in: house)
            let found = try await house.timeline.verify(house.database, batchSize: 7)
            #expect(found == Verification(entries: 100, chains: 5))
        }
    }

    @Test(arguments: Engine.all, [1, 7, 20])
    func `each damage is found and named, and nothing else is`(
        engine: Engine,
        place: Int
    ) async throws {
        try await SealedHouse.with(engine) { house in
            try await Chains.damage(
                at: [place],
                of: Damage.allCases.count,
                batchSize: 64,
                in: house
            )
        }
    }

    @Test(arguments: Engine.all)
    func `a hundred thousand entries hide no damage`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            try await Chains.damage(at: [1, 7, 20], of: 5000, batchSize: 2000, in: house)
        }
    }

    @Test(arguments: Engine.all, Damage.allCases)
    func `one chain is walked alone`(engine: Engine, damage: Damage) async throws {
        guard damage != .chainMoved else { return }
        try await SealedHouse.with(engine) { house in
            let matters = try await Chains.write(3, in: house)
            let victim = Victim(matters[1], at: 7, world: house.world)
            try await house.database.write { try victim.suffer(damage, of: house, in: $0) }
            for (matter, expected) in zip(matters, [[], victim.findings(of: damage), []]) {
                let found = try await house.timeline.verify(
                    house.database,
                    chain: .matter(matter),
                    batchSize: 3
                )
                #expect(Set(found.findings.map(Found.init)) == Set(expected))
            }
        }
    }

    @Test(arguments: Engine.all, [1, 7, 19, 20, 21, 1000])
    func `many chains without entries are each named once`(
        engine: Engine,
        batchSize: Int
    ) async throws {
        try await SealedHouse.with(engine) { house in
            let matters = try await Chains.write(60, in: house).sorted()
            let lost = matters.enumerated().filter { ![9, 10, 40].contains($0.offset) }
            let victims = lost.map { Victim($0.element, at: 1, world: house.world) }
            try await house.database.write { tx in
                for victim in victims { try victim.suffer(.entriesDeleted, of: house, in: tx) }
            }
            let found = try await house.timeline.verify(house.database, batchSize: batchSize)
            #expect(found.findings.count == victims.count)
            let expected = victims.flatMap { $0.findings(of: .entriesDeleted) }
            #expect(Set(found.findings.map(Found.init)) == Set(expected))
            #expect(found.entries == 60)
            #expect(found.chains == 3)
        }
    }

    @Test(arguments: Engine.all)
    func `findings name the chain's kind and the entry`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let matters = try await Chains.write(2, in: house)
            let entry = try await house.entries(of: .matter(matters[0]))[4]
            try await house.database.write { tx in
                try tx.run("UPDATE entries SET facts = '{}' WHERE id = \(entry.id)")
                try tx.run("DELETE FROM chain_heads WHERE chain = \(matters[1])")
            }
            let found = try await house.timeline.verify(house.database)
            let edited = BrokenLink(.edited, .matter(matters[0]), at: 5, entry: entry.id)
            let headless = BrokenLink(.headMissing, .matter(matters[1]), at: 20)
            #expect(Set(found.findings) == [edited, headless])
        }
    }

    @Test(arguments: Engine.all)
    func `entries may be written while the walk goes on`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let matters = try await Chains.write(20, in: house)
            async let found = house.timeline.verify(house.database, batchSize: 5)
            for matter in matters {
                _ = try await house.record(.matterSuspended, on: .matter(matter))
            }
            #expect(try await found.findings == [])
        }
    }

    @Test(arguments: Engine.all)
    func `another house's key does not fit the seals`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let matters = try await Chains.write(2, in: house)
            let other = try await SealedHouse.with(.sqlite) { $0.timeline }
            let found = try await other.verify(house.database)
            let expected = matters.map { BrokenLink(.sealBroken, .matter($0), at: 20) }
            #expect(Set(found.findings) == Set(expected))
        }
    }
}

/// Chains of matters, made the way seeding makes them.
enum Chains {
    static func write(_ count: Int, in house: SealedHouse) async throws -> [ID<Matter>] {
        let matters = (0..<count).map { _ in house.newID(of: Matter.self) }
        let (timeline, world) = (house.timeline, house.world)
        for part in matters.parts(of: 100) {
            let entries = part.flatMap { matter in
                timeline.chainUp(drafts(of: matter, world: world), world: world)
            }
            try await house.database.write { tx in
                try BareRows.addMatters(Array(part), in: tx)
                try timeline.write(entries, in: tx)
            }
        }
        return matters
    }

    /// Damages chains in every way at each place, and expects those findings and no others.
    static func damage(
        at places: [Int],
        of count: Int,
        batchSize: Int,
        in house: SealedHouse
    ) async throws {
        let matters = try await write(max(count, places.count * Damage.allCases.count), in: house)
        var rest = matters.shuffled()[...]
        var expected: Set<Found> = []
        for place in places {
            for damage in Damage.allCases {
                let victim = Victim(rest.removeFirst(), at: place, world: house.world)
                try await house.database.write { try victim.suffer(damage, of: house, in: $0) }
                expected.formUnion(victim.findings(of: damage))
            }
        }
        let clock = ContinuousClock()
        let begun = clock.now
        let found = try await house.timeline.verify(house.database, batchSize: batchSize)
        if count > 1000 { print("verified \(found.entries) entries in \(clock.now - begun)") }
        let named = Set(found.findings.map(Found.init))
        #expect(named.subtracting(expected) == [])
        #expect(expected.subtracting(named) == [])
        #expect(found.findings.count == named.count)
    }

    private static func drafts(of matter: ID<Matter>, world: World) -> [Entry.Draft] {
        let officer: ID<Officer> = world.newID()
        return (1...Victim.length).map { step in
            Entry.Draft(
                step == 1 ? .concernLinked : .matterAssigned,
                on: .matter(matter),
                by: .officer(officer, .dispatcher),
                at: SealedHouse.noon.adding(hours: step),
                matter: matter,
                facts: ["step": "\(step)", "rule": "first-contact"]
            )
        }
    }
}
