/// How far a right reaches: everywhere, or these units' and these areas' matters (and what is
/// under them, which the town knows).
package struct ViewerScope: Sendable, Equatable {
    package let centre: Bool
    package let units: [ID<Unit>]
    package let areas: [ID<Area>]

    package init(centre: Bool, units: [ID<Unit>] = [], areas: [ID<Area>] = []) {
        self.centre = centre
        self.units = units
        self.areas = areas
    }

    package static let nothing = ViewerScope(centre: false)

    package var isEmpty: Bool { !centre && units.isEmpty && areas.isEmpty }
}

extension Viewer {
    /// Where the officer may use the right, post by post.
    ///
    /// An area post without an area reaches nothing.
    package func reach(of right: Right) -> ViewerScope {
        let holding = posts(holding: right)
        let areas: [ID<Area>] = holding.filter { $0.role.reach == .area }.compactMap(\.area)
        return ViewerScope(
            centre: holding.contains { $0.role.reach == .centre },
            units: Set(holding.filter { $0.role.reach == .unit }.map(\.unit)).sorted(),
            areas: Set(areas).sorted()
        )
    }
}
