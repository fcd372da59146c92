import Centre
import Foundation
import TestSupport

/// `docs/rights.csv` and `docs/rights-of-pages.csv`: which call, and which page, is whose.
struct RightsTable {
    /// `GET /api/v1/matters/{id}` and the like, in the order of the file.
    let calls: [String]
    /// By call, then by column.
    let cells: [String: [String: String]]

    static let columns = ["public", "resident"] + Role.allCases.map(\.rawValue)

    init(_ name: String) throws {
        let file = SamplePack.root.appending(path: "docs/\(name).csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let heading = lines.first ?? []
        guard heading == ["call"] + RightsTable.columns else { throw HeadingWrong() }
        var calls: [String] = []
        var cells: [String: [String: String]] = [:]
        for line in lines.dropFirst() {
            guard line.count == heading.count else { throw HeadingWrong() }
            calls.append(line[0])
            cells[line[0]] = Dictionary(
                zip(RightsTable.columns, line.dropFirst()),
                uniquingKeysWith: { $1 }
            )
        }
        self.calls = calls
        self.cells = cells
    }

    /// What the site has and the table lacks, and the other way round.
    func differences(from routes: [String]) -> [String] {
        Set(routes).symmetricDifference(calls).sorted()
    }

    struct HeadingWrong: Error {}
}
