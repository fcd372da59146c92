import Storage

/// Who has to act on the clocks of some matters, and where these lie.
struct AlarmPlaces {
    struct Place {
        /// The unit that leads; nil while the centre itself has the matter.
        var lead: ID<Unit>?
        var village: ID<Area>?
        var grid: ID<Area>?
    }

    private var places: [ID<Matter>: Place] = [:]
    /// Of parts and steps of supervision; a step that asks the centre's dispatch has no unit.
    private var parts: [[UInt8]: ID<Unit>?] = [:]

    func unit(of clock: Clock, in matter: ID<Matter>) -> ID<Unit>? {
        if let unit = parts[clock.subject.id] { return unit }
        return places[matter]?.lead
    }

    subscript(matter: ID<Matter>) -> Place { places[matter] ?? Place() }
}

extension AlarmPlaces {
    init(of matters: [ID<Matter>], in tx: Transaction) throws {
        guard !matters.isEmpty else { return }
        let rows = try tx.rows(
            "SELECT id, village, grid FROM matters WHERE id IN \(list: matters)"
        )
        for row in rows {
            places[try row["id"]] = Place(village: try row["village"], grid: try row["grid"])
        }
        let assigned = try tx.rows(
            """
            SELECT id, matter, unit, role, state FROM assignments
            WHERE matter IN \(list: matters) ORDER BY id
            """
        )
        for row in assigned {
            let id: ID<Assignment> = try row["id"]
            let state: Assignment.State = try row["state"]
            take(id, of: try row["matter"], try row["unit"], try row["role"], state)
        }
        try takeSteps(of: matters, in: tx)
    }

    init(of file: File, for clocks: [Clock]) throws {
        places[file.matter.id] = Place(village: file.matter.village, grid: file.matter.grid)
        for part in file.assignments {
            take(part.id, of: file.matter.id, part.unit, part.role, part.state)
        }
        // Most matters have no step of supervision, and this is read with every change.
        guard clocks.contains(where: { $0.subject.kind == .step }) else { return }
        try takeSteps(of: [file.matter.id], in: file.turn.tx)
    }

    /// The unit that a step of supervision calls to account has to act on its limit; nobody where
    /// it is the centre's own dispatch.
    private mutating func takeSteps(of matters: [ID<Matter>], in tx: Transaction) throws {
        let rows = try tx.rows(
            "SELECT id, unit FROM supervision_steps WHERE matter IN \(list: matters)"
        )
        for row in rows {
            let id: ID<SupervisionStep> = try row["id"]
            let unit: ID<Unit>? = try row["unit"]
            parts[id.bytes] = .some(unit)
        }
    }

    private mutating func take(
        _ part: ID<Assignment>,
        of matter: ID<Matter>,
        _ unit: ID<Unit>,
        _ role: Assignment.Role,
        _ state: Assignment.State
    ) {
        parts[part.bytes] = unit
        if role == .lead && ![.returned, .reassigned, .cancelled].contains(state) {
            places[matter, default: Place()].lead = unit
        }
    }
}
