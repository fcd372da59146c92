extension SupervisionProcedure {
    /// 限期整改: ordered by the director, reported by the unit within the limit, accepted by
    /// somebody else than who ordered it (广东省平安建设条例 Art 49).
    static let rectification = Self(
        .rectificationOrdered,
        by: .decideSupervision,
        limit: "SUPERVISION-RECTIFICATION",
        acts: [
            .answer: .rectificationReported, .accept: .rectificationAccepted,
            .sendBack: .rectificationSentBack, .withdraw: .rectificationWithdrawn,
        ],
        answeredAndJudged
            + withdrawn(from: [.issued, .answered, .sentBack, .settled], by: .decideSupervision)
    )
}
