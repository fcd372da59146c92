extension SupervisionProcedure {
    /// 约谈: the head of a unit is asked to a talk on a day, and what was said is recorded
    /// (广东省平安建设条例 Art 47).
    static let talk = Self(
        .talkCalled,
        by: .decideSupervision,
        acts: [.hold: .talkHeld, .withdraw: .talkWithdrawn],
        [.init(.issued, .hold, .settled, by: .decideSupervision)]
            + withdrawn(from: [.issued, .settled], by: .decideSupervision)
    )
}
