import Centre

extension WallBoardView {
    /// The group matters in work in one sentence of totals.
    static func sentence(_ groups: WallSnapshot.GroupWork, _ say: Wording) -> String {
        say(
            "wall-groups",
            [
                "matters": say.number(groups.matters), "members": say.number(groups.members),
                "settled": say.number(groups.settled), "owed": say.money(fen: groups.owed.fen),
                "paid": say.money(fen: groups.paid.fen),
            ]
        )
    }
}
