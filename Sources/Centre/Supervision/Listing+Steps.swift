extension Listing {
    /// Who is responsible does not test; nor does who ordered it (验收 by others).
    func check(
        _ viewer: Viewer,
        mayTake step: Step,
        on day: Day,
        within units: [ID<Unit>]
    ) throws {
        let isResponsible = !Set(viewer.posts.map(\.unit)).isDisjoint(with: units)
        switch step {
        case .report:
            guard isResponsible else { throw NotFound() }
        case .pass, .fail:
            let others = [leader, openedBy, reportedBy].compactMap(\.self)
            guard !isResponsible, !others.contains(viewer.officer) else {
                throw ListingRefusal.testedByResponsible
            }
        case .relapse:
            guard !isResponsible else { throw SupervisionRefusal.ownUnit }
            guard let watchedUntil, day <= watchedUntil else { throw ListingRefusal.watchOver }
        case .check, .remove, .withdraw:
            guard !isResponsible else { throw SupervisionRefusal.ownUnit }
        }
    }
}
