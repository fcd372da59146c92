import Centre

/// What one resident asks, with the resident's own number, answer and rating.
struct ConcernCard: Sendable {
    let number: String
    let title: String
    let state: Badge
    let isOpen: Bool
    let content: [String]
    let additions: [String]
    let facts: Facts
    let isAnswered: Bool
    let answer: [String]
    let answeredAt: String
    let rating: String?
    let disclose: Link?
    let unlink: Link?
}

extension ConcernCard {
    init(_ concern: MatterView.ConcernLine, _ hand: MatterAtHand, _ say: Wording, isOpen: Bool) {
        number = concern.number
        title = concern.title ?? say("matter-erased")
        state = Badge(
            say("stage-\(concern.state.rawValue)"),
            concern.state == .contested ? .soon : concern.state.isSettled ? .good : .plain
        )
        self.isOpen = isOpen
        content = concern.content.map { $0.paragraphs } ?? []
        additions = concern.additions
        facts = ConcernCard.facts(concern, hand.screen.amounts[concern.number], say)
        isAnswered = concern.answer != nil
        answer = concern.answer.map { $0.paragraphs } ?? []
        answeredAt = concern.answeredAt.map { say.shortMoment($0) } ?? ""
        rating = concern.rating.map { rating in
            say(
                "concern-rated",
                [
                    "solved": say("verdict-\(rating.solved.rawValue)"),
                    "fair": say("verdict-\(rating.fair.rawValue)"),
                    "at": say.shortMoment(rating.at),
                ]
            )
        }
        disclose = ConcernCard.link(.disclose, concern, hand, say)
        unlink = ConcernCard.link(.unlink, concern, hand, say)
    }

    private static func link(
        _ step: MatterStep,
        _ concern: MatterView.ConcernLine,
        _ hand: MatterAtHand,
        _ say: Wording
    ) -> Link? {
        guard case .open(let numbers) = hand.chance(step), numbers.contains(concern.number) else {
            return nil
        }
        let asked = AskedStep(matter: hand.matter.id, step: step, of: concern.number)
        return Link(say("do-\(step.rawValue)"), to: "\(asked.address)#step")
    }

    private static func facts(
        _ concern: MatterView.ConcernLine,
        _ fen: Int64?,
        _ say: Wording
    ) -> Facts {
        let who = concern.requester
        return Facts([
            (say("fact-requester"), who?.name ?? say("requester-\(concern.mode.rawValue)")),
            (say("fact-phones"), who.flatMap { $0.phones.isEmpty ? nil : say.list($0.phones) }),
            (say("fact-address"), who?.address),
            (say("fact-people"), concern.people > 1 ? say.number(concern.people) : nil),
            (say("fact-amount"), fen.map { say.money(fen: $0) }),
            (say("fact-kind"), say("paper-kind-\(concern.kind.rawValue)")),
            (say("fact-channel"), say("paper-channel-\(concern.channel.rawValue)")),
            (say("fact-registered"), say.shortMoment(concern.registeredAt)),
            (
                say("fact-visits"),
                concern.visits > 0
                    ? concern.visitedAt.map { say.shortMoment($0) }
                        ?? say.count("visit-attempts", concern.visits) : nil
            ),
        ])
    }
}

/// One unit's part: what it was told, what it did, what it says.
struct PartCard: Sendable {
    let unit: String
    let role: String
    let state: Badge
    let why: String?
    let due: Badge?
    let facts: Facts
    let instruction: [String]
    let outcome: String?
    let reply: [String]
    let publicReply: [String]
    let returned: String?
    let slip: Link
}

extension PartCard {
    init(_ part: MatterView.Part, _ town: Town, _ say: Wording, now: Moment) {
        unit = say(town.unitName(part.unit.code))
        role = say("paper-part-\(part.role.rawValue)")
        state = PartCard.state(part.state, say)
        why = PartCard.why(part, town, say)
        due = part.due.map { Badge(until: $0, now: now, say) }
        facts = Facts([
            (say("part-assigned"), say.shortMoment(part.assignedAt)),
            (say("part-signed"), part.signedAt.map { say.shortMoment($0) }),
            (say("part-replied"), part.repliedAt.map { say.shortMoment($0) }),
        ])
        instruction = part.instruction.map { $0.paragraphs } ?? []
        outcome = part.outcome.map { say("paper-outcome-\($0.rawValue)") }
        reply = part.text.map { $0.paragraphs } ?? []
        publicReply = part.publicText.map { $0.paragraphs } ?? []
        returned = part.returnReason.map { PartCard.returned($0, part, town, say) }
        slip = Link(
            say("paper-assignmentSlip"),
            to: "/desk/assignments/\(part.id)/documents/assignmentSlip"
        )
    }

    /// An accepted part is one whose reply the centre took; an accepted matter is another thing.
    private static func state(_ state: Assignment.State, _ say: Wording) -> Badge {
        guard state == .accepted else { return Badge(say("stage-\(state.rawValue)")) }
        return Badge(say("part-accepted"), .good)
    }

    private static func why(_ part: MatterView.Part, _ town: Town, _ say: Wording) -> String? {
        if part.designated { return say("part-designated") }
        guard let code = part.rule else { return say("part-chosen") }
        let rule = town.routing.first { "\($0.code)/\($0.version)" == code }
        return rule.map { say("part-by-rule", ["why": say($0.why), "rule": code]) }
    }

    private static func returned(
        _ reason: String,
        _ part: MatterView.Part,
        _ town: Town,
        _ say: Wording
    ) -> String {
        let ground = town.grounds.returns.first { $0.code == reason }
        return say(
            "part-returned",
            [
                "reason": ground.map { say($0.title) } ?? reason, "basis": part.returnBasis ?? "",
                "better": part.betterUnit.map { say(town.unitName($0.code)) } ?? "",
            ]
        )
    }
}

/// A resident's full details, as they are shown once.
struct ContactView: Sendable {
    let title: String
    let facts: Facts
    let parties: [String]
}

extension ContactView {
    init(_ contact: DisclosedContact, _ say: Wording) {
        let who = contact.requester
        title = say("contact-of", ["number": contact.number])
        facts = Facts([
            (say("fact-requester"), who.name),
            (say("fact-phones"), who.phones.isEmpty ? nil : say.list(who.phones)),
            (say("fact-id-number"), who.idNumber), (say("fact-address"), who.address),
            (say("fact-language"), who.language == "zh" ? nil : who.language),
            (say("fact-needs"), who.needs.isEmpty ? nil : say.list(who.needs)),
        ])
        parties = who.parties.map { party in
            [party.name, party.contact].compactMap(\.self).joined(separator: " · ")
        }
    }
}

extension String {
    /// The lines of a text, for a template that shows each as a paragraph.
    var paragraphs: [String] {
        split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    }
}
