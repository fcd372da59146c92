import Storage

/// Where a unit is called to account, and answers (末端).
package struct SupervisionDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Opens a step: a supervisor's or the director's decision, by its kind.
    package func open(
        _ order: SupervisionOrder,
        on id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<SupervisionView> {
        let right = order.kind.procedure.decider
        let actor = try viewer.actor(for: right)
        return try await house.perform(operation, .onLockedRow) { turn in
            var file = try File.open(id, for: viewer, using: right, in: turn)
            let step = try file.supervise(order, by: viewer, as: actor)
            try file.save()
            return try file.supervisionView(of: step, for: viewer)
        }
    }

    /// A unit answers, or the centre judges, lifts, records or withdraws.
    package func move(
        _ id: ID<SupervisionStep>,
        _ move: SupervisionStep.Move,
        _ said: SupervisionWords,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<SupervisionView> {
        guard SupervisionLine.rights.contains(where: viewer.may) else { throw NotFound() }
        return try await house.perform(operation, .onLockedRow) { turn in
            let right = try right(for: move, of: id, in: turn)
            let actor = try viewer.actor(for: right)
            let matter = try SupervisionRecords.matter(of: id, in: turn.tx)
            var file = try File.open(matter, for: viewer, using: right, in: turn)
            try file.move(id, move, said, by: viewer, as: actor)
            try file.save()
            return try file.supervisionView(of: id, for: viewer)
        }
    }

    /// Whoever may never move the step so does not find it, whatever was typed.
    package func admit(
        _ viewer: Viewer,
        to move: SupervisionStep.Move,
        of id: ID<SupervisionStep>
    ) async throws {
        try viewer.require(try await house.look { try right(for: move, of: id, in: $0) })
    }

    /// The right with which a kind of step is moved so; a move it does not know has none.
    private func right(
        for move: SupervisionStep.Move,
        of id: ID<SupervisionStep>,
        in turn: Turn
    ) throws -> Right {
        let row = try turn.tx.row("SELECT kind, unit FROM supervision_steps WHERE id = \(id)")
        guard let row else { throw NotFound() }
        let kind: SupervisionStep.Kind = try row["kind"]
        let unit: ID<Unit>? = try row["unit"]
        guard let right = kind.procedure.right(for: move, asksDispatch: unit == nil) else {
            throw NotFound()
        }
        return right
    }

    /// All steps of one matter, oldest first.
    package func steps(
        of id: ID<Matter>,
        for viewer: Viewer
    ) async throws -> [SupervisionView] {
        try await house.look { turn in
            try viewer.require(.readMatters)
            _ = try Matter.find(id, within: Sight(viewer, in: turn.town), in: turn.tx)
            return try File.reading(id, in: turn).supervisionViews(for: viewer)
        }
    }

    /// Who may lead a case, and who works in the unit of a part.
    package func people(
        for assignment: ID<Assignment>,
        to viewer: Viewer
    ) async throws -> (leaders: [SupervisionPerson], workers: [SupervisionPerson]) {
        try viewer.require(.decideSupervision)
        return try await house.look { turn in
            let part = try Assignment.find(assignment, in: turn.tx)
            let units = turn.town.unitAndBelow(part.unit)
            return (
                try SupervisionPerson.all(.role(.director), in: turn),
                try SupervisionPerson.all(.units(units), in: turn)
            )
        }
    }
}

/// An officer who may be named in a leader's case.
package struct SupervisionPerson: Sendable, Equatable {
    package let officer: ID<Officer>
    package let name: String

    static func all(
        _ post: SupervisionRecords.Post,
        in turn: Turn
    ) throws -> [SupervisionPerson] {
        let wanted: SQL =
            switch post {
            case .role(let role): "p.role = \(role)"
            case .units(let units): "p.unit IN \(list: units)"
            }
        return try turn.tx.rows(
            """
            SELECT DISTINCT o.id, o.name FROM posts p JOIN officers o ON o.id = p.officer
            WHERE \(wanted) AND o.ended_at IS NULL
                AND p.valid_from <= \(turn.at) AND (p.valid_to IS NULL OR p.valid_to > \(turn.at))
            ORDER BY o.name, o.id LIMIT 60
            """
        ).map { SupervisionPerson(officer: try $0[0], name: try $0[1]) }
    }
}

extension File {
    func supervisionView(
        of id: ID<SupervisionStep>,
        for viewer: Viewer
    ) throws -> SupervisionView {
        guard let view = try supervisionViews(for: viewer).first(where: { $0.id == id }) else {
            throw NotFound()
        }
        return view
    }
}

extension SupervisionDesk {
    /// One step, with all that was said of it.
    package func step(
        _ id: ID<SupervisionStep>,
        for viewer: Viewer
    ) async throws -> SupervisionView {
        try await house.look { turn in
            try viewer.require(.readMatters)
            let matter = try SupervisionRecords.matter(of: id, in: turn.tx)
            _ = try Matter.find(matter, within: Sight(viewer, in: turn.town), in: turn.tx)
            return try File.reading(matter, in: turn).supervisionView(of: id, for: viewer)
        }
    }

    /// The units with parts that are late, and how many matters that makes.
    package func late(for viewer: Viewer) async throws -> [(unit: ID<Unit>, matters: Int)] {
        let right = try SupervisionDesk.right(of: viewer)
        return try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            let own: SQL = sight.wholeCentre ? "1 = 1" : "a.unit IN \(list: sight.units)"
            return try turn.tx.rows(
                """
                SELECT a.unit, COUNT(DISTINCT a.matter) FROM assignments a
                JOIN matters m ON m.id = a.matter
                WHERE a.state IN ('pending', 'signed', 'working', 'rework')
                    AND a.matter_due_at < \(turn.at) AND \(own) AND \(sight.unconflicted)
                GROUP BY a.unit ORDER BY COUNT(DISTINCT a.matter) DESC, a.unit LIMIT 60
                """
            ).map { (try $0[0], try $0[1]) }
        }
    }
}
