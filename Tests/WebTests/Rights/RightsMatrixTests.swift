import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Whose call is which` {
    @Test func `the table names every call of the site and no other`() async throws {
        let table = try RightsTable("rights")
        #expect(Set(table.calls).count == table.calls.count)
        let routes = try await withCentre(.sqlite) { sample in
            try sample.site().router().routes
                .filter { Frame.isCall($0.path.description) }
                .map { "\($0.method.rawValue) \($0.path.description)" }
        }
        #expect(table.differences(from: routes) == [])
    }

    /// Every call as everybody: who may not is told that there is nothing, or to sign in; who may
    /// gets an answer, be it a rule's no.
    @Test func `each call answers as the table says`() async throws {
        let table = try RightsTable("rights")
        try await withCentre(.sqlite) { sample in
            let crowd = try await Crowd(sample)
            var wrong: [String] = []
            for call in table.calls {
                for column in RightsTable.columns {
                    let status = try await crowd.status(of: call, as: column)
                    let cell = table.cells[call]?[column] ?? ""
                    guard !RightsTable.fits(status, cell) else { continue }
                    wrong.append("\(call) as \(column): \(status), the table says \(cell)")
                }
            }
            #expect(wrong == [])
        }
    }
}

extension RightsTable {
    static func fits(_ status: Int, _ cell: String) -> Bool {
        switch cell {
        case "yes": (200..<300).contains(status) || status == 409 || status == 422
        case "no": status == 401 || status == 404
        default: false
        }
    }
}
