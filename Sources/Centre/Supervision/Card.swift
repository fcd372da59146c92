extension SupervisionProcedure {
    /// 黄牌: shown to a unit for a matter, and taken down when the cause is gone.
    ///
    /// It is about the handling of one matter: no unit and no person collects cards.
    static let yellowCard = card(by: .supervise)

    /// 红牌: the same by the director.
    static let redCard = card(by: .decideSupervision)

    private static func card(by decider: Right) -> Self {
        Self(
            .cardShown,
            by: decider,
            acts: [.lift: .cardLifted, .withdraw: .cardWithdrawn],
            [.init(.issued, .lift, .settled, by: decider)]
                + withdrawn(from: [.issued, .settled], by: decider)
        )
    }
}
