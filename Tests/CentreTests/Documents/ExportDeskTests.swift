import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Lists leave the house with a trace` {
    @Test(arguments: Engine.all)
    func `all pages of a worklist come once, within sight`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let clerk = try sample.officer(.clerk)
            for serial in 0..<7 {
                var order = WorkOrder.sample
                order.title = "路灯不亮\(serial)"
                _ = try await sample.intake.register(
                    order,
                    by: clerk,
                    operation: sample.operation()
                )
            }
            let desk = ExportDesk(house: sample.house)
            var titles: [String] = []
            try await desk.worklist(Worklist(), for: clerk) { lines in
                titles += lines.compactMap(\.title)
            }
            #expect(titles.sorted() == (0..<7).map { "路灯不亮\($0)" })
            var seen = 0
            try await desk.worklist(Worklist(), for: try sample.officer(.liaison, "women")) {
                seen += $0.count
            }
            #expect(seen == 0)
            await #expect(throws: NotFound.self) {
                try await desk.worklist(Worklist(), for: try sample.officer(.auditor)) { _ in }
            }
        }
    }

    @Test func `the entry names filters, count, purpose and digest, and no words`() async throws {
        try await withCentre(.sqlite) { sample in
            var list = Worklist()
            list.stage = .registered
            list.search = "吴大明"
            let clerk = try sample.officer(.clerk)
            let export = Export(
                .worklist,
                for: .meeting,
                filters: list.filters(in: sample.town),
                count: 3,
                file: [9]
            )
            try await ExportDesk(house: sample.house).enter(export, by: clerk)
            let entries = try await sample.house.database.read { tx in
                try sample.house.timeline.entries(of: .house, in: tx)
            }
            let entry = try #require(entries.last)
            #expect(entry.act == .listExported)
            #expect(
                entry.facts == [
                    "list": "worklist", "purpose": "meeting", "count": "3",
                    "file.digest": sealedDigest([9]), "filter.order": "due",
                    "filter.stage": "registered", "filter.search": "yes",
                ]
            )
        }
    }
}
