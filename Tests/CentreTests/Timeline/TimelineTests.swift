import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `The timeline` {
    @Test(arguments: Engine.all)
    func `gives back what was recorded, in order`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let chain = Chain.concern(house.newID())
            let first = try await house.record(
                .concernRegistered,
                on: chain,
                facts: ["number": "7"]
            )
            let second = try await house.record(.concernAnswered, on: chain)
            #expect(try await house.entries(of: chain) == [first, second])
            #expect([first, second].map(\.position) == [1, 2])
            #expect(second.previous == first.hash)
            #expect(first.previous == [UInt8](repeating: 0, count: 32))
        }
    }

    @Test(arguments: Engine.all, actors)
    func `keeps who did it`(engine: Engine, actor: Actor) async throws {
        try await SealedHouse.with(engine) { house in
            let (timeline, world) = (house.timeline, house.world)
            try await house.database.write { tx in
                try timeline.record(
                    .keysRotated,
                    on: .house,
                    by: actor,
                    at: SealedHouse.noon,
                    world: world,
                    in: tx
                )
            }
            #expect(try await house.entries(of: .house).map(\.actor) == [actor])
        }
    }

    static let actors: [Actor] = [
        .officer(World.real.newID(), .mediator), .resident(World.real.newID()), .system("alarm"),
    ]

    @Test(arguments: Engine.all)
    func `takes several entries of one transaction`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let (timeline, world) = (house.timeline, house.world)
            let chain = Chain.matter(house.newID())
            try await house.database.write { tx in
                for act in [Act.concernLinked, .matterAccepted, .matterAssigned] {
                    try timeline.record(
                        Entry.Draft(act, on: chain, by: .system("test"), at: SealedHouse.noon),
                        world: world,
                        in: tx
                    )
                }
            }
            let acts = try await house.entries(of: chain).map(\.act)
            #expect(acts == [.concernLinked, .matterAccepted, .matterAssigned])
            #expect(try await house.timeline.verify(house.database).isWhole)
        }
    }

    @Test(arguments: Engine.all)
    func `writers at once on one chain get a place each`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let chain = Chain.matter(house.newID())
            try await withThrowingTaskGroup { group in
                for _ in 0..<12 {
                    group.addTask { _ = try await house.record(.concernLinked, on: chain) }
                }
                try await group.waitForAll()
            }
            #expect(try await house.entries(of: chain).map(\.position) == Array(1...12))
            #expect(try await house.timeline.verify(house.database).isWhole)
        }
    }

    @Test(arguments: Engine.all)
    func `a refused transaction leaves no entry`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let (timeline, world) = (house.timeline, house.world)
            let chain = Chain.matter(house.newID())
            await #expect(throws: NotFound.self) {
                try await house.database.write { tx in
                    try timeline.record(
                        Entry.Draft(
                            .matterAccepted,
                            on: chain,
                            by: .system("test"),
                            at: SealedHouse.noon
                        ),
                        world: world,
                        in: tx
                    )
                    throw NotFound()
                }
            }
            let left = try await house.entries(of: chain)
            #expect(left.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `an entry on a chain with a broken seal does not mend it`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let matter = try await Chains.write(1, in: house)[0]
            let victim = Victim(matter, at: 7, world: house.world)
            try await house.database.write {
                try victim.suffer(.cutShortWithHead, of: house, in: $0)
            }
            let next = try await house.record(.matterClosed, on: .matter(matter))
            #expect(next.position == 16)
            let found = try await house.timeline.verify(house.database).findings
            #expect(found == [BrokenLink(.sealBroken, .matter(matter), at: 16)])
        }
    }

    @Test(arguments: Engine.all)
    func `tells several chains as one story, a page at a time`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let chains = [Chain.matter(house.newID()), .concern(house.newID())]
            let (timeline, world) = (house.timeline, house.world)
            for step in 1...9 {
                let at = SealedHouse.noon.adding(hours: step / 2)
                let draft = Entry.Draft(
                    .matterAssigned,
                    on: chains[step % 2],
                    by: .system("test"),
                    at: at,
                    facts: ["step": "\(step)"]
                )
                try await house.database.write { tx in
                    _ = try timeline.record(draft, world: world, in: tx)
                }
            }
            var story: [Entry] = []
            while true {
                let mark = story.last.map(Timeline.Mark.init)
                let page = try await house.database.read { tx in
                    try timeline.page(of: chains, after: mark, limit: 2, in: tx)
                }
                if page.isEmpty { break }
                story += page
            }
            #expect(story.map(\.at) == story.map(\.at).sorted())
            #expect(Set(story.compactMap { $0.facts["step"] }) == Set((1...9).map { "\($0)" }))
            #expect(story.count == 9)
        }
    }

    @Test(arguments: Engine.all)
    func `a long chain is read a page at a time`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let chain = Chain.matter(try await Chains.write(1, in: house)[0])
            let timeline = house.timeline
            let page = try await house.database.read { tx in
                try timeline.page(of: chain, afterPosition: 18, limit: 5, in: tx)
            }
            #expect(page.map(\.position) == [19, 20])
        }
    }

    @Test(arguments: [
        ([:], "{}"),
        (["b": "2", "a": "1"], #"{"a":"1","b":"2"}"#),
        (["quote": "\"\\\n\u{0}"], #"{"quote":"\"\\\u000a\u0000"}"#),
        (["中": "文"], #"{"中":"文"}"#),
    ])
    func `facts have one spelling and read back`(facts: [String: String], text: String) throws {
        #expect(Facts.text(facts) == text)
        #expect(try Facts.read(text) == facts)
    }

    @Test(arguments: [
        "", "{", "{}x", "{\"a\"}", "{\"a\":1}", "{\"a\":\"b\"", "{\"a\":\"b\",}",
        "{\"a\":\"\\u00\"}", "{\"a\":\"\\u01ff\"}", "[]",
    ])
    func `what facts never look like is not read`(text: String) {
        #expect(throws: StorageError.self) { try Facts.read(text) }
    }

    @Test func `a hash covers where one value ends and the next begins`() {
        var one = CanonicalBytes("test")
        one.add(.text("ab"))
        one.add(.text("c"))
        var other = CanonicalBytes("test")
        other.add(.text("a"))
        other.add(.text("bc"))
        #expect(one.bytes != other.bytes)
    }

    @Test func `the hash of an entry is the one another program computes`() throws {
        let id: ID<Matter> = try ID(bytes: [UInt8](repeating: 1, count: 16))
        let draft = Entry.Draft(
            .matterAccepted,
            on: .matter(id),
            by: .system("test"),
            at: Moment(milliseconds: 1),
            matter: id,
            facts: ["class": "0701"]
        )
        let world = World(
            now: { Moment(milliseconds: 1) },
            random: { [UInt8](repeating: 7, count: $0) }
        )
        let entry = Entry(draft, after: .beginning, world: world)
        #expect(entry.hash.map(twoHexDigits).joined() == Self.landed)
    }

    /// Computed outside this program from what is hashed, which may never change once entries are
    /// in a house's store.
    static let landed = "011808b155db179462b407a9a5ffd677f571ff2574ac51e3e8e5b58b6d15f42b"
}
