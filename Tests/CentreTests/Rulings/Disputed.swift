import Storage
import TestSupport

@testable import Centre

/// A matter that one unit has given back to another, and the officers who may rule on it.
struct Disputed {
    var walk: Walk
    let desk: RulingDesk
    let director: Viewer
    /// The deputy sits in a unit of the town.
    let deputy: Viewer

    var sample: SampleCentre { walk.sample }

    /// - Parameter units: each gives it back and names the next.
    init(
        _ sample: SampleCentre,
        _ units: [String] = ["justice", "landResources"],
        order: WorkOrder = .sample
    ) async throws {
        var walk = try await Walk(sample, order: order)
        desk = RulingDesk(house: sample.house)
        director = walk.director
        deputy = try sample.officer(.director, "politicalLegal", named: "副主任")
        for officer in [director, deputy, walk.dispatcher] { try await sample.seat(officer) }
        try await walk.accept()
        for (unit, better) in zip(units, units.dropFirst()) {
            try await walk.assign(unit)
            try await walk.giveBack(unit, better: better)
        }
        self.walk = walk
    }

    func asking(_ unit: String, _ ruler: Viewer? = nil) throws -> RulingSaid {
        var said = RulingSaid("两家都说不归自己管")
        said.unit = try sample.unit(unit)
        said.ruler = (ruler ?? director).officer
        return said
    }

    func ruling(_ unit: String, reach: Ruling.Reach = .town) throws -> RulingSaid {
        var said = RulingSaid("三定方案写明由其承担")
        said.basis = "三定方案第 4 条"
        said.unit = try sample.unit(unit)
        said.reach = reach
        return said
    }

    @discardableResult
    mutating func ask(_ unit: String, _ ruler: Viewer? = nil) async throws -> RulingView {
        let view = try await desk.ask(
            on: walk.id,
            try asking(unit, ruler),
            by: walk.dispatcher,
            operation: sample.operation()
        ).answer
        try await look()
        return view
    }

    @discardableResult
    mutating func take(
        _ step: RulingStep,
        _ said: RulingSaid,
        by viewer: Viewer? = nil
    ) async throws -> RulingView {
        let now = try await desk.rulings(of: walk.id, for: walk.dispatcher)
        guard let last = now.rulings.last else { throw NotFound() }
        let view = try await desk.take(
            step,
            on: last.id,
            said,
            by: viewer ?? director,
            operation: sample.operation()
        ).answer
        try await look()
        return view
    }

    mutating func look() async throws {
        walk.view = try await sample.matters.matter(walk.id, for: walk.dispatcher)
    }

    /// The standing lead.
    var lead: MatterView.Part? {
        walk.view.assignments.last { $0.role == .lead && $0.state.isStanding }
    }

    /// The rulings as the entries tell them.
    func told() async throws -> Rulings {
        let id = walk.id
        return try await sample.house.look { turn in
            Rulings.replay(try turn.house.timeline.entries(of: .matter(id), in: turn.tx))
        }
    }

    /// The same as the copies have them.
    func kept() async throws -> [String] {
        let id = walk.id
        return try await sample.house.look { turn in
            try turn.tx.rows(
                "SELECT state, unit, standing FROM rulings WHERE matter = \(id) ORDER BY id"
            ).map { row in
                let (unit, standing): (ID<Unit>?, Ruling.Standing?) = (try row[1], try row[2])
                let state: Ruling.State = try row[0]
                return Self.line(state, unit, standing)
            }
        }
    }

    static func line(
        _ state: Ruling.State,
        _ unit: ID<Unit>?,
        _ standing: Ruling.Standing?
    ) -> String {
        let place = unit.map(\.description) ?? "-"
        return "\(state.rawValue) \(place) \(standing?.rawValue ?? "-")"
    }
}

extension Rulings {
    /// What the copies should have.
    var lines: [String] { all.map { Disputed.line($0.state, $0.verdict?.unit, $0.standing) } }
}

extension SampleCentre {
    /// Gives a viewer of the sample a name and a post in the store.
    func seat(_ viewer: Viewer) async throws {
        try await house.database.write { tx in
            let known = try tx.row("SELECT id FROM officers WHERE id = \(viewer.officer)")
            if known == nil {
                try tx.run(
                    """
                    INSERT INTO officers (id, login, name, created_at)
                    VALUES (\(viewer.officer), \(viewer.officer.description), 'x', 0)
                    """
                )
            }
            for post in viewer.posts { try post.add(in: tx) }
        }
    }
}

extension WorkOrder {
    /// The sample's order, in a village.
    static var ofVillage: WorkOrder {
        var order = WorkOrder.sample
        order.place = Place(areaCode: "442000007200")
        return order
    }
}
