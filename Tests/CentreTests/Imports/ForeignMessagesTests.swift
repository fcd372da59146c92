import Foundation
import Storage
import TestSupport
import Testing

@testable import Centre

/// Thousands of real messages, where there are any: none is lost, and all can be taken back.
@Suite(.enabled(if: ForeignMessages.areThere, "no foreign messages beside the repository"))
struct ForeignMessagesTests {
    @Test(arguments: Engine.all)
    func `every message is found by both its numbers, and taken back without a trace`(
        engine: Engine
    ) async throws {
        let text = try String(contentsOf: ForeignMessages.file, encoding: .utf8)
        let sheet = try ImportSheet(text)
        let own = sheet.rows.compactMap { $0.cells?[.externalNo] }
        #expect(own.count == 4_326)
        try await withCentre(engine) { sample in
            let report = try await sample.run(sheet)
            #expect(report.failures.map(\.row) == [])
            #expect(report.registered == own.count)
            let numbers = try await sample.numbers()
            #expect(Set(numbers.keys) == Set(own))
            #expect(Set(numbers.values).count == own.count)
            // Comparing with a Bool keeps a message's number out of the report.
            for (external, number) in numbers {
                let byOwn = try await sample.found(external)
                let byNumber = try await sample.found(number)
                #expect((byOwn.count == 1 && byOwn == byNumber) == true)
            }
            #expect(try await sample.imports.undo(report.batch, by: .house) == own.count)
            for table in SampleCentre.rowTables {
                #expect(try await sample.count(table) == 0, "\(table)")
            }
            let verification = try await sample.verification()
            #expect(verification.isWhole)
            #expect(verification.entries > 2 * own.count)
        }
    }
}

extension SampleCentre {
    /// The centre's number of each outside number.
    fileprivate func numbers() async throws -> [String: String] {
        try await house.database.read { tx in
            let rows = try tx.rows("SELECT external_no, number FROM concerns")
            return try Dictionary(
                uniqueKeysWithValues: rows.map { (try $0[0], try $0[1]) }
            )
        }
    }
}
