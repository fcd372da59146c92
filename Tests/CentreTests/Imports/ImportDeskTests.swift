import Storage
import TestSupport
import Testing

@testable import Centre

/// Concerns from a file: the same registration as at any door, each row for itself.
struct ImportDeskTests {
    @Test(arguments: Engine.all)
    func `each row gets a number and is found by it and by its own`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let report = try await sample.run(try SampleCentre.sheet(1...3))
            #expect(report.registered == 3)
            #expect(report.known == 0)
            #expect(report.failures.isEmpty)
            let first = try #require(report.first)
            #expect(try await sample.found(first) == sample.found("M1"))
            #expect(try await sample.found("M1").count == 1)
            #expect(report.last != report.first)
            #expect(try await sample.acts(on: .house).last == .importStarted)
        }
    }

    @Test(arguments: Engine.all)
    func `a bad row harms no other and is told by its place`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let sheet = try ImportSheet(
                """
                message_id,title,time,detail
                1,灯,,亮
                2,,,
                3,灯,2999-01-01 00:00:00,亮
                4,灯,,亮,多
                5,灯,,亮
                """
            )
            let report = try await sample.run(sheet)
            #expect(report.registered == 2)
            #expect(report.failures.map(\.row) == [3, 4, 5])
            #expect(
                report.failures.map(\.refusal.word)
                    == ["field-empty", "field-impossible", "import-row-length"]
            )
            #expect(try await sample.count("concerns") == 2)
            #expect(try await sample.count("contacts") == 2)
        }
    }

    @Test(arguments: Engine.all)
    func `an area of another town is refused row by row`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var settings = ImportSettings(name: "test")
            settings.area = "000000000000"
            let report = try await sample.run(try SampleCentre.sheet(1...2), settings)
            #expect(report.registered == 0)
            #expect(report.failures.map(\.refusal.word) == ["code-unknown", "code-unknown"])
        }
    }

    @Test(arguments: Engine.all)
    func `the same file again is the same import and changes nothing`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let once = try await sample.run(try SampleCentre.sheet(1...60))
            let entries = try await sample.count("entries")
            let again = try await sample.run(try SampleCentre.sheet(1...60))
            #expect(again.batch == once.batch)
            #expect(again.registered == 0)
            #expect(again.known == 60)
            #expect(again.first == once.first)
            #expect(again.last == once.last)
            #expect(try await sample.count("entries") == entries)
        }
    }

    @Test(arguments: Engine.all)
    func `a run that was cut off is completed by the next`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let sheet = try SampleCentre.sheet(1...120)
            struct Cut: Error {}
            let cut = try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask {
                    do {
                        _ = try await sample.imports.run(
                            sheet,
                            ImportSettings(name: "test"),
                            by: .house
                        ) { done in
                            if done >= 50 { withUnsafeCurrentTask { $0?.cancel() } }
                        }
                        return false
                    } catch is CancellationError {
                        return true
                    }
                }
                return try await group.next() ?? false
            }
            #expect(cut)
            let standing = try await sample.count("concerns")
            #expect((50..<120).contains(standing))
            let report = try await sample.run(sheet)
            #expect(report.registered + report.known == 120)
            #expect(try await sample.count("concerns") == 120)
            #expect(try await sample.count("import_batches") == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `new words under a known number are added to the concern`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let once = try await sample.run(try SampleCentre.sheet(1...2))
            let later = try await sample.run(try SampleCentre.sheet(1...2, remark: "，仍未修"))
            #expect(later.batch != once.batch)
            #expect(later.known == 2)
            #expect(try await sample.count("concerns") == 2)
            #expect(try await sample.count("concern_words") == 4)
        }
    }

    @Test func `who may not import finds nothing there`() async throws {
        try await withCentre(.sqlite) { sample in
            let worker = try sample.officer(.gridWorker)
            await #expect(throws: NotFound.self) {
                try await sample.imports.run(
                    try SampleCentre.sheet(1...1),
                    ImportSettings(name: "test"),
                    by: .officer(worker)
                )
            }
        }
    }
}
