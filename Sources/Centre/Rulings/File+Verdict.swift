import Storage

extension File {
    /// Only the named officer rules.
    ///
    /// A ruling for another unit moves the lead part, with the file, in the same transaction; the
    /// unit that worked meanwhile is released, and no return is counted.
    mutating func rule(
        _ ruling: Ruling,
        _ said: RulingSaid,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        guard ruling.state == .open else { throw RulingRefusal.over }
        guard ruling.ruler == viewer.officer else { throw RulingRefusal.notRuler }
        guard viewer.isFree(of: ruling.parties + [ruling.provisional], in: turn.town) else {
            throw RulingRefusal.rulerOfParty
        }
        guard let unit = said.unit, let words = said.words, let basis = said.basis else {
            throw NotFound()
        }
        try turn.town.bar(unit, from: Conflict.units(of: matter.id, in: turn.tx))
        let scope = try scope(said)
        let verdict = Ruling.Verdict(
            unit: unit,
            classCode: scope.classCode,
            area: scope.area,
            at: turn.at,
            words: try paper(.ruling, words),
            basis: try paper(.ruling, basis)
        )
        try replacePrecedents(said.replaces, verdict, of: ruling.id, by: actor)
        try note(.rule(ruling.id, verdict), words: nil, by: actor)
        let released = try moveLead(to: unit, by: viewer.officer, as: actor)
        try tell(.rulingGiven, of: ruling, units: ruling.parties + [unit])
        if let released { try tell(.rulingReleased, units: [released]) }
    }

    /// It holds for the matter's class or one above it, in the town or in the matter's village.
    private func scope(_ said: RulingSaid) throws -> (classCode: String, area: ID<Area>?) {
        let classes = turn.town.classLineage(of: matter.classCode)
        guard let own = classes.first else { throw RulingRefusal.classUnfit }
        let code = said.classCode ?? own
        guard classes.contains(code) else { throw RulingRefusal.classUnfit }
        guard said.reach == .village else { return (code, nil) }
        guard let village = matter.village else { throw RulingRefusal.placeUnknown }
        return (code, village)
    }

    /// Two precedents never say two things of the same: who rules otherwise names the one that is
    /// replaced, and the reason of the new ruling is the reason.
    private mutating func replacePrecedents(
        _ named: ID<Ruling>?,
        _ verdict: Ruling.Verdict,
        of later: ID<Ruling>,
        by actor: Actor
    ) throws {
        let others = try RulingRecords.inForce(verdict.classCode, verdict.area, in: turn.tx)
            .filter { $0.unit != verdict.unit }
        guard let named else {
            guard others.isEmpty else { throw RulingRefusal.contradictsPrecedent }
            return
        }
        guard others.contains(where: { $0.id == named }) else {
            throw RulingRefusal.replacesUnfit
        }
        for other in others {
            if other.matter == matter.id {
                try note(.replace(other.id, by: later), words: nil, by: actor)
            } else {
                try other.replace(by: later, in: turn, by: actor)
            }
        }
    }

    /// - Returns: the unit that worked meanwhile and is released; nil where nothing moves: it is
    ///   the competent one, or it has done the work already.
    private mutating func moveLead(
        to unit: ID<Unit>,
        by officer: ID<Officer>,
        as actor: Actor
    ) throws -> ID<Unit>? {
        let former = lead
        if let former, former.unit == unit || !former.state.isLive { return nil }
        guard !matter.stage.isOver else { return nil }
        let errand = Errand(
            unit: unit,
            role: .lead,
            instruction: try words(of: former),
            rule: nil
        )
        try correctRouting(towards: errand)
        if let place = assignments.lastIndex(where: { $0.id == former?.id }) {
            try cancel(place, by: actor)
        }
        try dropAssist(of: unit, by: actor)
        // A suspended matter stays suspended, in other hands.
        if matter.stage != .suspended { try step(.assign) }
        try give(errand, designated: true, why: "职责裁决确定", by: officer, as: actor)
        return former?.unit
    }
}

extension Town {
    /// A return on this ground says that the duty is not the unit's.
    func isAboutDuty(_ code: String) -> Bool {
        grounds.returns.contains { $0.code == code && $0.isAboutDuty }
    }

    /// The class, then those above it.
    package func classLineage(of code: String?) -> [String] {
        guard let found = code.flatMap({ disputeClass($0) }) else { return [] }
        return [found.code] + classLineage(of: found.parent)
    }
}
