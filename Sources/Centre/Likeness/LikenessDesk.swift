import Storage

/// Where matters that may be the same are laid side by side.
package struct LikenessDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// How many are laid beside a matter at most.
    package static let most = 6

    package func alike(_ id: ID<Matter>, to viewer: Viewer) async throws -> LikenessTable {
        try viewer.require(.link)
        return try await house.look { turn in
            let sight = Sight(viewer, using: .link, in: turn.town)
            let matter = try Matter.find(id, within: sight, in: turn.tx)
            let file = try File.reading(id, in: turn)
            let isOpen = !matter.stage.isOver && matter.linkedInto == nil
            let search = LikenessSearch(matter: matter, sight: sight, turn: turn)
            return LikenessTable(
                matter: try file.view(for: viewer),
                proposals: isOpen
                    ? try search.found(limit: Self.most).map { try file.proposal($0, to: viewer) }
                    : [],
                apart: try Apart.lines(of: id, within: sight, in: turn.tx)
            )
        }
    }

    /// One other matter, by a number of its concerns, beside this one.
    ///
    /// - Throws: a refusal when the number belongs to this very matter.
    package func pair(
        _ id: ID<Matter>,
        with number: String,
        for viewer: Viewer
    ) async throws -> LikenessPair {
        try viewer.require(.link)
        return try await house.look { turn in
            let sight = Sight(viewer, using: .link, in: turn.town)
            let matter = try Matter.find(id, within: sight, in: turn.tx)
            let place = try Concern.find(number: number, in: turn.tx).matter
            _ = try Matter.find(place, within: sight, in: turn.tx)
            guard place != id else { throw ApartRefusal.inOneMatter }
            let file = try File.reading(id, in: turn)
            let search = LikenessSearch(matter: matter, sight: sight, turn: turn)
            return LikenessPair(
                matter: try file.view(for: viewer),
                other: try file.proposal(try search.found(place), to: viewer),
                isKeptApart: try Apart.isBetween(id, and: place, in: turn.tx)
            )
        }
    }

    /// Links what this matter was made for to the matter of another number.
    package func join(
        _ id: ID<Matter>,
        to number: String,
        reason: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try viewer.require(.link)
        let (own, place) = try await house.look { turn in
            let sight = Sight(viewer, using: .link, in: turn.town)
            _ = try Matter.find(id, within: sight, in: turn.tx)
            // By its home: it stays found when the call is made again after it has gone there.
            let own: String? = try turn.tx.value(
                "SELECT number FROM concerns WHERE home = \(id) ORDER BY id LIMIT 1"
            )
            guard let own else { throw NotFound() }
            return (own, try Concern.find(number: number, in: turn.tx).matter)
        }
        return try await DispatchDesk(house: house)
            .link(own, to: place, reason: reason, by: viewer, operation: operation)
    }

    package func keepApart(
        _ number: String,
        from id: ID<Matter>,
        reason: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await change(number, id, by: viewer, operation) { file, actor in
            try file.keepApart(number, reason: reason, by: actor)
        }
    }

    package func endApart(
        _ number: String,
        from id: ID<Matter>,
        reason: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await change(number, id, by: viewer, operation) { file, actor in
            try file.endApart(number, reason: reason, by: actor)
        }
    }

    /// Both matters must be the viewer's to link.
    private func change(
        _ number: String,
        _ id: ID<Matter>,
        by viewer: Viewer,
        _ operation: Operation,
        _ body: @escaping @Sendable (inout File, Actor) throws -> Void
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .link, operation) { file, actor in
            let concern = try Concern.find(number: number, in: file.turn.tx)
            let sight = Sight(viewer, using: .link, in: file.turn.town)
            _ = try Matter.find(concern.matter, within: sight, in: file.turn.tx)
            try body(&file, actor)
        }
    }
}

/// A matter and what may be the same, side by side.
package struct LikenessTable: Sendable {
    package struct Proposal: Sendable {
        package let matter: MatterView
        package let likeness: Likeness
        /// What bars its concern from joining this matter, as a refusal's word; nil when it can.
        package let comingHere: String?
        /// What bars this matter's concern from joining it.
        package let goingThere: String?
    }

    package let matter: MatterView
    package let proposals: [Proposal]
    package let apart: [ApartLine]
}

/// Two matters side by side.
package struct LikenessPair: Sendable {
    package let matter: MatterView
    package let other: LikenessTable.Proposal
    package let isKeptApart: Bool
}

extension File {
    fileprivate func proposal(
        _ found: LikenessSearch.Found,
        to viewer: Viewer
    ) throws -> LikenessTable.Proposal {
        let other = try File.reading(found.matter, in: turn)
        return LikenessTable.Proposal(
            matter: try other.view(for: viewer),
            likeness: found.likeness,
            comingHere: try bar(toJoining: other)?.word,
            goingThere: try other.bar(toJoining: self)?.word
        )
    }
}
