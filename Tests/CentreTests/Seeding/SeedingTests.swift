import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Seeded load` {
    @Test(arguments: Engine.all)
    func `the chains of seeded matters are whole`(engine: Engine) async throws {
        try await withSeededCentre(engine, matters: 500) { sample in
            let verification = try await sample.house.timeline.verify(sample.house.database)
            #expect(verification.findings.isEmpty)
            #expect(verification.chains >= 1000)
            #expect(verification.entries > 3000)
        }
    }

    @Test(arguments: Engine.all)
    func `the worklist walks through every seeded matter once`(engine: Engine) async throws {
        try await withSeededCentre(engine, matters: 500) { sample in
            for order in Worklist.Order.allCases {
                let seen = try await sample.walked(order)
                #expect(Set(seen).count == seen.count)
                #expect(seen.count == (try await sample.standingMatters()))
            }
        }
    }

    @Test(arguments: Engine.all)
    func `the stored clocks are those that the entries give`(engine: Engine) async throws {
        try await withSeededCentre(engine, matters: 500) { sample in
            let differing = try await sample.house.look { turn in
                let rows = try turn.tx.rows("SELECT id, due_at FROM matters ORDER BY id")
                return try rows.filter { row in
                    let file = try File.reading(try row[0], in: turn)
                    let stored = try Clock.clocks(of: file.matter.id, in: turn.tx)
                    let due = stored.filter(\.isOpen).map(\.dueAt).min() ?? .never
                    let wound = Seen.all(of: try file.clocks())
                    return Seen.all(of: stored) != wound || due != file.matter.dueAt
                }.count
            }
            #expect(differing == 0)
        }
    }

    @Test func `a load of five hundred has something of everything`() async throws {
        try await withSeededCentre(.sqlite, matters: 500) { (sample: SampleCentre) async throws in
            let town = sample.town
            let open = town.classes.filter { !$0.hidden }.count
            #expect(try await sample.kinds(of: "class", in: "matters") == open)
            #expect(try await sample.kinds(of: "village", in: "matters") == 19)
            #expect(
                try await sample.kinds(of: "channel", in: "concerns")
                    == Concern.Channel.allCases.count
            )
            #expect(
                try await sample.kinds(of: "kind", in: "concerns") == Concern.Kind.allCases.count
            )
            #expect(try await sample.kinds(of: "unit", in: "assignments") > 30)
            #expect(try await sample.kinds(of: "stage", in: "matters") >= 9)
            #expect(try await sample.kinds(of: "linked_into", in: "matters") >= 1)
        }
    }

    @Test func `every stage comes up in a load of some thousand`() async throws {
        try await withSeededCentre(.sqlite, matters: 1) { sample in
            let plan = try await sample.plan(4000)
            let files = try (0..<plan.blocks).flatMap { try plan.files(ofBlock: $0) }
            #expect(Set(files.map(\.matter.stage)) == Set(Matter.Stage.allCases))
            let open = files.filter { !$0.matter.stage.isOver && $0.matter.dueAt != .never }
            #expect(open.contains { $0.matter.dueAt < plan.now })
            #expect(open.contains { $0.matter.dueAt > plan.now.adding(hours: 72) })
            #expect(open.contains { plan.now..<plan.now.adding(hours: 72) ~= $0.matter.dueAt })
            #expect(files.allSatisfy { $0.matter.touchedAt <= plan.now })
        }
    }

    @Test func `the same seed tells the same stories`() async throws {
        try await withSeededCentre(.sqlite, matters: 1) { sample in
            let plan = try await sample.plan(300)
            let once = try plan.files(ofBlock: 2).map(Story.init)
            let twice = try plan.files(ofBlock: 2).map(Story.init)
            #expect(once == twice)
            #expect(try plan.files(ofBlock: 3).map(Story.init) != once)
        }
    }

    @Test func `numbers go on where the book stands`() async throws {
        try await withSeededCentre(.sqlite, matters: 40) { sample in
            try await SeedDesk(house: sample.house).seed(40, seed: 2)
            #expect(try await sample.kinds(of: "number", in: "concerns") == 80)
            let clerk = try sample.officer(.clerk)
            let receipt = try await sample.intake.register(
                .sample,
                by: clerk,
                operation: sample.operation()
            ).answer
            #expect(sample.town.numbering.verified(receipt.number) == receipt.number)
        }
    }

    @Test func `a house without officers is not seeded`() async throws {
        try await withCentre(.sqlite) { sample in
            await #expect(throws: SeedingRefusal.officersMissing) {
                try await SeedDesk(house: sample.house).seed(1, seed: 1)
            }
        }
    }
}

/// What of a story is told by the seed alone; boxes are sealed with fresh chance.
private struct Story: Equatable {
    let id: ID<Matter>
    let stage: Matter.Stage
    let acts: [Act]
    let numbers: [String]

    init(_ file: SeedFile) {
        id = file.matter.id
        stage = file.matter.stage
        acts = (file.entries[.matter(id)] ?? []).map(\.act)
        numbers = file.concerns.map(\.concern.number)
    }
}

/// A clock as the due index keeps it: there a paused one runs.
private struct Seen: Equatable {
    let clock: Clock

    static func all(of clocks: [Clock]) -> [Seen] {
        clocks.map(Seen.init).sorted { $0.place < $1.place }
    }

    private var place: String {
        "\(clock.startedAt.milliseconds) \(clock.rule) \(clock.subject.id)"
    }

    init(_ clock: Clock) {
        self.clock = Clock(
            rule: clock.rule,
            version: clock.version,
            subject: clock.subject,
            matter: nil,
            startedAt: clock.startedAt,
            dueAt: clock.dueAt,
            provisional: clock.provisional,
            state: clock.isOpen ? .running : clock.state,
            endedAt: clock.endedAt,
            pauses: clock.pauses,
            extensions: clock.extensions
        )
    }
}
