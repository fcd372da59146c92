import Storage

/// Where the centre whistles, and where units report to it (中心吹哨、部门报到).
package struct WhistleDesk: Sendable {
    let house: House

    /// Silence goes up by itself.
    static let actor = Actor.system("whistles")

    package init(house: House) {
        self.house = house
    }

    package func blow(
        _ order: WhistleOrder,
        on id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<WhistleView> {
        let actor = try viewer.actor(for: .whistle)
        return try await house.perform(operation, .onLockedRow) { turn in
            var file = try File.open(id, for: viewer, using: .whistle, in: turn)
            let whistle = try file.blow(order, by: actor)
            try file.save()
            return try file.whistleView(of: whistle, for: viewer)
        }
    }

    /// Calls more units to the table.
    package func callMore(
        _ calls: [WhistleOrder.Call],
        to id: ID<Whistle>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<WhistleView> {
        try await change(id, by: viewer, operation) { file, actor in
            try file.callMore(calls, to: id, by: actor)
        }
    }

    package func withdraw(
        _ id: ID<Whistle>,
        because words: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<WhistleView> {
        try await change(id, by: viewer, operation) { file, actor in
            try file.withdrawWhistle(id, because: words, by: actor)
        }
    }

    private func change(
        _ id: ID<Whistle>,
        by viewer: Viewer,
        _ operation: Operation,
        _ body: @escaping @Sendable (inout File, Actor) throws -> Void
    ) async throws -> Performed<WhistleView> {
        let actor = try viewer.actor(for: .whistle)
        return try await house.perform(operation, .onLockedRow) { turn in
            let matter = try WhistleRecords.matter(of: id, in: turn.tx)
            var file = try File.open(matter, for: viewer, using: .whistle, in: turn)
            try body(&file, actor)
            try file.save()
            return try file.whistleView(of: id, for: viewer)
        }
    }

    /// A unit answers, the desk ticks, the director rules.
    package func move(
        _ id: ID<WhistleCall>,
        _ move: WhistleCall.Move,
        _ said: WhistleWords,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<WhistleView> {
        try await house.perform(operation, .onLockedRow) { turn in
            let place = try WhistleRecords.place(of: id, in: turn.tx)
            let right = try WhistleDesk.right(for: move, in: place.state, of: viewer)
            let actor = try viewer.actor(for: right)
            var file = try File.open(place.matter, for: viewer, using: right, in: turn)
            try file.take(move, of: id, said, by: viewer, as: actor)
            try file.save()
            return try file.whistleView(of: place.whistle, for: viewer)
        }
    }

    /// Whoever may never take the move does not find it, whatever was typed.
    package func admit(
        _ viewer: Viewer,
        to move: WhistleCall.Move,
        of id: ID<WhistleCall>
    ) async throws {
        try await house.look { turn in
            let place = try WhistleRecords.place(of: id, in: turn.tx)
            _ = try WhistleDesk.right(for: move, in: place.state, of: viewer)
        }
    }

    /// The right with which a part is moved so; where the move is not possible now, one with which
    /// the viewer might have taken it at another time.
    private static func right(
        for move: WhistleCall.Move,
        in state: WhistleCall.State,
        of viewer: Viewer
    ) throws(NotFound) -> Right {
        let transitions = WhistleCall.machine.transitions.filter { $0.step == move }
        if let now = transitions.first(where: { $0.from == state })?.right {
            try viewer.require(now)
            return now
        }
        guard let right = transitions.compactMap(\.right).first(where: viewer.may) else {
            throw NotFound()
        }
        return right
    }

    /// The desk that called says how the unit came.
    package func receive(
        _ id: ID<WhistleCall>,
        _ reception: WhistleCall.Reception,
        _ words: String?,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<WhistleView> {
        try await judge(id, by: viewer, using: .whistle, operation) { file, actor in
            try file.receive(id, reception, words, by: viewer, as: actor)
        }
    }

    /// The unit says whether the whistle was justified.
    package func justify(
        _ id: ID<WhistleCall>,
        _ justification: WhistleCall.Justification,
        _ words: String?,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<WhistleView> {
        try await judge(id, by: viewer, using: .answerWhistle, operation) { file, actor in
            try file.justify(id, justification, words, by: viewer, as: actor)
        }
    }

    private func judge(
        _ id: ID<WhistleCall>,
        by viewer: Viewer,
        using right: Right,
        _ operation: Operation,
        _ body: @escaping @Sendable (inout File, Actor) throws -> Void
    ) async throws -> Performed<WhistleView> {
        let actor = try viewer.actor(for: right)
        return try await house.perform(operation, .onLockedRow) { turn in
            let place = try WhistleRecords.place(of: id, in: turn.tx)
            var file = try File.open(place.matter, for: viewer, using: right, in: turn)
            try body(&file, actor)
            try file.save()
            return try file.whistleView(of: place.whistle, for: viewer)
        }
    }
}

extension WhistleDesk {
    /// All whistles of one matter, oldest first.
    package func whistles(
        of id: ID<Matter>,
        for viewer: Viewer
    ) async throws -> [WhistleView] {
        try await house.look { turn in
            try viewer.require(.readMatters)
            _ = try Matter.find(id, within: Sight(viewer, in: turn.town), in: turn.tx)
            return try File.reading(id, in: turn).whistleViews(for: viewer)
        }
    }

    /// One whistle, with all that was said at the table.
    package func whistle(
        _ id: ID<Whistle>,
        for viewer: Viewer
    ) async throws -> WhistleView {
        try await house.look { turn in
            try viewer.require(.readMatters)
            let matter = try WhistleRecords.matter(of: id, in: turn.tx)
            _ = try Matter.find(matter, within: Sight(viewer, in: turn.town), in: turn.tx)
            return try File.reading(matter, in: turn).whistleView(of: id, for: viewer)
        }
    }

    /// The whistle in which a call stands.
    package func whistle(
        with id: ID<WhistleCall>,
        for viewer: Viewer
    ) async throws -> (whistle: WhistleView, call: WhistleView.Call) {
        let place = try await house.look { try WhistleRecords.place(of: id, in: $0.tx) }
        let whistle = try await whistle(place.whistle, for: viewer)
        guard let call = whistle.calls.first(where: { $0.id == id }) else { throw NotFound() }
        return (whistle, call)
    }
}
