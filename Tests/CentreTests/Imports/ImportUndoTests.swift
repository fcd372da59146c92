import Storage
import TestSupport
import Testing

@testable import Centre

/// Taking an import back: all of it or nothing, and the timeline stays.
struct ImportUndoTests {
    @Test(arguments: Engine.all)
    func `an import taken back leaves nothing but entries`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let kept = try await Walk(sample)
            let before = try await counts(sample)
            let report = try await sample.run(try SampleCentre.sheet(1...230))
            let entries = try await sample.count("entries")
            #expect(try await sample.imports.undo(report.batch, by: .house) == 230)
            #expect(try await counts(sample) == before)
            #expect(try await sample.count("entries") == entries + 1)
            #expect(try await sample.acts(on: .house).suffix(2) == [.importStarted, .importUndone])
            #expect(try await sample.found("M7").isEmpty)
            #expect(try await sample.found(kept.number) == [kept.id])
            #expect(try await sample.verification().isWhole)
        }
    }

    @Test(arguments: Engine.all)
    func `what the centre has begun to work on stays, and so does the rest`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let report = try await sample.run(try SampleCentre.sheet(1...4))
            let matter = try #require(try await sample.found("M3").first)
            let number = try await sample.matters.matter(
                matter,
                for: try sample.officer(.dispatcher)
            ).concerns.first?.number
            _ = try await sample.dispatch.accept(
                matter,
                Acceptance(classCode: "0902", item: nil, route: "mediation", areaCode: nil),
                by: try sample.officer(.dispatcher),
                operation: sample.operation()
            )
            let before = try await counts(sample)
            let refusal = await #expect(throws: ImportRefusal.self) {
                try await sample.imports.undo(report.batch, by: .house)
            }
            #expect(refusal == .inHand(count: 1, numbers: [number ?? ""]))
            #expect(try await counts(sample) == before)
        }
    }

    @Test(arguments: Engine.all)
    func `a concern linked elsewhere, or with one linked to it, holds the import`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let dispatcher = try sample.officer(.dispatcher)
            let report = try await sample.run(try SampleCentre.sheet(1...2))
            let walk = try await Walk(sample)
            let matter = try #require(try await sample.found("M1").first)
            _ = try await sample.dispatch.link(
                walk.number,
                to: matter,
                reason: "同一件事",
                by: dispatcher,
                operation: sample.operation()
            )
            await #expect(throws: ImportRefusal.self) {
                try await sample.imports.undo(report.batch, by: .house)
            }
            #expect(try await sample.count("concerns") == 3)
        }
    }

    @Test(arguments: Engine.all)
    func `a kill in the middle is gone on from, and meanwhile nobody takes any of it in`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let report = try await sample.run(try SampleCentre.sheet(1...250))
            let last = try #require(try await sample.found("M250").first)
            try await sample.cutUndo(of: report.batch)
            let standing = try await sample.count("concerns")
            #expect((1..<250).contains(standing))
            await #expect(throws: StageRefusal.self) {
                try await sample.dispatch.accept(
                    last,
                    Acceptance(classCode: "0902", item: nil, route: "mediation", areaCode: nil),
                    by: try sample.officer(.dispatcher),
                    operation: sample.operation()
                )
            }
            await #expect(throws: ImportRefusal.beingUndone) {
                try await sample.run(try SampleCentre.sheet(1...250))
            }
            #expect(try await sample.imports.undo(report.batch, by: .house) == standing)
            for table in SampleCentre.rowTables {
                #expect(try await sample.count(table) == 0, "\(table)")
            }
            #expect(try await sample.verification().isWhole)
        }
    }

    @Test(arguments: Engine.all)
    func `taken back twice is refused, and the file can come again`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let report = try await sample.run(try SampleCentre.sheet(1...2))
            try await sample.imports.undo(report.batch, by: .house)
            await #expect(throws: ImportRefusal.undoneAlready) {
                try await sample.imports.undo(report.batch, by: .house)
            }
            let again = try await sample.run(try SampleCentre.sheet(1...2))
            #expect(again.batch != report.batch)
            #expect(again.registered == 2)
            #expect(again.first != report.first)
        }
    }

    @Test func `an import nobody made is not found`() async throws {
        try await withCentre(.sqlite) { sample in
            await #expect(throws: NotFound.self) {
                try await sample.imports.undo(sample.house.world.newID(), by: .house)
            }
        }
    }

    private func counts(_ sample: SampleCentre) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in SampleCentre.rowTables { counts[table] = try await sample.count(table) }
        return counts
    }
}

extension SampleCentre {
    /// Cancels the taking back after its first sweep, as a kill would.
    fileprivate func cutUndo(of batch: ID<ImportBatch>) async throws {
        let wasCut = try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    try await imports.undo(batch, by: .house) { _ in
                        withUnsafeCurrentTask { $0?.cancel() }
                    }
                    return false
                } catch is CancellationError {
                    return true
                }
            }
            return try await group.next() ?? false
        }
        #expect(wasCut)
    }
}
