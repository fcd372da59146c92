import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `What the auditor reads` {
    @Test(arguments: Engine.all)
    func `entries of house and officers, the newest first, and no resident's`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let access = sample.access
            var officers: [Officer] = []
            for login in ["anna", "bert", "cleo"] {
                officers.append(
                    try await access.addOfficer(
                        login: login,
                        name: "陈守约",
                        password: nil,
                        by: .house
                    )
                )
            }
            let walk = try await Walk(sample)
            let auditor = try sample.officer(.auditor)
            let desk = AuditDesk(house: sample.house)
            var lines: [AuditLine] = []
            var after: ID<Entry>?
            repeat {
                let page = try await desk.entries(.all, for: auditor, after: after, limit: 2)
                lines += page.items
                after = page.next
            } while after != nil && lines.count < 50
            #expect(lines.map(\.act) == [.officerAdded, .officerAdded, .officerAdded, .packLoaded])
            #expect(lines.map(\.officer) == officers.reversed().map(\.id) + [nil])

            let own = try await desk.entries(
                .officer(officers[1].id),
                for: auditor,
                after: nil,
                limit: 10
            )
            #expect(own.items.map(\.officer) == [officers[1].id])
            let house = try await desk.entries(.house, for: auditor, after: nil, limit: 10)
            #expect(house.items.map(\.act) == [.packLoaded])
            await #expect(throws: NotFound.self) {
                try await desk.entries(.all, for: walk.director, after: nil, limit: 10)
            }
        }
    }
}
