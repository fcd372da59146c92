import Storage

/// The disputed duty of one matter: what was asked, who works meanwhile, who rules until when, and
/// what was ruled.
package struct RulingView: Codable, Sendable, Equatable {
    package struct Person: Codable, Sendable, Equatable {
        package let id: ID<Officer>
        package let name: String
    }

    package struct Verdict: Codable, Sendable, Equatable {
        package let unit: MatterView.Named
        package let `class`: MatterView.Named
        /// The village it holds in; nil for the whole town.
        package let area: MatterView.Named?
        package let at: Moment
        package let words: String?
        package let basis: String?
        package let standing: Ruling.Standing?
        /// Why it is no precedent any more, where somebody said so.
        package let ended: String?
    }

    package struct Item: Codable, Sendable, Equatable {
        package let id: ID<Ruling>
        package let state: Ruling.State
        package let cause: Ruling.Cause
        package let parties: [MatterView.Named]
        package let provisional: MatterView.Named
        package let ruler: Person
        package let askedAt: Moment
        /// Until when it is ruled; nil when it is not open, or where the town sets no limit.
        package let due: Moment?
        package let words: String?
        package let verdict: Verdict?
        package let withdrawn: String?
        /// What the viewer may do now.
        package let steps: [RulingStep]
    }

    package let matter: ID<Matter>
    package let number: String?
    package let `class`: MatterView.Named?
    package let village: MatterView.Named?
    /// What could be ruled on, where nothing is open.
    package let disputed: [MatterView.Named]
    package let rulings: [Item]
    /// Who may be named to rule.
    package let rulers: [Person]
    /// What was ruled in like matters.
    package let precedents: [Precedent]
    package let steps: [RulingStep]
}

extension File {
    /// - Parameter precedents: of other matters; an answer that is kept tells of its own alone.
    func rulingView(
        for viewer: Viewer,
        precedents: [Precedent] = []
    ) throws -> RulingView {
        let entries = try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
        let reading = RulingReading(
            file: self,
            viewer: viewer,
            entries: entries.filter { Rulings.acts.contains($0.act) },
            papers: try MatterPaper.all(of: self),
            due: try RulingRecords.due(of: matter.id, in: turn.tx),
            rulers: viewer.may(.assign) ? try RulingRecords.rulers(in: turn) : [],
            precedents: precedents
        )
        return try reading.view()
    }

    /// Whether a viewer may ask for a ruling at this moment.
    func mayAskRuling(_ viewer: Viewer, _ rulings: Rulings) -> Bool {
        viewer.may(.assign) && !matter.stage.isOver && matter.linkedInto == nil
            && rulings.open == nil && lead == nil && dutyDispute != nil
    }
}

/// Puts the rulings of one matter together with what was read for them.
struct RulingReading {
    let file: File
    let viewer: Viewer
    let entries: [Entry]
    let papers: [String: String]
    let due: Moment?
    let rulers: [Viewer]
    let precedents: [Precedent]

    func view() throws -> RulingView {
        let rulings = Rulings.replay(entries)
        let town = file.turn.town
        let mayAsk = file.mayAskRuling(viewer, rulings)
        let dispute = mayAsk ? file.dutyDispute : nil
        let parties = rulings.open.map { $0.parties + [$0.provisional] } ?? dispute?.parties ?? []
        let free = rulers.filter {
            $0.officer != viewer.officer && $0.isFree(of: parties, in: town)
        }
        return RulingView(
            matter: file.matter.id,
            number: (file.concerns.first { $0.home == file.matter.id } ?? file.concerns.first)?
                .number,
            class: file.matter.classCode.map(file.classNamed),
            village: file.matter.village.flatMap(file.areaNamed),
            disputed: (dispute?.parties ?? []).map(file.named),
            rulings: try rulings.all.map(item),
            rulers: free.map { .init(id: $0.officer, name: $0.name) },
            precedents: precedents,
            steps: mayAsk ? [.ask] : []
        )
    }

    private func item(_ ruling: Ruling) throws -> RulingView.Item {
        let own = entries.filter { $0.facts["ruling"] == ruling.id.description }
        let asked = own.first { $0.act == .rulingAsked }
        let withdrawn = own.first { $0.act == .rulingWithdrawn }
        return RulingView.Item(
            id: ruling.id,
            state: ruling.state,
            cause: ruling.cause,
            parties: ruling.parties.map(file.named),
            provisional: file.named(ruling.provisional),
            ruler: .init(
                id: ruling.ruler,
                name: try RulingRecords.name(of: ruling.ruler, in: file.turn.tx)
            ),
            askedAt: ruling.askedAt,
            due: ruling.state == .open ? due?.ifAny : nil,
            words: asked.flatMap(words),
            verdict: ruling.verdict.map { verdict($0, of: ruling, own) },
            withdrawn: withdrawn.flatMap(words),
            steps: steps(of: ruling)
        )
    }

    private func verdict(
        _ verdict: Ruling.Verdict,
        of ruling: Ruling,
        _ own: [Entry]
    ) -> RulingView.Verdict {
        RulingView.Verdict(
            unit: file.named(verdict.unit),
            class: file.classNamed(verdict.classCode),
            area: verdict.area.flatMap(file.areaNamed),
            at: verdict.at,
            words: papers[verdict.words],
            basis: papers[verdict.basis],
            standing: ruling.standing,
            ended: own.first { $0.act == .precedentWithdrawn }.flatMap(words)
        )
    }

    private func steps(of ruling: Ruling) -> [RulingStep] {
        switch ruling.state {
        case .open:
            var steps: [RulingStep] = []
            if viewer.may(.ruleDuty), ruling.ruler == viewer.officer { steps.append(.rule) }
            if viewer.may(.assign) { steps += [.passOn, .withdraw] }
            return steps
        case .given:
            return viewer.may(.ruleDuty) && ruling.standing == .inForce ? [.retire] : []
        case .withdrawn: return []
        }
    }

    private func words(_ entry: Entry) -> String? {
        entry.facts["words.digest"].flatMap { papers[$0] }
    }
}

extension File {
    func classNamed(_ code: String) -> MatterView.Named {
        .init(code: code, name: turn.town.disputeClass(code)?.name.zh ?? code)
    }

    func areaNamed(_ id: ID<Area>) -> MatterView.Named? {
        turn.town.area(id).map { .init(code: $0.code, name: $0.name.zh) }
    }
}
