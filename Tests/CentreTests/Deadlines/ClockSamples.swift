import Testing

@testable import Centre

/// Rules and events for the tests of clocks: one matter with its concern and two assignments.
enum ClockSamples {
    static func id<Subject>(_ number: UInt8, of: Subject.Type = Subject.self) throws -> ID<Subject>
    {
        try ID(bytes: [UInt8](repeating: 0, count: 15) + [number])
    }

    static let matter = 1 as UInt8
    static let otherMatter = 2 as UInt8

    static func rule(
        _ code: String,
        _ subject: LimitSubject,
        from starts: [Act],
        to ends: [Act],
        _ amount: Int,
        _ unit: LimitUnit = .workingDays,
        condition: LimitCondition = .always,
        pause: [String] = [],
        extension: ExtensionRule? = nil,
        validFrom: String = "2024-01-01",
        version: Int = 1
    ) throws -> LimitRule {
        LimitRule(
            code: code,
            title: Bilingual(zh: "时限", en: "Limit"),
            subject: subject,
            starts: starts,
            ends: ends,
            amount: amount,
            unit: unit,
            condition: condition,
            pause: pause,
            extension: `extension`,
            basis: LegalBasis(law: Bilingual(zh: "条例", en: "Regulation"), article: "22"),
            validFrom: try Notices.day(validFrom),
            version: version
        )
    }

    /// One rule of each kind.
    static func rules() throws -> [LimitRule] {
        [
            try rule(
                "ACCEPT",
                .concern,
                from: [.concernRegistered],
                to: [.matterAccepted, .matterRefused],
                5,
                pause: [Pause.supplement]
            ),
            try rule(
                "HANDLE",
                .matter,
                from: [.matterAccepted, .matterReopened],
                to: [.matterClosed],
                60,
                .naturalDays,
                pause: ["appraisal"],
                extension: ExtensionRule(max: 30)
            ),
            try rule(
                "SIGN",
                .assignment,
                from: [.assignmentMade],
                to: [.assignmentSigned],
                4,
                .workingHours,
                condition: LimitCondition(roles: ["lead"])
            ),
            try rule(
                "REPLY",
                .assignment,
                from: [.assignmentMade, .replySentBack],
                to: [.assignmentReplied],
                10,
                pause: ["appraisal"]
            ),
            try rule("VISIT", .concern, from: [.matterClosed], to: [.concernVisited], 7),
        ]
    }

    static func event(
        _ act: Act,
        _ time: String,
        _ subject: LimitSubject = .matter,
        _ number: UInt8 = 1,
        matter: UInt8 = matter,
        position: Int = 0,
        facts: ClockFacts = ClockFacts(),
        rule: String? = nil,
        amount: Int? = nil,
        ground: String? = nil,
        until: String? = nil
    ) throws -> ClockEvent {
        ClockEvent(
            act,
            at: try Notices.moment(time),
            subject: try Self.subject(subject, number),
            matter: try id(matter),
            position: position,
            facts: facts,
            rule: rule,
            amount: amount,
            ground: ground,
            until: try until.map { try Notices.moment($0) }
        )
    }

    static func subject(_ kind: LimitSubject, _ number: UInt8) throws -> ClockSubject {
        let id: ID<Matter> = try id(number)
        return ClockSubject(kind: kind, id: id.bytes)
    }

    static let lead = ClockFacts(role: "lead")
    static let assist = ClockFacts(role: "assist")

    static func replay(
        _ events: [ClockEvent],
        rules: [LimitRule]? = nil,
        at now: String? = nil
    ) throws -> [Clock] {
        Clock.replay(
            events,
            rules: try rules ?? Self.rules(),
            calendar: try Notices.calendar(),
            at: try now.map { try Notices.moment($0) }
        )
    }

    /// Clocks as lines a person can compare: rule, whose, due day, state.
    static func lines(_ clocks: [Clock]) -> [String] {
        clocks.map { clock in
            let end = clock.dueAt == .never ? "never" : "\(clock.dueAt.day())"
            return
                "\(clock.rule) \(clock.subject.kind)\(clock.subject.id[15]) \(end) \(clock.state)"
        }
    }
}
