import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Plans of the worklist` {
    @Test(arguments: Matter.Stage.allCases)
    func `a stage is read by its last change along one index and not sorted`(
        stage: Matter.Stage
    ) async throws {
        try await withCentre(.sqlite) { sample in
            let dispatcher = try await Walk(sample).dispatcher
            let plan = try await sample.plan(for: dispatcher) { list in
                list.stage = stage
                list.order = .updated
            }
            #expect(plan.contains { $0.contains("matters_by_stage_touch") })
            // The walks are merged in order; a walk of its own needs no sorting.
            #expect(plan.filter { $0.contains("ORDER BY") }.count <= 1)
        }
    }

    @Test(arguments: [
        (Worklist.Order.due, "assignments_by_unit_stage_due"),
        (.updated, "assignments_by_unit_stage_touch"),
    ])
    func `a unit's matters of one stage are read along one index`(
        order: Worklist.Order,
        index: String
    ) async throws {
        try await withCentre(.sqlite) { sample in
            let liaison = try await Walk(sample).liaison("justice")
            let plan = try await sample.plan(for: liaison) { list in
                list.stage = .archived
                list.order = order
            }
            #expect(plan.contains { $0.contains(index) })
        }
    }

    @Test func `a unit's overdue matters are a piece of one index`() async throws {
        try await withCentre(.sqlite) { sample in
            let liaison = try await Walk(sample).liaison("justice")
            let plan = try await sample.plan(for: liaison) { $0.due = .overdue }
            #expect(plan.contains { $0.contains("(unit=? AND matter_due_at<?)") })
        }
    }
}

extension SampleCentre {
    /// How SQLite finds a page of the worklist, a line for each step.
    fileprivate func plan(
        for viewer: Viewer,
        _ choose: @escaping @Sendable (inout Worklist) -> Void
    ) async throws -> [String] {
        try await house.look { turn in
            var list = Worklist()
            choose(&list)
            let query = WorklistQuery(
                list: list,
                sight: Sight(viewer, in: turn.town),
                town: turn.town,
                now: turn.at
            )
            return try turn.tx.plan(of: query.sql)
        }
    }
}

extension Transaction {
    /// What SQLite means to do, a line for each step.
    func plan(of sql: SQL) throws -> [String] {
        try rows("EXPLAIN QUERY PLAN \(sql)").map { try $0["detail"] }
    }
}
