import Storage

extension File {
    /// Takes one unit's part a move on, by a person of the unit, the desk that called or the
    /// director.
    mutating func take(
        _ move: WhistleCall.Move,
        of id: ID<WhistleCall>,
        _ said: WhistleWords,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        try raiseSilence(isTold: false)
        var (whistle, call) = try whistle(with: id)
        try check(viewer, mayTake: move, of: call)
        if move.needsWords, said.words == nil { throw Fault(.missing, "words") }
        var taken = WhistleCall.Said(presence: move.needsPresence ? said.presence : nil)
        if move == .uphold { taken.limit = try limitAnew(of: whistle) }
        try whistle.take(move, of: id, taken, at: turn.at)
        var facts = facts(of: call, in: whistle).merging(taken.facts) { $1 }
        facts["words.digest"] = try said.words.map { try paper(.whistle, $0) }
        try note(move.act, by: actor, facts)
        try tell(move, of: call, in: whistle)
        try noteEnd(of: whistle, by: actor)
    }

    private func limitAnew(of whistle: Whistle) throws -> WhistleCall.Limit {
        guard let kind = turn.town.whistles.kind(whistle.kind) else {
            throw WhistleRefusal.limitMissing
        }
        return kind.limit(from: turn.at, in: turn.town.calendar)
    }

    private func tell(
        _ move: WhistleCall.Move,
        of call: WhistleCall,
        in whistle: Whistle
    ) throws {
        let unit = ["unit": turn.town.unit(call.unit)?.code ?? ""]
        switch move {
        case .decline: try tell(.whistleDeclined, unit)
        case .stayAway, .markAbsent: try tell(.whistleAbsent, unit)
        case .uphold: try tell(.whistleCalled, units: [call.unit], ["whistleKind": whistle.kind])
        case .excuse, .withdraw: try tell(.whistleReleased, units: [call.unit])
        case .see, .come, .arrive, .markPresent, .finish, .rise: break
        }
    }

    /// A unit answers for itself; the centre ticks and rules on no unit of its own people.
    func check(
        _ viewer: Viewer,
        mayTake move: WhistleCall.Move,
        of call: WhistleCall
    ) throws {
        let right = WhistleCall.machine.steps(from: call.state).first { $0.step == move }?.right
        guard let right = right ?? move.right else {
            throw StageRefusal(call.state, move)
        }
        try viewer.require(right)
        if right == .answerWhistle {
            let own = Sight(viewer, using: right, in: turn.town).units
            guard own.contains(call.unit) else { throw NotFound() }
        } else if move != .withdraw {
            let within = turn.town.unitAndBelow(call.unit)
            guard Set(viewer.posts.map(\.unit)).isDisjoint(with: within) else {
                throw WhistleRefusal.ownUnit
            }
        }
    }

    /// The moves that the machine allows, the viewer has the right to, and nothing stands against.
    func moves(of call: WhistleCall, for viewer: Viewer) -> [WhistleCall.Move] {
        WhistleCall.machine.steps(from: call.state).map(\.step).filter { move in
            guard move != .rise, !(move == .decline && call.isUpheld) else { return false }
            do {
                try check(viewer, mayTake: move, of: call)
                return true
            } catch {
                return false
            }
        }
    }

    /// What silent calls ask for by now is raised before anything else happens to them, so that a
    /// limit that has passed leaves its mark even when it is answered before the house looked.
    /// - Parameter isTold: nobody is told of it by whoever is at work on the matter.
    /// - Returns: how many rungs.
    @discardableResult
    mutating func raiseSilence(isTold: Bool) throws -> Int {
        var count = 0
        for whistle in try whistles() where whistle.isOpen {
            var whistle = whistle
            for (id, rise) in whistle.rises(by: turn.at) {
                guard let call = whistle.call(id) else { continue }
                let said = WhistleCall.Said(rise: rise)
                try whistle.take(.rise, of: id, said, at: turn.at)
                let facts = facts(of: call, in: whistle).merging(said.facts) { $1 }
                try note(.whistleRisen, by: WhistleDesk.actor, facts)
                count += 1
                guard isTold else { continue }
                try tell(
                    .whistleSilent,
                    ["rung": rise.rung.rawValue, "unit": facts["unit"] ?? ""]
                )
            }
        }
        return count
    }

    /// Afterwards the desk that called says whether the unit came in time and helped.
    mutating func receive(
        _ id: ID<WhistleCall>,
        _ reception: WhistleCall.Reception,
        _ words: String?,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        var (whistle, call) = try whistle(with: id)
        let within = turn.town.unitAndBelow(call.unit)
        guard Set(viewer.posts.map(\.unit)).isDisjoint(with: within) else {
            throw WhistleRefusal.ownUnit
        }
        try whistle.receive(id, reception)
        var facts = facts(of: call, in: whistle)
        facts["inTime"] = reception.inTime ? "yes" : "no"
        facts["helped"] = reception.helped ? "yes" : "no"
        facts["words.digest"] = try words.map { try paper(.whistle, $0) }
        try note(.whistleReceived, by: actor, facts)
    }

    /// Afterwards the unit says whether the whistle was justified.
    mutating func justify(
        _ id: ID<WhistleCall>,
        _ justification: WhistleCall.Justification,
        _ words: String?,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        var (whistle, call) = try whistle(with: id)
        let own = Sight(viewer, using: .answerWhistle, in: turn.town).units
        guard own.contains(call.unit) else { throw NotFound() }
        try whistle.justify(id, justification)
        var facts = facts(of: call, in: whistle)
        facts["justified"] = justification.justified ? "yes" : "no"
        facts["words.digest"] = try words.map { try paper(.whistle, $0) }
        try note(.whistleJustified, by: actor, facts)
    }
}
