import Foundation
import Storage
import TestSupport

@testable import Centre

extension SampleCentre {
    var imports: ImportDesk { ImportDesk(house: house) }

    /// Rows whose number, title and words follow from their place.
    static func sheet(_ rows: ClosedRange<Int>, remark: String = "") throws -> ImportSheet {
        let lines = rows.map { "M\($0),第\($0)盏路灯不亮,2019-02-28 11:25:05,村口第\($0)盏\(remark)" }
        let heading = "message_id,title,time,detail"
        return try ImportSheet(([heading] + lines).joined(separator: "\n"))
    }

    func run(
        _ sheet: ImportSheet,
        _ settings: ImportSettings = ImportSettings(name: "test")
    ) async throws -> ImportReport {
        try await imports.run(sheet, settings, by: .house)
    }

    /// The matters a search finds, for somebody who sees them all.
    func found(_ text: String) async throws -> [ID<Matter>] {
        var list = Worklist()
        list.search = text
        return try await matters.worklist(list, for: try officer(.dispatcher)).items.map(\.id)
    }

    func count(_ table: String) async throws -> Int {
        try await house.database.read { tx in
            try tx.value("SELECT COUNT(*) FROM \(SQL(trusted: table))") ?? 0
        }
    }

    func acts(on chain: Chain) async throws -> [Act] {
        try await house.database.read { [house] tx in
            try house.timeline.entries(of: chain, in: tx).map(\.act)
        }
    }

    func verification() async throws -> Verification {
        try await house.timeline.verify(house.database)
    }

    /// What an import leaves behind once it is taken back.
    static let rowTables = [
        "concerns", "matters", "contacts", "contact_marks", "concern_words", "matter_words",
        "clocks",
    ]
}

/// Messages made by others, beside the repository and never in it.
enum ForeignMessages {
    static let file = SamplePack.root.deletingLastPathComponent()
        .appending(path: "shared/data/messages/att3_messages.csv")

    static let areThere: Bool = {
        let there = FileManager.default.fileExists(atPath: file.path())
        if !there { print("No import of foreign messages is tested: there are none.") }
        return there
    }()
}
