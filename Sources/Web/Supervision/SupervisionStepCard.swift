import Centre

/// A step with all that was said of it, and the moves the viewer may take.
struct SupervisionStepCard: Sendable {
    struct Line: Sendable {
        let at: String
        let who: String
        let what: String
        let words: [String]
    }

    let id: String
    let kind: String
    let unit: String
    let state: Badge
    let due: Badge?
    let facts: Facts
    let lines: [Line]
    let moves: [Link]
}

extension SupervisionStepCard {
    init(_ step: SupervisionView, _ town: Town, _ say: Wording, now: Moment) {
        id = "step-\(step.id)"
        kind = say("rung-\(step.kind.rawValue)")
        unit = say.asked(step.unit, in: town)
        state = Badge(supervision: step.state, waits: step.waits, say)
        due = step.due.map { Badge(until: $0, now: now, say) }
        facts = SupervisionStepCard.facts(step, town, say)
        lines = step.history.map { Line($0, step, town, say) }
        moves = step.moves.map { move in
            Link(
                say("move-\(move.rawValue)"),
                to: "/desk/supervision/steps/\(step.id)/\(move.rawValue)"
            )
        }
    }

    static func facts(_ step: SupervisionView, _ town: Town, _ say: Wording) -> Facts {
        let rules = town.supervision
        let sign = ClosingSign(rawValue: step.ground.code).flatMap(rules.rule(of:))
        return Facts([
            (
                say("supervision-ground"),
                rules.title(step.ground.code).map { say($0) }
            ),
            (
                say("supervision-basis"),
                rules.ground(step.ground.code).map { say($0.basis.citation) }
            ),
            (say("supervision-rule-reason"), sign.map { say($0.reason) }),
            (
                say("supervision-measured"),
                step.measured.map { measured in
                    say(
                        "supervision-measure",
                        ["measured": "\(measured)", "threshold": "\(step.threshold ?? 0)"]
                    )
                }
            ),
            (say("supervision-leader"), step.leader?.leader),
            (say("supervision-responsible"), step.leader?.responsible),
            (
                say(step.kind == .leader ? "supervision-promised" : "supervision-day"),
                step.day.map { say.day($0) }
            ),
            (
                say("supervision-skipped"),
                step.skipped.isEmpty
                    ? nil : say.list(step.skipped.map { say("rung-\($0.rawValue)") })
            ),
        ])
    }
}

extension SupervisionStepCard.Line {
    init(_ line: SupervisionView.Line, _ step: SupervisionView, _ town: Town, _ say: Wording) {
        at = say.shortMoment(line.at)
        who =
            line.role == nil
            ? say("who-house")
            : [line.name, line.role.map { say("role-\($0)") }].compactMap(\.self)
                .joined(separator: " · ")
        what = say(
            "act-\(line.act.rawValue)",
            [
                "unit": say.asked(step.unit, in: town),
                "rung": say("rung-\(step.kind.rawValue)"),
                "ground": town.supervision.title(step.ground.code).map { say($0) } ?? "",
            ]
        )
        let spoken = [
            line.leader.map { say("supervision-new-leader", ["name": $0]) },
            line.promised.map { say("supervision-new-promise", ["day": say.day($0)]) },
            line.result.map { say("leader-result-\($0)") },
            line.finding.map { say("recheck-finding-\($0)") },
        ]
        words =
            (spoken + [line.words, line.skipReason.map { say("supervision-skip", ["words": $0]) }])
            .compactMap(\.self).flatMap(\.paragraphs)
    }
}

extension Badge {
    /// Whose turn it is; red belongs to what is overdue alone.
    init(
        supervision state: SupervisionStep.State,
        waits: SupervisionStep.Side,
        _ say: Wording
    ) {
        switch waits {
        case .unit: self.init(say("supervision-waits-unit"), .soon)
        case .centre: self.init(say("supervision-waits-centre"))
        case .nobody:
            self.init(say("supervision-\(state.rawValue)"), state == .settled ? .good : .plain)
        }
    }
}

/// The steps of a matter as its own page shows them: in short, with the way to the whole.
struct MatterSupervision: Sendable {
    struct Line: Sendable {
        let label: String
        let address: String
        let state: Badge
        let due: Badge?
    }

    let lines: [Line]
    let all: Link
}

extension MatterSupervision {
    /// Nil where there is none, and the viewer may not open one.
    init?(_ hand: MatterAtHand, _ say: Wording, now: Moment) {
        let steps = hand.screen.supervision
        let opens = SupervisionStep.Kind.opened.contains { hand.viewer.may($0.procedure.decider) }
        let mayOpen = opens && hand.matter.linkedInto == nil
        guard !steps.isEmpty || mayOpen else { return nil }
        let address = "/desk/matters/\(hand.matter.id)/supervision"
        lines = steps.map { step in
            let unit = say.asked(step.unit, in: hand.town)
            return Line(
                label: "\(say("rung-\(step.kind.rawValue)")) · \(unit)",
                address: "\(address)#step-\(step.id)",
                state: Badge(supervision: step.state, waits: step.waits, say),
                due: step.due.map { Badge(until: $0, now: now, say) }
            )
        }
        all = Link(say(mayOpen ? "supervision-open" : "supervision-all"), to: address)
    }
}
