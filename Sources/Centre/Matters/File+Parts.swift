extension File {
    /// Opens the matter a unit has a part in, at that part.
    ///
    /// The whole centre reaches every part, a unit its own and those below it.
    static func open(
        assignment: ID<Assignment>,
        for viewer: Viewer,
        using right: Right,
        in turn: Turn
    ) throws -> (file: File, place: Int) {
        let part = try Assignment.find(assignment, in: turn.tx)
        let file = try open(part.matter, for: viewer, using: right, in: turn)
        let sight = Sight(viewer, using: right, in: turn.town)
        guard sight.wholeCentre || sight.units.contains(part.unit),
            let place = file.assignments.firstIndex(where: { $0.id == assignment })
        else { throw NotFound() }
        return (file, place)
    }
}
