extension SupervisionStep {
    /// The rungs that a step would pass over: those below it that have not been taken with this
    /// part, above the highest that has.
    ///
    /// A withdrawn step was never taken.
    package static func skipped(
        by kind: Kind,
        after steps: [SupervisionStep],
        with assignment: ID<Assignment>?
    ) -> [Kind] {
        guard let rung = Kind.ladder.firstIndex(of: kind) else { return [] }
        let taken = steps.filter { $0.assignment == assignment && $0.state != .withdrawn }
            .compactMap { Kind.ladder.firstIndex(of: $0.kind) }
        let highest = taken.max() ?? -1
        guard highest + 1 < rung else { return [] }
        return Array(Kind.ladder[(highest + 1)..<rung])
    }
}

/// Supervision and handling are separated powers (DOMAIN 3.7).
enum SupervisionSeparation {
    /// - Parameter within: the supervised unit and what is under it.
    static func check(
        _ viewer: Viewer,
        handlers: Set<ID<Officer>>,
        within: [ID<Unit>]
    ) throws(SupervisionRefusal) {
        guard Set(viewer.posts.map(\.unit)).isDisjoint(with: within) else { throw .ownUnit }
        guard !handlers.contains(viewer.officer) else { throw .handler }
    }
}
