/// A leader takes a hard matter into the own hands (领导包案): who leads, who answers for the work,
/// by when, and the plan.
package struct LeaderInCharge: Sendable, Equatable {
    package let leader: ID<Officer>
    /// Who does the work in the responsible unit.
    package let responsible: ID<Officer>
    package let promised: Day

    package init(leader: ID<Officer>, responsible: ID<Officer>, promised: Day) {
        self.leader = leader
        self.responsible = responsible
        self.promised = promised
    }

    var facts: [String: String] {
        [
            "leader": leader.description, "responsible": responsible.description,
            "day": promised.description,
        ]
    }
}

/// What a leader's case comes to.
///
/// That somebody stops complaining is no result: the old promise of silence (息诉罢访) is none of
/// these words, and no text with its formulas is taken.
package enum LeaderResult: String, CaseIterable, Sendable, Codable {
    /// Done as asked.
    case resolved
    case partlyResolved
    /// The demand has no ground, and that was explained with law and reasons.
    case explained
    /// Taken to court, arbitration, review or another lawful procedure.
    case lawfulProcedure
}

extension SupervisionProcedure {
    /// It ends only with a result and the verification of somebody who had no part in it; it cannot
    /// be withdrawn.
    static let leaderInCharge = Self(
        .leaderAppointed,
        by: .decideSupervision,
        acts: [
            .meet: .leaderMet, .replace: .leaderReplaced, .answer: .leaderReported,
            .accept: .leaderVerified,
            .sendBack: .leaderSentBack,
        ],
        answeredAndJudged + [
            .init(.issued, .meet, .issued, by: .decideSupervision),
            .init(.sentBack, .meet, .sentBack, by: .decideSupervision),
            .init(.issued, .replace, .issued, by: .decideSupervision),
            .init(.sentBack, .replace, .sentBack, by: .decideSupervision),
        ]
    )
}

extension SupervisionStep {
    /// Who led it or did the work, at any time.
    var ledBy: Set<ID<Officer>> {
        let now = ["leader", "responsible"]
            .compactMap { particulars[$0].flatMap { ID<Officer>($0) } }
        return Set(now + formerLeaders)
    }
}
