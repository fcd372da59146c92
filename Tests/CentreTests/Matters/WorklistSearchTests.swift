import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Searching the worklist` {
    @Test(arguments: Engine.all)
    func `a common word is read a page at a time, newest first, each matter once`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walks: [Walk] = []
            for _ in 0..<5 { walks.append(try await Walk(sample)) }
            _ = try await sample.dispatch.link(
                walks[1].number,
                to: walks[3].id,
                reason: "同一件事",
                by: walks[0].dispatcher,
                operation: sample.operation()
            )
            var list = Worklist()
            list.search = WorkOrder.sample.title
            list.limit = 2
            var found: [ID<Matter>] = []
            var pages = 0
            repeat {
                let page = try await sample.matters.worklist(list, for: walks[0].dispatcher)
                found += page.items.map(\.id)
                list.after = page.next
                pages += 1
            } while list.after != nil
            #expect(found == [walks[4], walks[3], walks[2], walks[0]].map(\.id))
            #expect(pages == 2)
        }
    }

    @Test(arguments: ["红线图", "阻挠建房 红线", "阻挠"])
    func `the walk goes along one index and sorts nothing`(words: String) async throws {
        try await withCentre(.sqlite) { sample in
            let walk = try await Walk(sample)
            let plan = try await sample.house.look { turn in
                let search = WorklistSearch(
                    text: words,
                    list: Worklist(),
                    sight: Sight(walk.dispatcher, in: turn.town),
                    turn: turn
                )
                return try turn.tx.plan(of: try search.found())
            }
            #expect(plan.contains { $0.contains("SEARCH w USING") })
            #expect(!plan.contains { $0.contains("SCAN m") || $0.contains("FOR DISTINCT") })
        }
    }

    @Test(arguments: Matter.Stage.allCases)
    func `what is open in a query is what is not over in the machine`(stage: Matter.Stage) {
        let text = Matter.isOpen.rendered { _ in "?" }.text
        #expect(text.contains("'\(stage.rawValue)'") == stage.isOver)
    }
}
