import TestSupport
import Testing

@testable import Centre

@Suite struct `Supervision and handling are separated` {
    @Test(arguments: [Role.dispatcher, .clerk, .liaison, .visitor, .villageHead, .archivist])
    func `who holds no power of supervision finds no way to it`(role: Role) async throws {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            let viewer = try sample.officer(role, role.reach == .unit ? "justice" : "centre")
            await #expect(throws: NotFound()) {
                _ = try await case1.open(case1.order(.reminder), by: viewer)
            }
            await #expect(throws: NotFound()) {
                _ = try await case1.open(case1.order(.talk, skip: "急"), by: viewer)
            }
        }
    }

    @Test func `the supervisor does not decide what is the director's, nor the other way round`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            await #expect(throws: NotFound()) {
                _ = try await case1.open(
                    case1.order(.redCard, skip: "急"),
                    by: case1.walk.supervisor
                )
            }
            await #expect(throws: NotFound()) {
                _ = try await case1.open(case1.order(.reminder), by: case1.walk.director)
            }
        }
    }

    @Test func `a unit supervises itself through no post`() async throws {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            let own = try sample.officer(.supervisor, "justice")
            let below = try sample.officer(.supervisor, "legalAid")
            for viewer in [own, below] {
                await #expect(throws: SupervisionRefusal.ownUnit) {
                    _ = try await case1.open(case1.order(.reminder), by: viewer)
                }
            }
            let letter = try await case1.open(case1.order(.letter, skip: "急"))
            _ = try await case1.move(letter.id, .answer, by: case1.liaison)
            for move in [SupervisionStep.Move.accept, .sendBack, .withdraw] {
                await #expect(throws: SupervisionRefusal.ownUnit) {
                    _ = try await case1.move(letter.id, move, by: own)
                }
            }
        }
    }

    @Test func `another unit does not answer, and does not find the step`() async throws {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            let letter = try await case1.open(case1.order(.letter, skip: "急"))
            let other = try case1.walk.liaison("labour")
            await #expect(throws: NotFound()) {
                _ = try await case1.move(letter.id, .answer, by: other)
            }
            let seen = try await case1.desk.page(.init(), for: other)
            #expect(seen.items.isEmpty)
            let own = try await case1.desk.page(.init(), for: case1.liaison)
            #expect(own.items.map(\.id) == [letter.id])
        }
    }

    @Test func `a matter about a supervisor is not the supervisor's to supervise`() async throws {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            _ = try await case1.open(case1.order(.reminder))
            _ = try await sample.dispatch.markConflict(
                .officer(case1.walk.supervisor.officer),
                on: case1.walk.id,
                by: case1.walk.dispatcher,
                operation: sample.operation()
            )
            let list = try await case1.desk.page(.init(), for: case1.walk.supervisor)
            #expect(list.items.isEmpty)
            let counts = try await case1.desk.counts(for: case1.walk.supervisor)
            #expect(counts.isEmpty)
            await #expect(throws: NotFound()) {
                _ = try await case1.open(case1.order(.letter))
            }
        }
    }

    @Test func `the same operation opens one step, and an answer given twice counts once`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            let operation = sample.operation("reminder")
            let first = try await case1.desk.open(
                case1.order(.reminder),
                on: case1.walk.id,
                by: case1.walk.supervisor,
                operation: operation
            )
            let again = try await case1.desk.open(
                case1.order(.reminder),
                on: case1.walk.id,
                by: case1.walk.supervisor,
                operation: operation
            )
            #expect(!first.replayed && again.replayed)
            #expect(again.answer.id == first.answer.id)
            let (told, _) = try await case1.steps()
            #expect(told.count == 1)
        }
    }
}
