import Centre

/// One whistle: why, where, who was called, until when, who is here, what was done.
struct WhistlePageView: PageView {
    static let template = "Whistles/whistle"

    struct Line: Sendable {
        let at: String
        let who: String
        let what: String
        let words: [String]
    }

    struct Call: Sendable {
        let id: String
        let unit: String
        let purpose: [String]
        let state: Badge
        let due: Badge?
        let rung: String?
        let lines: [Line]
        let said: [String]
        let steps: [WhistleStep]
    }

    let title: String
    let number: String
    let back: Link
    let state: Badge
    let facts: Facts
    let reason: [String]
    /// Why it was taken back.
    let withdrawn: [String]
    let more: Link?
    let withdraw: Link?
    let calls: [Call]
}

extension WhistlePageView {
    init(
        _ whistle: WhistleView,
        _ town: Town,
        _ say: Wording,
        now: Moment,
        form: () -> FormHead
    ) {
        let rules = town.whistles
        let base = "/desk/whistles/\(whistle.id)"
        title = say("whistle")
        number = whistle.number ?? ""
        back = Link(
            say("whistle-to-matter", ["number": whistle.number ?? ""]),
            to: "/desk/matters/\(whistle.matter)"
        )
        state = Badge(
            say(whistle.open ? "whistle-open" : "whistle-ended"),
            whistle.open ? .soon : .plain
        )
        facts = WhistlePageView.facts(whistle, rules, say)
        reason = whistle.reason?.paragraphs ?? []
        withdrawn = whistle.withdrawn?.words?.paragraphs ?? []
        more = whistle.mayCall ? Link(say("whistle-call-more"), to: "\(base)/calls") : nil
        withdraw =
            whistle.mayWithdraw ? Link(say("whistle-withdraw"), to: "\(base)/withdrawal") : nil
        calls = whistle.calls.map { Call($0, town, say, now: now, form: form) }
    }

    static func facts(_ whistle: WhistleView, _ rules: WhistleRules, _ say: Wording) -> Facts {
        let kind = rules.kind(whistle.kind.code)
        return Facts([
            (say("whistle-kind"), kind.map { say($0.title) } ?? whistle.kind.name),
            (
                say("whistle-ground"),
                rules.ground(whistle.ground.code).map { say($0.title) } ?? whistle.ground.name
            ),
            (say("whistle-basis"), kind.map { say($0.basis.citation) }),
            (say("whistle-place"), whistle.place),
            (
                say("whistle-when"),
                whistle.meetsAt.map { say.moment($0) } ?? say("whistle-at-once")
            ),
            (say("whistle-blown-at"), say.moment(whistle.blownAt)),
            (say("whistle-blown-by"), whistle.blownBy),
            (say("whistle-ended-at"), whistle.endedAt.map { say.moment($0) }),
        ])
    }
}

extension WhistlePageView.Call {
    init(
        _ call: WhistleView.Call,
        _ town: Town,
        _ say: Wording,
        now: Moment,
        form: () -> FormHead
    ) {
        let name = say(town.unitName(call.unit.code))
        let base = "/desk/whistles/calls/\(call.id)"
        id = "call-\(call.id)"
        unit = name
        purpose = call.purpose?.paragraphs ?? []
        state = Badge(whistle: call.state, presence: call.presence, say)
        due = Badge(whistleDue: call.due, of: call.state, now: now, say)
        rung = call.rung.map { say("whistle-rung-\($0.rawValue)") }
        lines = call.history.map { WhistlePageView.Line($0, unit: name, say) }
        said = WhistlePageView.Call.said(call, say)
        var steps = call.moves.map { WhistleStep($0, of: call.id, call.unit, town, say, form) }
        if call.mayReceive {
            steps.append(WhistleStep(say("whistle-receive"), name, to: "\(base)/reception", say))
        }
        if call.mayJustify {
            steps.append(
                WhistleStep(say("whistle-justify"), name, to: "\(base)/justification", say)
            )
        }
        self.steps = steps
    }

    /// What both sides said afterwards.
    private static func said(_ call: WhistleView.Call, _ say: Wording) -> [String] {
        var said: [String] = []
        if let reception = call.reception {
            said.append(
                say(reception.inTime ? "whistle-came-in-time" : "whistle-came-late")
            )
            said.append(say(reception.helped ? "whistle-helped" : "whistle-not-helped"))
        }
        if let justified = call.justified {
            said.append(say(justified ? "whistle-justified" : "whistle-not-justified"))
        }
        return said
    }
}

extension WhistlePageView.Line {
    init(_ line: WhistleView.Line, unit: String, _ say: Wording) {
        at = say.shortMoment(line.at)
        who =
            line.role == nil
            ? say("who-house")
            : [line.name, line.role.map { say("role-\($0)") }].compactMap(\.self)
                .joined(separator: " · ")
        what = say(
            "act-\(line.act.rawValue)",
            ["unit": unit, "rung": line.rung.map { say("rung-\($0.rawValue)") } ?? ""]
        )
        words = line.words?.paragraphs ?? []
    }
}

/// The whistles of a matter as its own page shows them.
struct MatterWhistles: Sendable {
    struct Line: Sendable {
        let label: String
        let address: String
        let state: Badge
        let calls: [Call]
    }

    struct Call: Sendable {
        let unit: String
        let state: Badge
        let due: Badge?
    }

    let lines: [Line]
    let blow: Link?
}

extension MatterWhistles {
    /// Nil where there is none, and the viewer may not blow one.
    init?(_ hand: MatterAtHand, _ say: Wording, now: Moment) {
        let whistles = hand.screen.whistles
        let mayBlow =
            hand.viewer.may(.whistle) && !hand.matter.stage.isOver && hand.matter.linkedInto == nil
            && !hand.town.whistles.kinds.isEmpty
        guard !whistles.isEmpty || mayBlow else { return nil }
        lines = whistles.map { whistle in
            let kind = hand.town.whistles.kind(whistle.kind.code).map { say($0.title) }
            return Line(
                label: "\(kind ?? whistle.kind.name) · \(say.shortMoment(whistle.blownAt))",
                address: "/desk/whistles/\(whistle.id)",
                state: Badge(
                    say(whistle.open ? "whistle-open" : "whistle-ended"),
                    whistle.open ? .soon : .plain
                ),
                calls: whistle.calls.map { call in
                    Call(
                        unit: say(hand.town.unitName(call.unit.code)),
                        state: Badge(whistle: call.state, presence: call.presence, say),
                        due: Badge(whistleDue: call.due, of: call.state, now: now, say)
                    )
                }
            )
        }
        blow =
            mayBlow
            ? Link(say("whistle-blow"), to: "/desk/matters/\(hand.matter.id)/whistle") : nil
    }
}

/// The calls that wait for a unit, on the unit's own page.
struct WhistlesAtUnit: Sendable {
    let rows: [WhistleRow]
    let all: Link
}

extension WhistlesAtUnit {
    init?(
        _ lines: [WhistleLine],
        _ town: Town,
        _ say: Wording,
        now: Moment,
        form: () -> FormHead
    ) {
        let waiting = lines.filter { line in line.calls.contains { $0.own && !$0.state.isEnd } }
        guard !waiting.isEmpty else { return nil }
        rows = waiting.map {
            WhistleRow($0, isOwn: true, town, say, now: now, form: form)
        }
        all = Link(say("whistles-all"), to: "/desk/whistles")
    }
}
