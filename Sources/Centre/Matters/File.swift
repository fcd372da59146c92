import Storage

/// A matter on the table with all that hangs on it, for one turn: read together, changed by a
/// rule, saved together with its entries and its clocks.
struct File {
    let turn: Turn
    var matter: Matter
    var concerns: [Concern]
    var assignments: [Assignment]
    /// What was written to the timeline in this turn.
    var noted: Set<Act> = []
    /// The clocks as the save wound them.
    var wound: [Clock]?

    /// Opens a matter for a change by an officer: within what the right lets the officer see.
    static func open(
        _ id: ID<Matter>,
        for viewer: Viewer,
        using right: Right,
        in turn: Turn
    ) throws -> File {
        try viewer.require(right)
        let sight = Sight(viewer, using: right, in: turn.town)
        _ = try Matter.find(id, within: sight, in: turn.tx)
        return try open(id, in: turn)
    }

    /// Opens the matter for a resident or for a rule.
    static func open(_ id: ID<Matter>, in turn: Turn) throws -> File {
        var file = try unsettled(id, in: turn)
        // While clocks are on their way to a new calendar, whoever takes a matter up first brings
        // its clocks there, and nobody acts on a day that holds no longer.
        if turn.town.edition.isSettling { try file.settleClocks() }
        return file
    }

    /// The matter with its clocks as the index has them.
    static func unsettled(_ id: ID<Matter>, in turn: Turn) throws -> File {
        try file(of: try Matter.take(id, in: turn.tx), in: turn)
    }

    /// The matter to look at only.
    static func reading(_ id: ID<Matter>, in turn: Turn) throws -> File {
        try file(of: try Matter.find(id, in: turn.tx), in: turn)
    }

    private static func file(of matter: Matter, in turn: Turn) throws -> File {
        turn.opened.matters.insert(matter.id)
        return File(
            turn: turn,
            matter: matter,
            concerns: try Concern.all(of: matter.id, in: turn.tx),
            assignments: try Assignment.all(of: matter.id, in: turn.tx)
        )
    }

    var vault: Vault {
        get throws { try turn.house.keyring.open(matter.lock) }
    }

    mutating func step(_ step: Matter.Step) throws(StageRefusal) {
        matter.stage = try Matter.machine.next(from: matter.stage, step)
    }

    /// Saves the matter, winds its clocks from the entries, and gives the due index its moments.
    ///
    /// - Parameter isTouched: whether somebody worked on it, which moves it up in the worklist.
    mutating func save(isTouched: Bool = true) throws {
        try keepSupervision()
        let due = try windClocks()
        matter.dueAt = due.matter
        if isTouched { matter.touchedAt = turn.at }
        try matter.save(in: turn.tx)
        for assignment in assignments {
            try turn.tx.run(
                """
                UPDATE assignments SET due_at = \(due.assignments[assignment.id] ?? .never),
                    matter_due_at = \(due.matter), matter_touched_at = \(matter.touchedAt),
                    matter_stage = \(matter.stage)
                WHERE id = \(assignment.id)
                """
            )
        }
        try keepWhistles()
        try keepJoint()
        try keepRulings()
        try keepGroup()
    }
}
