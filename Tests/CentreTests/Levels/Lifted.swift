import Storage
import TestSupport

@testable import Centre

/// A matter that a unit leads, and those who take it up or send it down.
struct Lifted {
    var walk: Walk
    let desk: LevelDesk

    var sample: SampleCentre { walk.sample }

    init(_ sample: SampleCentre, lead: String? = "v206", order: WorkOrder = .sample) async throws {
        var walk = try await Walk(sample, order: order)
        desk = LevelDesk(house: sample.house)
        for officer in [walk.director, walk.dispatcher] { try await sample.seat(officer) }
        try await walk.accept()
        if let lead {
            try await walk.assign(lead)
            try await sample.seat(try walk.liaison(lead))
        }
        self.walk = walk
    }

    func saying(_ unit: String, _ reason: String) throws -> LevelSaid {
        var said = LevelSaid("两次上门调解，对方不到场")
        said.unit = try sample.unit(unit)
        said.reason = reason
        return said
    }

    @discardableResult
    mutating func propose(
        _ unit: String,
        by viewer: Viewer? = nil,
        reason: String = "triedTwice"
    ) async throws -> LevelView {
        try await take(.propose, try saying(unit, reason), by: viewer ?? walk.dispatcher)
    }

    @discardableResult
    mutating func sendDown(_ unit: String) async throws -> LevelView {
        try await take(.sendDown, try saying(unit, "nearHome"), by: walk.dispatcher)
    }

    @discardableResult
    mutating func take(
        _ step: LevelStep,
        _ said: LevelSaid,
        by viewer: Viewer,
        operation: Operation? = nil
    ) async throws -> LevelView {
        let operation = operation ?? sample.operation()
        let view: LevelView
        if step.isOnMatter {
            view = try await desk.take(
                step,
                with: walk.id,
                said,
                by: viewer,
                operation: operation
            ).answer
        } else {
            let now = try await desk.levels(of: walk.id, for: walk.dispatcher)
            guard let last = now.changes.last else { throw NotFound() }
            view = try await desk.take(step, on: last.id, said, by: viewer, operation: operation)
                .answer
        }
        walk.view = try await sample.matters.matter(walk.id, for: walk.dispatcher)
        return view
    }

    /// The standing lead.
    var lead: MatterView.Part? {
        walk.view.assignments.last { $0.role == .lead && $0.state.isStanding }
    }

    /// The running limits of the matter and its concerns, by rule.
    func limits() async throws -> [String: Moment] {
        let id = walk.id
        return try await sample.house.look { turn in
            let running = try Clock.running(of: id, in: turn.tx)
            let whole = running.filter { $0.subject.kind != .assignment }
            return Dictionary(whole.map { ($0.rule, $0.dueAt) }, uniquingKeysWith: { $1 })
        }
    }

    /// When the parts and the matter are due, as the due index has them.
    func dues() async throws -> [(part: Moment, matter: Moment)] {
        let id = walk.id
        return try await sample.house.look { turn in
            try turn.tx.rows(
                """
                SELECT due_at, matter_due_at FROM assignments
                WHERE matter = \(id) AND state = 'pending'
                """
            ).map { (part: try $0[0], matter: try $0[1]) }
        }
    }

    /// What the outbox has to tell about the matter.
    func told() async throws -> [Notice.Kind] {
        let id = walk.id
        return try await sample.house.look { turn in
            try turn.tx.rows("SELECT kind FROM outbox WHERE matter = \(id) ORDER BY id")
                .map { try $0[0] }
        }
    }
}
