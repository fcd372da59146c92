import Storage

/// Where a group matter is kept: members, who speaks for them, what they are told.
package struct GroupDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Makes a matter a group's.
    package func open(
        _ id: ID<Matter>,
        _ facts: WageFacts?,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<GroupView> {
        try await change(id, by: viewer, using: .keepGroup, operation) { file, actor in
            try file.openGroup(facts, by: actor)
        }
    }

    package func setFacts(
        _ facts: WageFacts,
        of id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<GroupView> {
        try await change(id, by: viewer, using: .keepGroup, operation) { file, actor in
            _ = try GroupRecords.required(id, in: file.turn.tx)
            try file.setFacts(facts, by: actor)
        }
    }

    package func nameRepresentatives(
        _ serials: [Int],
        of id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<GroupView> {
        try await change(id, by: viewer, using: .keepGroup, operation) { file, actor in
            try file.nameRepresentatives(serials, by: actor)
        }
    }

    package func meet(
        _ present: [Int],
        on day: Day,
        _ words: String,
        of id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<GroupView> {
        try await change(id, by: viewer, using: .keepGroup, operation) { file, actor in
            try file.meet(present, on: day, words, by: actor)
        }
    }

    /// Tells every member how it goes.
    package func tell(
        _ words: String,
        to id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<GroupView> {
        try await change(id, by: viewer, using: .keepGroup, operation) { file, actor in
            try file.tellGroup(words, by: actor)
        }
    }

    package func pay(
        _ order: PaymentOrder,
        to id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<GroupView> {
        try await change(id, by: viewer, using: .recordPayments, operation) { file, actor in
            try file.pay(order, by: actor)
        }
    }

    /// The roster of whoever owes: all rows or none.
    package func enterRoster(
        _ lines: [MemberLine],
        of id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<GroupView> {
        try await change(id, by: viewer, using: .recordPayments, operation) { file, actor in
            try file.enterRoster(lines, by: actor)
        }
    }

    package func setSum(
        of member: ID<GroupMember>,
        to sum: Money,
        because words: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<GroupView> {
        let actor = try viewer.actor(for: .recordPayments)
        return try await house.perform(operation, .onLockedRow) { turn in
            let id = try GroupMemberRecords.find(member, in: turn.tx).matter
            var file = try File.open(id, for: viewer, using: .recordPayments, in: turn)
            try file.setSum(of: member, to: sum, because: words, by: actor)
            try file.save()
            return try file.groupView(for: viewer)
        }
    }

    private func change(
        _ id: ID<Matter>,
        by viewer: Viewer,
        using right: Right,
        _ operation: Operation,
        _ body: @escaping @Sendable (inout File, Actor) throws -> Void
    ) async throws -> Performed<GroupView> {
        let actor = try viewer.actor(for: right)
        return try await house.perform(operation, .onLockedRow) { turn in
            var file = try File.open(id, for: viewer, using: right, in: turn)
            try body(&file, actor)
            try file.save()
            return try file.groupView(for: viewer)
        }
    }
}

// MARK: What is read

extension GroupDesk {
    /// Whoever may not do it does not find it, whatever was sent.
    package func admit(
        _ viewer: Viewer,
        to id: ID<Matter>,
        using right: Right
    ) async throws {
        try viewer.require(right)
        try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            _ = try Matter.find(id, within: sight, in: turn.tx)
        }
    }

    package func group(_ id: ID<Matter>, for viewer: Viewer) async throws -> GroupView {
        try await look(id, for: viewer) { try $0.groupView(for: viewer) }
    }

    /// Whether the matter is a group's, for the link on its page.
    package func isGroup(_ id: ID<Matter>, for viewer: Viewer) async throws -> Bool {
        try await look(id, for: viewer) { file in
            try GroupRecords.totals(of: id, in: file.turn.tx) != nil
        }
    }

    package func members(
        _ list: MemberList,
        of id: ID<Matter>,
        for viewer: Viewer
    ) async throws -> Portion<GroupView.Member, Int> {
        try await look(id, for: viewer) { file in
            _ = try GroupRecords.required(id, in: file.turn.tx)
            let found = try GroupMemberRecords.page(list, of: id, in: file.turn.tx)
            let shown = found.prefix(list.limit)
            return Portion(
                items: try shown.map { try GroupView.Member($0, in: file.turn) },
                next: found.count > list.limit ? shown.last?.serial : nil
            )
        }
    }

    /// One member, for whoever keeps the sums.
    package func member(
        _ id: ID<GroupMember>,
        for viewer: Viewer
    ) async throws -> (matter: ID<Matter>, member: GroupView.Member) {
        try viewer.require(.recordPayments)
        return try await house.look { turn in
            let member = try GroupMemberRecords.find(id, in: turn.tx)
            let sight = Sight(viewer, using: .recordPayments, in: turn.town)
            _ = try Matter.find(member.matter, within: sight, in: turn.tx)
            return (member.matter, try GroupView.Member(member, in: turn))
        }
    }

    /// How far an import is; nil when none is on its way.
    package func importing(
        into id: ID<Matter>,
        for viewer: Viewer
    ) async throws -> GroupView.Importing? {
        try await look(id, for: viewer) { file in
            try GroupRecords.required(id, in: file.turn.tx).importing
        }
    }

    /// Number and code of those whom the officer has just entered: handed out at the counter.
    package func slips(
        of id: ID<Matter>,
        after serial: Int,
        limit: Int,
        for viewer: Viewer
    ) async throws -> Portion<MemberSlip, Int> {
        try viewer.require(.keepGroup)
        return try await look(id, for: viewer) { file in
            let turn = file.turn
            let since = turn.at.adding(milliseconds: -IntakeDesk.atTheWindow)
            let found = try GroupMemberRecords.entered(
                by: viewer.officer,
                since: since,
                of: id,
                after: serial,
                limit: limit + 1,
                in: turn.tx
            )
            let shown = found.prefix(limit)
            return Portion(
                items: try shown.map { try MemberSlip($0, in: turn) },
                next: found.count > limit ? shown.last?.serial : nil
            )
        }
    }

    /// Recomputes the digests of all payments.
    package func check(_ id: ID<Matter>, for viewer: Viewer) async throws -> GroupCheck {
        try await look(id, for: viewer) { try $0.checkGroup() }
    }

    private func look<Thing: Sendable>(
        _ id: ID<Matter>,
        for viewer: Viewer,
        _ read: @escaping @Sendable (File) throws -> Thing
    ) async throws -> Thing {
        try await house.look { turn in
            try viewer.require(.readMatters)
            _ = try Matter.find(id, within: Sight(viewer, in: turn.town), in: turn.tx)
            return try read(try File.reading(id, in: turn))
        }
    }
}

/// What a member takes home.
package struct MemberSlip: Codable, Sendable, Equatable {
    package let serial: Int
    package let number: String
    package let queryCode: String
    package let name: String?
    package let claimed: Money

    init(_ member: GroupMember, in turn: Turn) throws {
        serial = member.serial
        number = member.number
        queryCode = QueryCode(of: member.id, keys: turn.house.keys).description
        name = try turn.contacts.details(of: member.contact).details?.name
        claimed = member.claimed
    }
}
