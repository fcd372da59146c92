import Storage

/// A whistle as those at the table read it: why, where, who was called, until when, who is here.
package struct WhistleView: Codable, Sendable, Equatable {
    package struct Call: Codable, Sendable, Equatable {
        package let id: ID<WhistleCall>
        package let unit: MatterView.Named
        package let purpose: String?
        package let state: WhistleCall.State
        package let waits: WhistleCall.Side
        package let calledAt: Moment
        /// Until when the unit answers.
        package let due: Moment
        package let overdue: Bool
        /// The highest rung that was told of the unit's silence.
        package let rung: WhistleCall.Rung?
        package let presence: WhistleCall.Presence?
        package let history: [Line]
        package let reception: WhistleCall.Reception?
        package let justified: Bool?
        /// What the viewer may do now.
        package let moves: [WhistleCall.Move]
        package let mayReceive: Bool
        package let mayJustify: Bool
    }

    /// What happened to a call, and what was said.
    package struct Line: Codable, Sendable, Equatable {
        package let at: Moment
        package let act: Act
        package let role: String?
        package let name: String?
        package let words: String?
        package let rung: WhistleCall.Rung?
        package let presence: WhistleCall.Presence?
    }

    package let id: ID<Whistle>
    package let matter: ID<Matter>
    package let number: String?
    package let kind: MatterView.Named
    package let ground: MatterView.Named
    package let basis: String?
    package let reason: String?
    package let place: String?
    package let meetsAt: Moment?
    package let blownAt: Moment
    package let blownBy: String?
    package let open: Bool
    package let endedAt: Moment?
    /// Why it was taken back, where it was.
    package let withdrawn: Line?
    package let calls: [Call]
    package let mayCall: Bool
    package let mayWithdraw: Bool
}

extension File {
    func whistleView(of id: ID<Whistle>, for viewer: Viewer) throws -> WhistleView {
        guard let view = try whistleViews(for: viewer).first(where: { $0.id == id }) else {
            throw NotFound()
        }
        return view
    }

    func whistleViews(for viewer: Viewer) throws -> [WhistleView] {
        guard try WhistleRecords.isAny(of: matter.id, in: turn.tx) else { return [] }
        let entries = try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
        let told = entries.filter { $0.facts["whistle"] != nil && $0.matter == matter.id }
        let reading = WhistleReading(
            file: self,
            viewer: viewer,
            entries: told,
            names: try AuditRecords.names(of: told.compactMap(\.actor.officer), in: turn.tx),
            papers: try MatterPaper.all(of: self)
        )
        return Whistle.replay(told).map(reading.view)
    }
}

/// Puts the whistles of one matter together with what was read for all of them.
private struct WhistleReading {
    let file: File
    let viewer: Viewer
    let entries: [Entry]
    let names: [ID<Officer>: String]
    let papers: [String: String]

    func view(_ whistle: Whistle) -> WhistleView {
        let rules = file.turn.town.whistles
        let own = entries.filter { $0.facts["whistle"] == whistle.id.description }
        let blown = own.first { $0.act == .whistleBlown }
        let mayWhistle = whistle.isOpen && viewer.may(.whistle)
        let kind = rules.kind(whistle.kind)
        return WhistleView(
            id: whistle.id,
            matter: file.matter.id,
            number: (file.concerns.first { $0.home == file.matter.id } ?? file.concerns.first)?
                .number,
            kind: .init(code: whistle.kind, name: kind?.title.zh ?? whistle.kind),
            ground: .init(
                code: whistle.ground,
                name: rules.ground(whistle.ground)?.title.zh ?? whistle.ground
            ),
            basis: kind?.basis.citation.zh,
            reason: blown?.facts["1.reason.digest"].flatMap { papers[$0] },
            place: blown?.facts["2.place.digest"].flatMap { papers[$0] },
            meetsAt: whistle.meetsAt,
            blownAt: whistle.blownAt,
            blownBy: whistle.blownBy.flatMap { names[$0] },
            open: whistle.isOpen,
            endedAt: whistle.endedAt,
            withdrawn: own.first { $0.act == .whistleWithdrawn }.map(line),
            calls: whistle.calls.map { call($0, of: whistle, own) },
            mayCall: mayWhistle && file.matter.linkedInto == nil,
            mayWithdraw: mayWhistle
        )
    }

    private func call(
        _ call: WhistleCall,
        of whistle: Whistle,
        _ entries: [Entry]
    ) -> WhistleView.Call {
        let own = entries.filter { $0.facts["call"] == call.id.description }
        let purpose = own.first { $0.act == .whistleCalled }?.facts["purpose.digest"]
        let ended = !whistle.isOpen
        return WhistleView.Call(
            id: call.id,
            unit: file.named(call.unit),
            purpose: purpose.flatMap { papers[$0] },
            state: call.state,
            waits: call.waits,
            calledAt: call.calledAt,
            due: call.limit.first,
            overdue: call.state.isSilent && call.limit.first < file.turn.at,
            rung: call.risen.last?.rung,
            presence: call.presence,
            history: own.map(line),
            reception: call.reception,
            justified: call.justification?.justified,
            moves: file.moves(of: call, for: viewer),
            mayReceive: ended && call.reception == nil && call.state != .withdrawn
                && viewer.may(.whistle) && !isOwn(call, using: .whistle),
            mayJustify: ended && call.justification == nil && isOwn(call, using: .answerWhistle)
        )
    }

    /// Whether the viewer is of the unit.
    private func isOwn(_ call: WhistleCall, using right: Right) -> Bool {
        guard right == .answerWhistle else {
            let within = file.turn.town.unitAndBelow(call.unit)
            return !Set(viewer.posts.map(\.unit)).isDisjoint(with: within)
        }
        guard viewer.may(right) else { return false }
        return Sight(viewer, using: right, in: file.turn.town).units.contains(call.unit)
    }

    private func line(_ entry: Entry) -> WhistleView.Line {
        var role: String?
        if case .officer(_, let held) = entry.actor { role = held.rawValue }
        return WhistleView.Line(
            at: entry.at,
            act: entry.act,
            role: role,
            name: entry.actor.officer.flatMap { names[$0] },
            words: entry.facts["words.digest"].flatMap { papers[$0] },
            rung: entry.facts["rung"].flatMap(WhistleCall.Rung.init(rawValue:)),
            presence: entry.facts["presence"].flatMap(WhistleCall.Presence.init(rawValue:))
        )
    }
}
