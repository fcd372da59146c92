import Centre

/// What the head of a matter's page says of it.
struct MatterHead {
    let hand: MatterAtHand
    let say: Wording

    private var matter: MatterView { hand.matter }
    private var town: Town { hand.town }

    func marks(now: Moment) -> [Badge] {
        var marks = [Badge(say("stage-\(matter.stage.rawValue)"), matter.stage.tone)]
        if let due = matter.due { marks.append(Badge(until: due, now: now, say)) }
        marks += Badge.marks(
            danger: matter.dangerNow,
            urgency: matter.urgency,
            confidential: matter.confidential,
            say
        )
        if matter.round > 1 { marks.append(Badge(say("round", ["round": "\(matter.round)"]))) }
        return marks
    }

    var facts: Facts {
        Facts([
            (say("worklist-class"), matter.class.map { say(town.className($0.code)) }),
            (
                say("fact-item"),
                matter.item.map { say(town.item($0.code)?.name ?? Bilingual(zh: $0.name, en: "")) }
            ),
            (
                say("fact-route"),
                matter.route.map { say(town.legalRoute($0)?.title ?? Bilingual(zh: $0, en: $0)) }
            ),
            (say("worklist-area"), place),
            (say("fact-closure"), matter.closure.map(closure)),
        ])
    }

    /// Village and grid.
    var place: String? {
        guard let id = hand.screen.place else { return nil }
        let names = town.lineage(of: id).compactMap { town.area($0) }
            .filter { $0.level == .village || $0.level == .grid }.map { say($0.name) }
        // A grid is often named by its village.
        guard let own = names.first, let village = names.last, !own.hasPrefix(village) else {
            return names.first
        }
        return "\(village) · \(own)"
    }

    private func closure(_ code: String) -> String {
        let kinds =
            town.grounds.closure.map { ($0.code, $0.title) }
            + town.grounds.termination.map { ($0.code, $0.title) }
        return kinds.first { $0.0 == code }.map { say($0.1) } ?? code
    }

    var notices: [Notice] {
        var notices: [Notice] = []
        if let into = matter.linkedInto {
            let link = Link(say("matter-linked-open"), to: "/desk/matters/\(into)")
            notices.append(Notice(say("matter-linked"), link: link))
        }
        if matter.dangerNow, !matter.stage.isOver {
            notices.append(Notice(say("matter-danger"), .grave))
        }
        if let until = hand.screen.suspendedUntil {
            notices.append(Notice(say("matter-suspended", ["until": say.moment(until)]), .soon))
        }
        if matter.conference == .called { notices.append(Notice(say("matter-conference"), .soon)) }
        if hand.screen.askedTime != nil { notices.append(Notice(say("matter-asked-time"), .soon)) }
        if matter.confidential { notices.append(Notice(say("matter-confidential"))) }
        return notices
    }

    /// One sentence: who has to do the next thing.
    var next: String {
        if matter.linkedInto != nil { return say("next-linked") }
        switch matter.stage {
        case .registered: return say("next-registered")
        case .accepted:
            return say(matter.conference == .called ? "next-conference" : "next-accepted")
        case .assigned, .inProgress, .reopened: return working
        case .replied: return say(matter.verified ? "next-verified" : "next-replied")
        case .closed: return say(hand.unvisited.isEmpty ? "next-visited" : "next-closed")
        case .awaitingSupplement, .declined, .suspended, .archived, .withdrawn, .terminated:
            return say("next-\(matter.stage.rawValue)")
        }
    }

    private var working: String {
        let live = hand.standing.filter { $0.state.isLive }
        let unsigned = live.filter { $0.state == .pending }
        let waiting = unsigned.isEmpty ? live : unsigned
        guard !waiting.isEmpty else { return say("next-accepted") }
        let units = say.list(waiting.map { say(town.unitName($0.unit.code)) })
        return say(unsigned.isEmpty ? "next-reply" : "next-signature", ["units": units])
    }
}

/// The steps of a matter's page as buttons, and why others are not there.
struct StepLinks {
    let hand: MatterAtHand
    let say: Wording
    let head: () -> FormHead

    var waits: [String] {
        var sentences: [String] = []
        for step in MatterStep.allCases {
            guard case .waits(let key, let particulars) = hand.chance(step) else { continue }
            let why = say.refusal(key, particulars)
            let sentence = say("not-now", ["step": say("do-\(step.rawValue)"), "why": why])
            if !sentences.contains(sentence) { sentences.append(sentence) }
        }
        return sentences
    }

    /// All that can be taken now; at most one of them is the main one.
    var links: [StepLink] {
        var links: [StepLink] = []
        for step in MatterStep.allCases where !step.isBesideItsThing {
            guard case .open(let things) = hand.chance(step) else { continue }
            for thing in things {
                let isFirst = !links.contains(where: \.isMain)
                links.append(link(step, thing, among: things.count, isMain: step.isMain && isFirst))
            }
        }
        return links
    }

    private func link(_ step: MatterStep, _ of: String, among: Int, isMain: Bool) -> StepLink {
        let asked = AskedStep(matter: hand.matter.id, step: step, of: of)
        let needsNoWords = [.sign, .archive, .resume].contains(step)
        let part = hand.matter.assignments.first { "\($0.id)" == of }
        let hasLead = hand.lead != nil
        return StepLink(
            label: say(step == .assign && hasLead ? "do-assign-more" : "do-\(step.rawValue)"),
            address: asked.address + (needsNoWords ? "" : "#step"),
            isMain: isMain && !(step == .assign && hasLead),
            isGrave: step.isGrave,
            form: needsNoWords ? head() : nil,
            of: among > 1 ? part.map { say(hand.town.unitName($0.unit.code)) } : nil
        )
    }
}
