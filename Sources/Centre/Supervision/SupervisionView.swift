import Storage

/// A step as staff read it: what it is, on what it rests, who decided, what was said.
package struct SupervisionView: Codable, Sendable, Equatable {
    /// What happened to it: the opening first, then each move.
    package struct Line: Codable, Sendable, Equatable {
        package let at: Moment
        package let act: Act
        package let role: String?
        package let name: String?
        package let words: String?
        /// The reason why rungs were passed over.
        package let skipReason: String?
        /// Who took a leader's case over, and until when it is promised anew.
        package let leader: String?
        package let promised: Day?
        package let result: String?
        package let finding: String?
    }

    /// Who leads a case, who does the work, until when it is promised.
    package struct Leader: Codable, Sendable, Equatable {
        package let leader: String
        package let responsible: String
        package let promised: Day
    }

    package let id: ID<SupervisionStep>
    package let matter: ID<Matter>
    /// Nil, like the unit, where the centre's own dispatch is asked.
    package let assignment: ID<Assignment>?
    package let unit: MatterView.Named?
    package let kind: SupervisionStep.Kind
    package let state: SupervisionStep.State
    package let waits: SupervisionStep.Side
    package let ground: MatterView.Named
    package let basis: String?
    package let openedAt: Moment
    package let due: Moment?
    package let overdue: Bool
    package let skipped: [SupervisionStep.Kind]
    package let day: Day?
    package let leader: Leader?
    /// What the rule of a sign measured, and from where on it asks.
    package let measured: Int?
    package let threshold: Int?
    package let history: [Line]
    /// What the viewer may do now.
    package let moves: [SupervisionStep.Move]
}

extension File {
    /// Most matters have none, and their entries need not be read for it.
    func shownSupervision(to viewer: Viewer) throws -> [SupervisionView] {
        let any = try turn.tx.row(
            "SELECT id FROM supervision_steps WHERE matter = \(matter.id) LIMIT 1"
        )
        return any == nil ? [] : try supervisionViews(for: viewer)
    }

    func supervisionViews(for viewer: Viewer) throws -> [SupervisionView] {
        let entries = try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
        let steps = SupervisionStep.replay(entries) { turn.town.unit(code: $0)?.id }
        guard !steps.isEmpty else { return [] }
        let told = entries.filter { $0.facts["step"] != nil }
        let officers = told.compactMap(\.actor.officer) + steps.flatMap(\.ledBy)
        let reading = SupervisionReading(
            file: self,
            viewer: viewer,
            entries: told,
            names: try AuditRecords.names(of: officers, in: turn.tx),
            papers: try MatterPaper.all(of: self),
            clocks: try Clock.running(of: matter.id, in: turn.tx)
        )
        return steps.map(reading.view)
    }
}

/// Puts the steps of one matter together with what was read for all of them.
private struct SupervisionReading {
    let file: File
    let viewer: Viewer
    let entries: [Entry]
    let names: [ID<Officer>: String]
    let papers: [String: String]
    let clocks: [Clock]

    func view(_ step: SupervisionStep) -> SupervisionView {
        let rules = file.turn.town.supervision
        let due = due(of: step)
        return SupervisionView(
            id: step.id,
            matter: file.matter.id,
            assignment: step.assignment,
            unit: step.unit.map(file.named),
            kind: step.kind,
            state: step.state,
            waits: step.waits,
            ground: .init(code: step.ground, name: rules.title(step.ground)?.zh ?? step.ground),
            basis: rules.ground(step.ground)?.basis.citation.zh,
            openedAt: step.openedAt,
            due: due,
            overdue: due.map { $0 < file.turn.at } ?? false,
            skipped: step.skipped,
            day: step.particulars["day"].flatMap { Day($0) },
            leader: leader(of: step),
            measured: step.particulars["measured"].flatMap { Int($0) },
            threshold: step.particulars["threshold"].flatMap { Int($0) },
            history: entries.filter { $0.facts["step"] == step.id.description }.map(line),
            moves: file.moves(of: step, for: viewer)
        )
    }

    /// Until when it is somebody's turn: the running limit, or the end of the day set.
    private func due(of step: SupervisionStep) -> Moment? {
        guard step.isOpen else { return nil }
        if let limit = step.kind.procedure.limit {
            return clocks.first { $0.rule == limit && isOf(step, $0.subject) }?.dueAt
        }
        return step.particulars["day"].flatMap { Day($0) }?.end(in: file.turn.town.offset)
    }

    /// Its own limit, or that of its part under an older edition of the rule.
    private func isOf(_ step: SupervisionStep, _ subject: ClockSubject) -> Bool {
        subject == .step(step.id) || step.assignment.map(ClockSubject.assignment) == subject
    }

    private func leader(of step: SupervisionStep) -> SupervisionView.Leader? {
        guard let leader = name(step.particulars["leader"]),
            let responsible = name(step.particulars["responsible"]),
            let promised = step.particulars["day"].flatMap({ Day($0) })
        else { return nil }
        return .init(leader: leader, responsible: responsible, promised: promised)
    }

    private func name(_ id: String?) -> String? {
        id.flatMap { ID<Officer>($0) }.map { names[$0] ?? "" }
    }

    private func line(_ entry: Entry) -> SupervisionView.Line {
        var role: String?
        if case .officer(_, let held) = entry.actor { role = held.rawValue }
        return SupervisionView.Line(
            at: entry.at,
            act: entry.act,
            role: role,
            name: entry.actor.officer.flatMap { names[$0] },
            words: entry.facts["words.digest"].flatMap { papers[$0] },
            skipReason: entry.facts["skip.digest"].flatMap { papers[$0] },
            leader: entry.act == .leaderReplaced ? name(entry.facts["leader"]) : nil,
            promised: entry.act == .leaderReplaced
                ? entry.facts["day"].flatMap { Day($0) } : nil,
            result: entry.facts["result"],
            finding: entry.facts["finding"]
        )
    }
}
