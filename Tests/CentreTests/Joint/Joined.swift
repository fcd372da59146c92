import Storage
import TestSupport

@testable import Centre

/// A matter with a lead and others beside it, handled jointly by the usual people.
struct Joined {
    var walk: Walk
    let desk: JointDesk

    var sample: SampleCentre { walk.sample }

    init(_ sample: SampleCentre, _ others: [String] = ["police", "housing"]) async throws {
        walk = try await Walk(sample)
        desk = JointDesk(house: sample.house)
        try await walk.accept()
        try await walk.assign("justice")
        for unit in others { try await walk.assign(unit, .assist) }
        try await walk.sign("justice")
        for unit in others { try await walk.sign(unit) }
    }

    @discardableResult
    func take<Subject>(
        _ step: JointStep,
        _ subject: ID<Subject>,
        _ said: JointSaid = JointSaid("说明"),
        by viewer: Viewer? = nil
    ) async throws -> JointView {
        try await desk.take(
            step,
            on: try JointSubject(subject),
            said,
            by: viewer ?? walk.dispatcher,
            operation: sample.operation()
        ).answer
    }

    @discardableResult
    func take(
        _ step: JointStep,
        _ said: JointSaid = JointSaid("说明"),
        by viewer: Viewer? = nil
    ) async throws -> JointView {
        try await take(step, walk.id, said, by: viewer)
    }

    func meeting(_ units: [String] = ["justice", "police", "housing"]) throws -> JointSaid {
        var said = JointSaid()
        said.agenda = "研究查封资料调取"
        said.place = "中心二楼会议室"
        said.guests = "村委会、开发商代表"
        said.meetsAt = sample.clock.now
        said.units = try units.map { try sample.unit($0) }
        return said
    }

    func promise(_ unit: String, in days: Int, at meeting: ID<JointMeeting>?) throws -> JointSaid {
        var said = JointSaid("调取查封资料")
        said.evidence = "资料清单"
        said.unit = try sample.unit(unit)
        said.day = sample.clock.now.day().adding(days)
        said.meeting = meeting
        return said
    }

    func liaison(_ unit: String) throws -> Viewer { try walk.liaison(unit) }

    /// The handling as the entries tell it.
    func told() async throws -> JointWork {
        let id = walk.id
        return try await sample.house.look { turn in
            let entries = try turn.house.timeline.entries(of: .matter(id), in: turn.tx)
            return JointWork.replay(entries, in: turn.town.calendar.offset)
        }
    }

    /// The promises and watch tasks as the copies have them.
    func kept() async throws -> [String] {
        let id = walk.id
        return try await sample.house.look { turn in
            let pledges = try turn.tx.rows(
                "SELECT state, day FROM pledges WHERE matter = \(id) ORDER BY id"
            )
            let tasks = try turn.tx.rows(
                "SELECT is_open, day FROM follow_ups WHERE matter = \(id) ORDER BY id"
            )
            return try pledges.map { row -> String in
                let (state, day): (String, Day) = (try row[0], try row[1])
                return "\(state) \(day)"
            }
                + tasks.map { row -> String in
                    let (open, day): (Int, Day) = (try row[0], try row[1])
                    return "\(open) \(day)"
                }
        }
    }
}

extension JointWork {
    /// What the copies should have.
    var lines: [String] {
        pledges.map { "\($0.state.rawValue) \($0.due)" }
            + followUps.map { "\($0.isOpen ? 1 : 0) \($0.due)" }
    }
}
