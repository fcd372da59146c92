import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Hand-over of a shift` {
    private func handover(
        _ sample: SampleCentre,
        _ numbers: [String] = [],
        unit: String = "centre"
    ) throws -> ShiftHandover {
        ShiftHandover(
            unit: try sample.unit(unit),
            desk: .dispatch,
            day: sample.house.world.now().day(),
            shift: .morning,
            words: "上午较忙",
            openEnds: numbers.map { .init(number: $0, words: "等回电") }
        )
    }

    @Test(arguments: Engine.all)
    func `is read by the unit, taken over once, and by somebody else`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            let desk = ShiftDesk(house: sample.house)
            let id = try await desk.write(
                try handover(sample, [walk.number]),
                by: walk.dispatcher,
                operation: sample.operation()
            ).answer
            let found = try await desk.notes(for: walk.director, limit: 10)
            let note = try #require(found.items.first)
            #expect(note.words == "上午较忙" && note.openEnds.map(\.matter) == [walk.id])
            #expect(note.openEnds.map(\.words) == ["等回电"])
            await #expect(throws: ShiftRefusal.ownNote) {
                try await desk.take(id, by: walk.dispatcher, operation: sample.operation())
            }
            _ = try await desk.take(id, by: walk.director, operation: sample.operation())
            await #expect(throws: ShiftRefusal.takenAlready) {
                try await desk.take(id, by: walk.supervisor, operation: sample.operation())
            }
            let acts = try await sample.house.database.read { tx in
                try sample.house.timeline.entries(of: .house, in: tx).map(\.act)
            }
            #expect(Array(acts.suffix(2)) == [.shiftNoteWritten, .shiftTakenOver])
        }
    }

    @Test(arguments: Engine.all)
    func `another unit neither writes nor reads nor takes it`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let desk = ShiftDesk(house: sample.house)
            let dispatcher = try sample.officer(.dispatcher)
            let stranger = try sample.officer(.liaison, "police")
            let id = try await desk.write(
                try handover(sample),
                by: dispatcher,
                operation: sample.operation()
            ).answer
            #expect(try await desk.notes(for: stranger, limit: 10).items == [])
            await #expect(throws: NotFound()) {
                try await desk.take(id, by: stranger, operation: sample.operation())
            }
            await #expect(throws: NotFound()) {
                try await desk.write(
                    try handover(sample),
                    by: stranger,
                    operation: sample.operation()
                )
            }
        }
    }

    @Test(arguments: Engine.all)
    func `an open end names only what its writer may see`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            let desk = ShiftDesk(house: sample.house)
            let liaison = try sample.officer(.liaison, "police")
            await #expect(throws: ShiftRefusal.numberNotFound(line: 1)) {
                try await desk.write(
                    try handover(sample, [walk.number], unit: "police"),
                    by: liaison,
                    operation: sample.operation()
                )
            }
            #expect(try await desk.notes(for: liaison, limit: 10).items == [])
        }
    }

    @Test(arguments: Engine.all)
    func `notes are listed a page at a time, the newest first`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let desk = ShiftDesk(house: sample.house)
            let dispatcher = try sample.officer(.dispatcher)
            var written: [ID<ShiftNote>] = []
            for _ in 0..<5 {
                written.append(
                    try await desk.write(
                        try handover(sample),
                        by: dispatcher,
                        operation: sample.operation()
                    ).answer
                )
            }
            var read: [ID<ShiftNote>] = []
            var after: ID<ShiftNote>?
            repeat {
                let page = try await desk.notes(for: dispatcher, after: after, limit: 2)
                read += page.items.map(\.id)
                after = page.next
            } while after != nil
            #expect(read == written.reversed())
        }
    }
}
