import Storage

/// Where several units handle one matter together, and where what they promised is kept
/// (联合办理).
package struct JointDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Takes one step; the answer is the whole handling as it is then.
    package func take(
        _ step: JointStep,
        on subject: JointSubject,
        _ said: JointSaid,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<JointView> {
        let right = try JointDesk.right(for: step, of: viewer)
        let actor = try viewer.actor(for: right)
        return try await house.perform(operation, .onLockedRow) { turn in
            let matter = try JointRecords.matter(of: subject, step.subject, in: turn.tx)
            var file = try File.open(matter, for: viewer, using: right, in: turn)
            try file.take(step, on: subject, said, by: viewer, using: right, as: actor)
            try file.save()
            return try file.jointView(for: viewer)
        }
    }

    /// Whoever may never take the step does not find it, whatever was typed.
    package static func right(
        for step: JointStep,
        of viewer: Viewer
    ) throws(NotFound) -> Right {
        guard let right = step.rights.first(where: viewer.may) else { throw NotFound() }
        return right
    }

    /// The handling of a matter with all that was said at the table.
    package func joint(of id: ID<Matter>, for viewer: Viewer) async throws -> JointView {
        try await joint(with: try JointSubject(id), .matter, for: viewer)
    }

    /// The handling to which a meeting, a promise or a watch task belongs.
    package func joint(
        with subject: JointSubject,
        _ kind: JointStep.Subject,
        for viewer: Viewer
    ) async throws -> JointView {
        try await house.look { turn in
            try viewer.require(.readMatters)
            let id = try JointRecords.matter(of: subject, kind, in: turn.tx)
            _ = try Matter.find(id, within: Sight(viewer, in: turn.town), in: turn.tx)
            return try File.reading(id, in: turn).jointView(for: viewer)
        }
    }
}
