import Centre
import Foundation
import TestSupport

/// `docs/rights.csv`: which call is whose.
struct RightsTable {
    /// `GET /api/v1/matters/{id}` and the like, in the order of the file.
    let calls: [String]
    /// By call, then by column.
    let cells: [String: [String: String]]

    static let columns = ["public", "resident"] + Role.allCases.map(\.rawValue)

    init() throws {
        let file = SamplePack.root.appending(path: "docs/rights.csv")
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

    struct HeadingWrong: Error {}
}
