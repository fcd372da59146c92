extension SupervisionProcedure {
    /// 抽查复核: somebody who had no part in it looks at a closed matter again and writes down what
    /// was found; that a matter was drawn says nothing against anybody.
    static let recheck = Self(
        .recheckChosen,
        by: .supervise,
        acts: [.hold: .recheckFound],
        [.init(.issued, .hold, .settled, by: .supervise)]
    )
}

/// What the second look at a closed matter found.
package enum RecheckFinding: String, CaseIterable, Sendable, Codable {
    /// Closed as it was.
    case sound
    /// What the resident asked for is not done.
    case unsolved
    /// The file does not show what was done.
    case undocumented
}
