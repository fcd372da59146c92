import Storage
import TestSupport

@testable import Centre

/// A matter in the hands of a unit that is called to account, with the usual people.
struct Supervised {
    var walk: Walk
    let desk: SupervisionDesk

    var sample: SampleCentre { walk.sample }

    /// Signed for by the justice office.
    init(_ sample: SampleCentre, signed: Bool = true) async throws {
        walk = try await Walk(sample)
        desk = SupervisionDesk(house: sample.house)
        try await walk.accept()
        try await walk.assign("justice")
        if signed { try await walk.sign("justice") }
    }

    func order(
        _ kind: SupervisionStep.Kind,
        ground: String? = nil,
        words: String = "请说明办理情况",
        skip: String? = nil,
        day: Day? = nil,
        leader: LeaderInCharge? = nil
    ) throws -> SupervisionOrder {
        let grounds = sample.town.supervision.grounds(of: kind)
        return SupervisionOrder(
            kind: kind,
            assignment: try walk.part(of: "justice"),
            ground: ground ?? grounds.first?.code ?? "",
            words: words,
            skipReason: skip,
            day: day,
            leader: leader
        )
    }

    func open(
        _ order: SupervisionOrder,
        by viewer: Viewer? = nil
    ) async throws -> SupervisionView {
        let decider =
            order.kind.procedure.decider == .supervise ? walk.supervisor : walk.director
        return try await desk.open(
            order,
            on: walk.id,
            by: viewer ?? decider,
            operation: sample.operation()
        ).answer
    }

    func move(
        _ id: ID<SupervisionStep>,
        _ move: SupervisionStep.Move,
        _ words: String = "已经办理",
        result: LeaderResult? = nil,
        finding: RecheckFinding? = nil,
        leader: ID<Officer>? = nil,
        promised: Day? = nil,
        by viewer: Viewer
    ) async throws -> SupervisionView {
        try await desk.move(
            id,
            move,
            SupervisionWords(
                words,
                result: result,
                finding: finding,
                leader: leader,
                promised: promised
            ),
            by: viewer,
            operation: sample.operation()
        ).answer
    }

    var liaison: Viewer { get throws { try walk.liaison("justice") } }

    var today: Day { sample.clock.now.day() }

    func entries() async throws -> [Entry] {
        try await sample.house.database.read { tx in
            try sample.house.timeline.entries(of: .matter(walk.id), in: tx)
        }
    }

    /// What the entries say, and what the copy for the queues says.
    func steps() async throws -> (told: [SupervisionStep], kept: [String]) {
        let told = SupervisionStep.replay(try await entries()) { code in
            sample.town.unit(code: code)?.id
        }
        let kept: [String] = try await sample.house.database.read { tx in
            try tx.rows(
                "SELECT kind, state, waits FROM supervision_steps WHERE matter = \(walk.id) ORDER BY id"
            ).map { row in
                let kind: String = try row[0]
                let state: String = try row[1]
                let waits: String = try row[2]
                return "\(kind) \(state) \(waits)"
            }
        }
        return (told, kept)
    }

    func clock(_ rule: String) async throws -> ClockLine? {
        try await sample.matters.clocks(walk.id, for: walk.supervisor).last { $0.rule == rule }
    }
}

extension SampleCentre {
    /// An officer who stands in the store, so that others may name the person.
    func enrolled(_ role: Role, _ unit: String, named name: String) async throws -> Viewer {
        let login = "\(role.rawValue.lowercased())-\(unit.lowercased())-e"
        let access = AccessDesk(
            house: house,
            policy: AccessPolicy(passwordCost: PasswordCost(rounds: 16))
        )
        let officer = try await access.addOfficer(
            login: login,
            name: name,
            password: "a quiet lane by the river",
            by: .house
        )
        let post = try await access.givePost(
            to: officer.id,
            unit: try self.unit(unit),
            role: role,
            area: nil,
            by: .house
        )
        return Viewer(officer: officer.id, name: name, login: login, posts: [post])
    }
}
