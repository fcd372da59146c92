import Centre

struct MatterPageView: PageView {
    static let template = "Matters/matter"
    private static let concernsInSight = 5

    let title: String
    let number: String
    let marks: [Badge]
    let facts: Facts
    let notices: [Notice]
    /// Who has to do the next thing.
    let next: String
    let step: StepForm?
    let contact: ContactView?
    let main: [StepLink]
    let more: [StepLink]
    let waits: [String]
    let hasWaits: Bool
    let asked: String
    let concerns: [ConcernCard]
    /// Those of a group that do not fit the first sight, and how many they are.
    let moreConcerns: [ConcernCard]
    let concernsBehind: String?
    let limits: [LimitCard]
    let ended: [LimitCard]
    let hasEnded: Bool
    let parts: [PartCard]
    let formerParts: [PartCard]
    let supervision: MatterSupervision?
    let whistles: MatterWhistles?
    /// What went out of the house.
    let messages: MatterMessages?
    /// To the joint handling.
    let joint: Link?
    /// To the disputed duty.
    let rulings: Link?
    let levels: Link?
    let group: Link?
    /// To what may be the same.
    let likeness: Link?
    let timeline: TimelineView
    let papers: [Link]
    let map: MapView?
}

extension MatterPageView {
    init(
        _ hand: MatterAtHand,
        _ reading: MatterReading,
        step: StepForm?,
        contact: ContactView?,
        _ say: Wording,
        now: Moment,
        _ head: @escaping () -> FormHead
    ) {
        let (screen, matter, town) = (hand.screen, hand.matter, hand.town)
        let words = MatterHead(hand: hand, say: say)
        // A concern linked from elsewhere may be older than the one that names the matter.
        let voice = matter.concerns.first { !$0.linked } ?? matter.concerns.first
        title = voice?.title ?? say("matter-erased")
        number = voice?.number ?? ""
        marks = words.marks(now: now)
        facts = words.facts
        notices = words.notices
        next = words.next
        self.step = step
        self.contact = contact
        let links = StepLinks(hand: hand, say: say, head: head)
        let open = links.links
        main = open.filter(\.isMain)
        more = open.filter { !$0.isMain }
        waits = links.waits
        hasWaits = !waits.isEmpty
        let people = matter.concerns.reduce(0) { $0 + $1.people }
        asked =
            say.count("asked-by-concerns", matter.concerns.count)
            + (people > matter.concerns.count
                ? say("asked-by-people", ["people": say.number(people)]) : "")
        let cards = matter.concerns.enumerated().map { place, concern in
            ConcernCard(concern, hand, say, isOpen: place == 0)
        }
        concerns = Array(cards.prefix(Self.concernsInSight))
        moreConcerns = Array(cards.dropFirst(Self.concernsInSight))
        concernsBehind = moreConcerns.isEmpty ? nil : say.count("concerns-more", moreConcerns.count)
        let limitCards = screen.limits.map { LimitCard($0, hand, say, now: now) }
        limits = limitCards.filter(\.isOpen)
        ended = limitCards.filter { !$0.isOpen }
        hasEnded = !ended.isEmpty
        let current = matter.assignments.filter { $0.state.isStanding && $0.round == matter.round }
        parts = current.map { PartCard($0, town, say, now: now) }
        let currentIDs = Set(current.map(\.id))
        formerParts = matter.assignments.filter { !currentIDs.contains($0.id) }
            .map { PartCard($0, town, say, now: now) }
        supervision = MatterSupervision(hand, say, now: now)
        whistles = MatterWhistles(hand, say, now: now)
        messages = MatterMessages(hand, say)
        joint =
            screen.isJoint || hand.viewer.may(.runJoint)
            ? Link(say("joint"), to: "/desk/matters/\(matter.id)/joint") : nil
        rulings =
            screen.isDisputed
            ? Link(say("ruling"), to: "/desk/matters/\(matter.id)/rulings") : nil
        levels =
            screen.hasLevels
            ? Link(say("levels"), to: "/desk/matters/\(matter.id)/levels") : nil
        group = MatterPageView.group(hand, say)
        likeness =
            hand.viewer.may(.link) && !matter.stage.isOver && matter.linkedInto == nil
            ? Link(say("likeness"), to: "/desk/matters/\(matter.id)/likenesses") : nil
        timeline = TimelineView(hand, reading, say)
        papers = MatterPapers.links(hand, say)
        map = MapView(hand, say)
    }
}

/// The papers that can be printed of the matter as it is.
private enum MatterPapers {
    static func links(_ hand: MatterAtHand, _ say: Wording) -> [Link] {
        let base = "/desk/matters/\(hand.matter.id)/documents"
        let isAnswered = hand.matter.concerns.contains { $0.answeredAt != nil }
        let isOverdue = hand.screen.limits.contains(where: \.line.overdue)
        let kinds: [(Document.Kind, Bool)] = [
            (.receipt, true), (.limitSheet, !hand.screen.limits.filter(\.clock.isOpen).isEmpty),
            (.assignmentSlip, !hand.matter.assignments.isEmpty),
            (.supervisionSlip, isOverdue), (.replyLetter, isAnswered), (.visitSheet, isAnswered),
        ]
        return kinds.filter(\.1).map { kind, _ in
            Link(say("paper-\(kind.rawValue)"), to: "\(base)/\(kind.rawValue)")
        }
    }
}

extension MatterPageView {
    /// To the group's page, and for whoever may make it a group's matter.
    private static func group(_ hand: MatterAtHand, _ say: Wording) -> Link? {
        let mayOpen =
            hand.viewer.may(.keepGroup) && !hand.matter.stage.isOver
            && hand.matter.linkedInto == nil
        guard hand.screen.isGroup || mayOpen else { return nil }
        let label = say(hand.screen.isGroup ? "group-to-page" : "group-open")
        return Link(label, to: "/desk/matters/\(hand.matter.id)/group")
    }
}
