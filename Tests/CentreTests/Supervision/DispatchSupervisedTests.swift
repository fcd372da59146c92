import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `A matter that nobody was given is supervised too` {
    private func order(
        _ sample: SampleCentre,
        _ kind: SupervisionStep.Kind,
        of part: ID<Assignment>? = nil
    ) -> SupervisionOrder {
        SupervisionOrder(
            kind: kind,
            assignment: part,
            ground: sample.town.supervision.grounds(of: kind).first?.code ?? "",
            words: "请说明为什么还没有受理",
            skipReason: "急"
        )
    }

    @Test(arguments: Engine.all, SupervisionStep.Kind.ofDispatch)
    func `the centre's own dispatch is asked, and a dispatcher answers within the limit`(
        engine: Engine,
        kind: SupervisionStep.Kind
    ) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            let desk = SupervisionDesk(house: sample.house)
            let step = try await desk.open(
                order(sample, kind),
                on: walk.id,
                by: walk.supervisor,
                operation: sample.operation()
            ).answer
            #expect(step.unit == nil && step.assignment == nil && step.waits == .unit)
            #expect(try #require(step.due) > sample.clock.now)
            #expect(!step.moves.contains(.answer), "supervision does not answer itself")

            let mine = try await desk.page(.init(), for: walk.dispatcher).items
            #expect(mine.map(\.id) == [step.id])
            let liaison = try sample.officer(.liaison, "justice")
            #expect(try await desk.page(.init(), for: liaison).items.isEmpty)
            await #expect(throws: NotFound.self) {
                _ = try await desk.move(
                    step.id,
                    .answer,
                    SupervisionWords("x"),
                    by: liaison,
                    operation: sample.operation()
                )
            }
            let answered = try await desk.move(
                step.id,
                .answer,
                SupervisionWords("已受理,今日交办"),
                by: walk.dispatcher,
                operation: sample.operation()
            ).answer
            #expect(answered.waits == (kind == .letter ? .centre : .nobody))
            let limits = try await sample.matters.clocks(walk.id, for: walk.supervisor)
            #expect(limits.filter { $0.subject == "step" }.map(\.state) == [.met])
        }
    }

    @Test func `a card, a talk and the like are about a unit`() async throws {
        try await withCentre(.sqlite) { sample in
            let walk = try await Walk(sample)
            let desk = SupervisionDesk(house: sample.house)
            for kind in SupervisionStep.Kind.opened
            where !SupervisionStep.Kind.ofDispatch.contains(kind) {
                let decides = kind.procedure.decider == .supervise ? walk.supervisor : walk.director
                await #expect(throws: SupervisionRefusal.unitMissing, "\(kind)") {
                    _ = try await desk.open(
                        order(sample, kind),
                        on: walk.id,
                        by: decides,
                        operation: sample.operation()
                    )
                }
            }
        }
    }

    @Test func `where a unit has the matter, the unit is asked and not the dispatch`() async throws
    {
        try await withCentre(.sqlite) { sample in
            var walk = try await Walk(sample)
            let desk = SupervisionDesk(house: sample.house)
            try await walk.accept()
            try await walk.assign("justice")
            func open() async throws {
                _ = try await desk.open(
                    order(sample, .reminder),
                    on: walk.id,
                    by: walk.supervisor,
                    operation: sample.operation()
                )
            }
            await #expect(throws: SupervisionRefusal.partsGiven) { try await open() }
            // Given back, it lies with the dispatch again.
            try await walk.giveBack("justice", better: "landResources")
            try await open()
            await #expect(throws: SupervisionRefusal.openAlready) { try await open() }
        }
    }

    @Test func `who dispatches takes no step against the dispatch`() async throws {
        try await withCentre(.sqlite) { sample in
            let walk = try await Walk(sample)
            let desk = SupervisionDesk(house: sample.house)
            let both = Viewer(
                officer: walk.supervisor.officer,
                name: "a",
                login: "b",
                posts: walk.supervisor.posts + walk.dispatcher.posts
            )
            await #expect(throws: SupervisionRefusal.ownUnit) {
                _ = try await desk.open(
                    order(sample, .letter),
                    on: walk.id,
                    by: both,
                    operation: sample.operation()
                )
            }
        }
    }

    @Test(arguments: Engine.all)
    func `the dispatchers hear of it and of its limit`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            try await sample.house.database.write { tx in
                let officer = walk.dispatcher.officer
                try tx.run(
                    """
                    INSERT INTO officers (id, login, name, created_at)
                    VALUES (\(officer), 'd', 'd', 0)
                    """
                )
                for post in walk.dispatcher.posts { try post.add(in: tx) }
            }
            _ = try await SupervisionDesk(house: sample.house).open(
                order(sample, .reminder),
                on: walk.id,
                by: walk.supervisor,
                operation: sample.operation()
            )
            _ = try await OutboxDesk(house: sample.house).deliver()
            let told = try await NoticesDesk(house: sample.house)
                .notices(for: walk.dispatcher, after: nil, limit: 10).items
            #expect(told.map(\.kind).contains(.supervisionOpened))
            sample.clock.move(hours: 24 * 5)
            let alarms = AlarmDesk(house: sample.house)
            _ = try await alarms.raise()
            var list = AlarmList()
            list.kinds = [.overdue]
            let late = try await alarms.page(list, for: walk.dispatcher).items
            let own = try #require(late.first { $0.rule == "SUPERVISION-REMINDER" })
            #expect(own.unit == nil && own.subject == .step)
        }
    }
}
