extension SupervisionProcedure {
    /// 督办单: a letter on one of the three grounds (not accepted, not handled, not handled
    /// lawfully), answered in writing within its own limit (信访工作条例 Art 40).
    static let letter = Self(
        .letterIssued,
        by: .supervise,
        limit: "SUPERVISION-LETTER",
        acts: [
            .answer: .letterAnswered, .accept: .letterAccepted, .sendBack: .letterSentBack,
            .withdraw: .letterWithdrawn,
        ],
        answeredAndJudged
            + withdrawn(from: [.issued, .answered, .sentBack, .settled], by: .supervise)
    )
}
