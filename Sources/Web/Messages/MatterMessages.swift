import Centre

/// What went out of the house about a matter, as its page shows it.
struct MatterMessages: Sendable {
    let lines: [Line]

    struct Line: Sendable {
        let what: String
        /// The unit's name, or that it was the resident.
        let whom: String
        let state: Badge
        let when: String
        let why: String?
    }
}

extension MatterMessages {
    /// Nothing where nothing ever went out.
    init?(_ hand: MatterAtHand, _ say: Wording) {
        let messages = hand.screen.messages
        guard !messages.isEmpty else { return nil }
        lines = messages.map { Line($0, hand.town, say) }
    }
}

extension MatterMessages.Line {
    init(_ line: MessageLine, _ town: Town, _ say: Wording) {
        what = say("notice-\(line.kind.rawValue)")
        whom = MessageWording.whom(line.unit, line.channel, town, say)
        state = Badge(say("message-state-\(line.state.rawValue)"), MessageWording.tone(line.state))
        if let next = line.nextAt {
            when = say("message-next", ["moment": say.moment(next)])
        } else {
            when = say.moment(line.endedAt ?? line.orderedAt)
        }
        why = line.failure.map { say("message-failure-\($0.rawValue)") }
    }
}

/// What both lists of messages say in the same way.
enum MessageWording {
    static func whom(
        _ unit: ID<Unit>?,
        _ channel: Message.Channel,
        _ town: Town,
        _ say: Wording
    ) -> String {
        let name = unit.flatMap(town.unit).map { say($0.name) } ?? say("message-resident")
        return say("message-by-\(channel.rawValue)", ["whom": name])
    }

    static func tone(_ state: Message.State) -> Tone {
        switch state {
        case .waiting: .plain
        case .sent: .good
        case .refused, .givenUp: .grave
        }
    }
}
