import Centre

/// What happened, every act in words.
struct TimelineView: View {
    static let template = "Matters/timeline"

    struct Line: Sendable {
        let at: String
        let machine: String
        let who: String
        let what: String
        /// What an officer wrote about it.
        let words: [String]
        let isQuoted: Bool
    }

    let lines: [Line]
    let newest: Switch
    let oldest: Switch
    let pager: Pager

    /// One direction of reading.
    struct Switch: Sendable {
        let label: String
        let address: String
        let isChosen: Bool
    }
}

extension TimelineView {
    init(_ hand: MatterAtHand, _ reading: MatterReading, _ say: Wording) {
        let base = "/desk/matters/\(hand.matter.id)"
        lines = hand.screen.timeline.items.filter(\.isItsOwn).map { line in
            Line(line, TimelineWords(line: line, hand: hand, say: say), say)
        }
        let isNewest = reading.extent.newestFirst
        newest = Switch(
            label: say("timeline-newest"),
            address: "\(base)#timeline",
            isChosen: isNewest
        )
        oldest = Switch(
            label: say("timeline-oldest"),
            address: "\(base)?timeline=oldest#timeline",
            isChosen: !isNewest
        )
        let next = hand.screen.timeline.next.map { Cursor(of: reading.name, $0.at, $0.id).text }
        pager = Pager(
            at: isNewest ? base : "\(base)?timeline=oldest",
            next: next,
            isFirst: reading.extent.after == nil
        )
    }
}

extension TimelineView.Line {
    fileprivate init(_ line: TimelineLine, _ words: TimelineWords, _ say: Wording) {
        at = say.shortMoment(line.at)
        machine = say.machine(line.at)
        who = words.who
        what = words.what
        self.words = words.words
        isQuoted = !self.words.isEmpty
    }
}

extension TimelineLine {
    /// What stands on both the matter's chain and a concern's is said once.
    fileprivate var isItsOwn: Bool {
        switch act {
        case .concernLinked: facts["home"] == nil && concern == nil
        case .concernUnlinked, .concernVisited: (concern == nil) == (act == .concernUnlinked)
        case .firstContact: concern == nil
        case .matterAssigned: false
        default: true
        }
    }
}

/// One line of the timeline in the reader's language.
struct TimelineWords {
    let line: TimelineLine
    let hand: MatterAtHand
    let say: Wording

    private var town: Town { hand.town }

    var who: String {
        switch line.who.kind {
        case "officer":
            let role = line.who.role.map { say("role-\($0)") }
            return [line.who.name, role].compactMap(\.self).joined(separator: " · ")
        case "resident": return say("who-resident")
        default: return say("who-house")
        }
    }

    var what: String { say("act-\(line.act.rawValue)", particulars) }

    /// The officers' words that the entry tells of by their digest.
    var words: [String] {
        line.facts.filter { $0.key.hasSuffix(".digest") }.sorted { $0.key < $1.key }
            .compactMap { hand.screen.papers[$0.value] }.flatMap(\.paragraphs)
    }

    private var particulars: [String: String] {
        let facts = line.facts
        var spoken: [String: String] = [:]
        spoken["number"] = line.concern ?? facts["number"]
        let dispatch = facts["asked"].map { _ in say("supervision-dispatch") }
        spoken["unit"] =
            dispatch ?? unit(facts["unit"]) ?? part.map { say(town.unitName($0.unit.code)) }
        spoken["better"] = unit(facts["better"])
        spoken["part"] = facts["role"].map { say("paper-part-\($0)") }
        spoken["outcome"] = facts["outcome"].map { say("paper-outcome-\($0)") }
        spoken["ground"] = (facts["ground"] ?? facts["reason"] ?? facts["kind"]).map(ground)
        spoken["rule"] = facts["rule"].map { code in
            town.rule(code).map { say($0.title) } ?? code
        }
        spoken["amount"] = facts["amount"].map(amount)
        spoken["until"] = facts["until"].flatMap { Moment(text: $0) }.map { say.moment($0) }
        for moved in ["was", "due"] {
            spoken[moved] = facts[moved].flatMap { Moment(text: $0) }.map { say.moment($0) }
        }
        spoken["class"] = facts["class"].map { say(town.className($0)) }
        spoken["route"] = facts["route"].map { code in
            town.legalRoute(code).map { say($0.title) } ?? code
        }
        spoken["solved"] = facts["solved"].map { say("verdict-\($0)") }
        spoken["fair"] = facts["fair"].map { say("verdict-\($0)") }
        spoken["reached"] = facts["reached"].map { say("answer-\($0)") }
        spoken["count"] = facts["attempt"] ?? facts["count"] ?? facts["returns"] ?? facts["round"]
        spoken["purpose"] = facts["purpose"].map { say("disclosure-\($0)") }
        spoken["paper"] = facts["kind"].map { say("paper-\($0)") }
        spoken["rung"] = facts["rung"].map { say("rung-\($0)") }
        for named in ["member", "members", "serial"] { spoken[named] = facts[named] }
        spoken["channel"] = facts["channel"].map { say("paper-channel-\($0)") }
        return spoken
    }

    private var part: MatterView.Part? {
        hand.matter.assignments.first { $0.id == line.assignment }
    }

    private func unit(_ code: String?) -> String? { code.map { say(town.unitName($0)) } }

    private func amount(_ text: String) -> String {
        guard let amount = Int(text), let rule = line.facts["rule"].flatMap(town.rule) else {
            return text
        }
        return say.amount(amount, rule.unit)
    }

    /// A code of one of the town's lists of grounds.
    private func ground(_ code: String) -> String {
        let grounds = town.grounds
        let titles: [(String, Bilingual)] =
            switch line.act {
            case .matterRefused: grounds.refusal.map { ($0.code, $0.title) }
            case .assignmentReturned: grounds.returns.map { ($0.code, $0.title) }
            case .matterSuspended: grounds.suspension.map { ($0.code, $0.title) }
            case .matterClosed: grounds.closure.map { ($0.code, $0.title) }
            case .matterTerminated: grounds.termination.map { ($0.code, $0.title) }
            default: []
            }
        let title =
            titles.first { $0.0 == code }?.1 ?? town.supervision.title(code)
            ?? town.whistles.ground(code)?.title
        return title.map { say($0) } ?? code
    }
}
