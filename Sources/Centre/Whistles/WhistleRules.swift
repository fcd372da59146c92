/// What the town has set about whistles: the kinds with their limits, the grounds, and to whom
/// silence goes up.
package struct WhistleRules: Sendable, Equatable {
    package let kinds: [WhistleKind]
    package let grounds: [WhistleGround]
    /// The unit in which each rung holds a director's post.
    package let rungs: [WhistleCall.Rung: String]
    package let mostUnits: Int

    /// Of a pack that was written before there were whistles: none can be blown.
    static let none = Self(kinds: [], grounds: [], rungs: [:], mostUnits: 0)

    package func kind(_ code: String) -> WhistleKind? { kinds.first { $0.code == code } }

    package func ground(_ code: String) -> WhistleGround? { grounds.first { $0.code == code } }
}

/// How urgent a call is: until when a unit answers, and when silence goes on to the next rung.
package struct WhistleKind: Sendable, Equatable {
    package let code: String
    package let title: Bilingual
    package let answer: AnswerTime
    /// From the end of the limit to the second rung.
    package let further: AnswerTime
    package let basis: LegalBasis

    /// The limit of a call made at a moment.
    func limit(from moment: Moment, in calendar: WorkingCalendar) -> WhistleCall.Limit {
        let first = answer.end(after: moment, in: calendar)
        return WhistleCall.Limit(first: first, second: further.end(after: first, in: calendar))
    }
}

/// Why one unit alone cannot do it.
package struct WhistleGround: Sendable, Equatable {
    package let code: String
    package let title: Bilingual
    package let basis: LegalBasis
    package let kinds: [String]
    package let leastUnits: Int
}

/// Time to answer: minutes run through nights and holidays, working time does not.
package struct AnswerTime: Sendable, Equatable {
    package enum Measure: String, CaseIterable, Sendable, Codable {
        case minutes
        case workingHours
        case workingDays
    }

    package let amount: Int
    package let measure: Measure

    package init(_ amount: Int, _ measure: Measure) {
        self.amount = amount
        self.measure = measure
    }

    /// The last moment that is still in time.
    func end(after moment: Moment, in calendar: WorkingCalendar) -> Moment {
        switch measure {
        case .minutes: moment.adding(milliseconds: Int64(amount) * 60_000)
        case .workingHours: end(after: moment, .workingHours, in: calendar)
        case .workingDays: end(after: moment, .workingDays, in: calendar)
        }
    }

    private func end(
        after moment: Moment,
        _ unit: LimitUnit,
        in calendar: WorkingCalendar
    ) -> Moment {
        calendar.due(after: moment, amount: amount, unit: unit, listing: false).moment
    }
}
