extension SupervisionProcedure {
    /// 催办: a unit is reminded and says what it does next; nobody judges the answer.
    static let reminder = Self(
        .reminderSent,
        by: .supervise,
        limit: "SUPERVISION-REMINDER",
        acts: [.answer: .reminderAnswered, .withdraw: .reminderWithdrawn],
        [.init(.issued, .answer, .settled, by: .answerSupervision)]
            + withdrawn(from: [.issued, .settled], by: .supervise)
    )
}
