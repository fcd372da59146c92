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
            #expect(try await sample.lost(among: numbers) == 0)
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
    /// How many are not found as one and the same matter by both their numbers.
    ///
    /// The worklist's own search, in one view of the store. Only a count leaves it.
    fileprivate func lost(among numbers: [String: String]) async throws -> Int {
        let viewer = try officer(.dispatcher)
        return try await house.look { turn in
            let sight = Sight(viewer, in: turn.town)
            func found(_ text: String) throws -> [ID<Matter>] {
                let search = WorklistSearch(text: text, list: Worklist(), sight: sight, turn: turn)
                return try turn.tx.rows(try search.found()).map { try $0["id"] }
            }
            return try numbers.count { external, number in
                let byOwn = try found(external)
                return try byOwn.count != 1 || byOwn != found(number)
            }
        }
    }

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
