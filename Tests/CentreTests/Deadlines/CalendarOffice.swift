import Storage
import TestSupport

@testable import Centre

/// The people who change the calendar, and what a matter's clocks and entries say then.
struct CalendarOffice {
    let sample: SampleCentre
    let desk: CalendarDesk
    let director: Viewer
    let supervisor: Viewer

    init(_ sample: SampleCentre) throws {
        self.sample = sample
        desk = CalendarDesk(house: sample.house)
        director = try sample.officer(.director)
        supervisor = try sample.officer(.supervisor)
    }

    func propose(
        _ content: CalendarChange.Content,
        reason: String = "放假安排"
    ) async throws -> ID<CalendarChange> {
        let id = try await desk.propose(
            content,
            reason: reason,
            by: supervisor,
            operation: sample.operation()
        ).answer
        while let progress = try await desk.count(limit: 3), !progress.isDone {}
        return id
    }

    func approve(_ id: ID<CalendarChange>) async throws {
        _ = try await desk.approve(
            id,
            words: "同意",
            by: director,
            operation: sample.operation()
        )
    }

    /// The walk of one server after the change is in force.
    func settle() async throws {
        sample.clock.move(to: sample.clock.now.adding(milliseconds: CalendarChange.grace))
        while let progress = try await desk.settle(limit: 5), !progress.isDone {}
    }

    func put(_ content: CalendarChange.Content, reason: String = "放假安排") async throws {
        let id = try await propose(content, reason: reason)
        try await approve(id)
        try await settle()
    }

    func view(_ id: ID<CalendarChange>) async throws -> ChangeView {
        try await desk.change(id, for: director)
    }

    func clocks(of walk: Walk) async throws -> [String: Clock] {
        let found = try await sample.house.look { turn in
            try Clock.clocks(of: walk.id, in: turn.tx)
        }
        return Dictionary(found.map { ($0.rule, $0) }, uniquingKeysWith: { $1 })
    }

    func acts(of walk: Walk) async throws -> [Act] {
        let entries = try await sample.house.look { turn in
            let own = try File.reading(walk.id, in: turn)
            let chains = [Chain.matter(walk.id)] + own.concerns.map { Chain.concern($0.id) }
            return try chains.flatMap { try turn.house.timeline.entries(of: $0, in: turn.tx) }
        }
        return entries.sorted { ($0.at, $0.id) < ($1.at, $1.id) }.map(\.act)
    }
}
