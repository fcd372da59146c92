import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Whose page is which` {
    /// The stream of the wall never ends by itself: `WallPageTests` asks for it.
    private static let stream = "GET /command/live"
    /// They end what everything after them would need.
    private static let leaving: Set = ["POST /desk/sign-out", "POST /desk/account/sessions/end"]

    private func pages(of sample: SampleCentre) throws -> [String] {
        try sample.site().router().routes
            .filter { Frame.isPage($0.path.description) }
            .map { "\($0.method.rawValue) \($0.path.description)" }
            .filter { $0 != Self.stream }
    }

    @Test func `the table names every page and form of the site and no other`() async throws {
        let table = try RightsTable("rights-of-pages")
        #expect(Set(table.calls).count == table.calls.count)
        let routes = try await withCentre(.sqlite) { sample in try pages(of: sample) }
        #expect(table.differences(from: routes) == [])
    }

    /// Every page and form as everybody: to who may not, it is not there.
    @Test func `each page answers as the table says`() async throws {
        let table = try RightsTable("rights-of-pages")
        try await withCentre(.sqlite) { sample in
            let crowd = try await PageCrowd(try await Crowd(sample))
            var wrong: [String] = []
            for call in table.calls where !Self.leaving.contains(call) {
                for column in RightsTable.columns {
                    let answer = try await crowd.answer(to: call, as: column)
                    let cell = table.cells[call]?[column] ?? ""
                    guard answer != cell else { continue }
                    wrong.append("\(call) as \(column): \(answer), the table says \(cell)")
                }
            }
            #expect(wrong == [])
        }
    }
}
