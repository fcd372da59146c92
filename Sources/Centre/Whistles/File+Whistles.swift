import Storage

extension File {
    /// The whistles from the matter's own entries; most matters have none, and their entries need
    /// not be read for it.
    func whistles() throws -> [Whistle] {
        let isNew = noted.contains(.whistleBlown)
        guard try isNew || WhistleRecords.isAny(of: matter.id, in: turn.tx) else { return [] }
        return Whistle.replay(
            try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
        )
    }

    func whistle(_ id: ID<Whistle>) throws -> Whistle {
        guard let whistle = try whistles().first(where: { $0.id == id }) else { throw NotFound() }
        return whistle
    }

    func whistle(with call: ID<WhistleCall>) throws -> (whistle: Whistle, call: WhistleCall) {
        for whistle in try whistles() {
            if let found = whistle.call(call) { return (whistle, found) }
        }
        throw NotFound()
    }

    /// Calls several units to one table.
    mutating func blow(_ order: WhistleOrder, by actor: Actor) throws -> ID<Whistle> {
        guard !matter.stage.isOver, matter.linkedInto == nil else {
            throw WhistleRefusal.matterOver
        }
        let rules = turn.town.whistles
        guard let kind = rules.kind(order.kind) else { throw Fault(.unknownCode, "kind") }
        guard let ground = rules.ground(order.ground) else { throw Fault(.unknownCode, "ground") }
        guard ground.kinds.contains(kind.code) else { throw WhistleRefusal.kindUnfit }
        guard order.calls.count >= ground.leastUnits else { throw WhistleRefusal.unitsTooFew }
        if let meetsAt = order.meetsAt, meetsAt < turn.at { throw WhistleRefusal.meetingPast }
        let whistle = Whistle(
            id: turn.newID(),
            kind: kind.code,
            ground: ground.code,
            meetsAt: order.meetsAt,
            blownBy: actor.officer,
            blownAt: turn.at
        )
        var facts = [
            "whistle": whistle.id.description, "kind": kind.code, "ground": ground.code,
            "1.reason.digest": try paper(.whistle, order.reason),
            "2.place.digest": try paper(.whistle, order.place),
        ]
        facts["meets"] = order.meetsAt.map { "\($0.milliseconds)" }
        try note(.whistleBlown, by: actor, facts)
        try call(order.calls, to: whistle, by: actor)
        return whistle.id
    }

    /// Calls more units to a table that is sitting.
    mutating func callMore(
        _ calls: [WhistleOrder.Call],
        to id: ID<Whistle>,
        by actor: Actor
    ) throws {
        let whistle = try whistle(id)
        guard whistle.isOpen else { throw WhistleRefusal.over }
        try call(calls, to: whistle, by: actor)
    }

    private mutating func call(
        _ calls: [WhistleOrder.Call],
        to whistle: Whistle,
        by actor: Actor
    ) throws {
        let rules = turn.town.whistles
        guard let kind = rules.kind(whistle.kind) else { throw Fault(.unknownCode, "kind") }
        guard whistle.calls.count + calls.count <= rules.mostUnits else {
            throw WhistleRefusal.unitsTooMany
        }
        let conflicts = try Conflict.units(of: matter.id, in: turn.tx)
        let limit = kind.limit(from: turn.at, in: turn.town.calendar)
        var whistle = whistle
        for wanted in calls {
            try turn.town.bar(wanted.unit, from: conflicts)
            let call = WhistleCall(
                id: turn.newID(),
                unit: wanted.unit,
                calledAt: turn.at,
                limit: limit
            )
            try whistle.call(call)
            var facts = facts(of: call, in: whistle).merging(limit.facts) { $1 }
            facts["purpose.digest"] = try paper(.whistle, wanted.purpose)
            try note(.whistleCalled, by: actor, facts)
        }
        try tell(.whistleCalled, units: calls.map(\.unit), ["whistleKind": whistle.kind])
    }

    func facts(of call: WhistleCall, in whistle: Whistle) -> [String: String] {
        [
            "whistle": whistle.id.description, "call": call.id.description,
            "party": call.unit.description, "unit": turn.town.unit(call.unit)?.code ?? "",
        ]
    }

    /// A matter is not closed, refused or laid to rest while units are called for it.
    func checkNoWhistle() throws {
        guard try !WhistleRecords.isAnyOpen(of: matter.id, in: turn.tx) else {
            throw WhistleRefusal.stillOpen
        }
    }

    /// With the end of its matter a whistle ends: nobody is called for what is over.
    mutating func endWhistles(by actor: Actor) throws {
        try raiseSilence(isTold: false)
        for whistle in try whistles() where whistle.isOpen {
            try withdraw(whistle, ["cause": "matterEnded"], by: actor)
        }
    }

    /// The desk that called takes the whole whistle back.
    mutating func withdrawWhistle(
        _ id: ID<Whistle>,
        because words: String,
        by actor: Actor
    ) throws {
        let whistle = try whistle(id)
        guard whistle.isOpen else { throw WhistleRefusal.over }
        try raiseSilence(isTold: false)
        try withdraw(whistle, ["words.digest": try paper(.whistle, words)], by: actor)
    }

    private mutating func withdraw(
        _ whistle: Whistle,
        _ facts: [String: String],
        by actor: Actor
    ) throws {
        var ended = whistle
        try ended.withdraw(at: turn.at)
        let units = whistle.calls.filter { !$0.state.isEnd }.map(\.unit)
        let told = facts.merging(["whistle": whistle.id.description]) { $1 }
        try note(.whistleWithdrawn, by: actor, told)
        try tell(.whistleReleased, units: units)
        try noteEnd(of: ended, by: actor)
    }

    /// Both sides are asked how it was.
    mutating func noteEnd(of whistle: Whistle, by actor: Actor) throws {
        guard !whistle.isOpen else { return }
        try note(.whistleEnded, by: actor, ["whistle": whistle.id.description])
        try tell(.whistleEnded, units: whistle.calls.map(\.unit))
    }
}
