import Foundation
import Storage

extension File {
    /// The group of the matter from the matter's own entries.
    func group() throws -> Group {
        let entries = try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
        guard let group = Group.replay(entries) else { throw NotFound() }
        return group
    }

    /// Makes the matter a group's: from here on its members have lines of their own.
    mutating func openGroup(_ facts: WageFacts?, by actor: Actor) throws {
        try checkGroupMayMove()
        guard try GroupRecords.totals(of: matter.id, in: turn.tx) == nil else {
            throw GroupRefusal.openedAlready
        }
        let voice = concerns.first { $0.home == matter.id } ?? concerns.first
        guard let prefix = voice?.number else { throw NotFound() }
        try GroupRecords.open(matter.id, prefix: prefix, at: turn.at, in: turn.tx)
        try note(.groupOpened, by: actor)
        if let facts { try setFacts(facts, by: actor) }
    }

    /// A group's matter moves as long as the matter itself does.
    func checkGroupMayMove() throws(GroupRefusal) {
        guard !matter.stage.isOver, matter.linkedInto == nil else { throw .matterOver }
    }

    mutating func setFacts(_ facts: WageFacts, by actor: Actor) throws {
        try checkGroupMayMove()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(facts), as: UTF8.self)
        let box = try vault.seal(text, as: "group.facts")
        try GroupRecords.put(facts: box, of: matter.id, in: turn.tx)
        try note(.groupFactsSet, by: actor, ["facts.digest": sealedDigest(box)])
    }

    func facts(in totals: GroupTotals) throws -> WageFacts {
        guard let box = totals.factsBox else { return WageFacts() }
        let text = try vault.open(box, as: "group.facts")
        return try JSONDecoder().decode(WageFacts.self, from: Data(text.utf8))
    }

    /// Enters members; whoever is in the group already is passed over, so that a sheet sent once
    /// more doubles nobody.
    mutating func enter(
        _ lines: [MemberLine],
        by actor: Actor
    ) throws -> (entered: Int, known: Int) {
        try checkGroupMayMove()
        var group = try group()
        let marked = lines.map { ($0, MemberMarks(of: $0, in: matter.id, keys: turn.house.keys)) }
        let here = try MemberEntering.known(marked.map(\.1), of: matter.id, in: turn.tx)
        let fresh = marked.filter { !here.holds($0.1) }
        guard !fresh.isEmpty else { return (0, lines.count) }
        let totals = try GroupRecords.required(matter.id, in: turn.tx)
        let entering = MemberEntering(file: self, prefix: totals.prefix, actor: actor)
        let sums = try entering.enter(fresh, after: group.members)
        try group.enter(sums.count, claiming: sums.total)
        try note(
            .membersEntered,
            by: actor,
            [
                "count": "\(sums.count)", "total": "\(sums.total.fen)",
                "first": "\(group.members - sums.count + 1)", "lines.digest": sums.digest,
            ]
        )
        try compareWithRoster()
        try GroupRecords.recount(matter.id, in: turn.tx)
        return (fresh.count, lines.count - fresh.count)
    }

    mutating func nameRepresentatives(_ serials: [Int], by actor: Actor) throws {
        try checkGroupMayMove()
        var group = try group()
        try group.name(serials)
        try turn.tx.run(
            """
            UPDATE group_members SET is_representative = 0
            WHERE matter = \(matter.id) AND is_representative = 1
            """
        )
        try turn.tx.run(
            """
            UPDATE group_members SET is_representative = 1
            WHERE matter = \(matter.id) AND serial IN \(list: serials)
            """
        )
        let named = group.representatives.map { "\($0)" }.joined(separator: ",")
        try note(.representativesNamed, by: actor, ["members": named])
    }

    /// A meeting with the representatives, with what was said there.
    mutating func meet(_ present: [Int], on day: Day, _ words: String, by actor: Actor) throws {
        try checkGroupMayMove()
        try group().meet(present)
        guard day <= turn.at.day(in: turn.town.offset) else { throw GroupRefusal.paidInFuture }
        let who = Set(present).sorted().map { "\($0)" }.joined(separator: ",")
        let digest = try paper(.group, words)
        try note(
            .groupMet,
            by: actor,
            ["present": who, "day": "\(day)", "words.digest": digest]
        )
    }

    /// Puts one member's sum right, with the reason.
    mutating func setSum(
        of id: ID<GroupMember>,
        to sum: Money,
        because words: String,
        by actor: Actor
    ) throws {
        try checkGroupMayMove()
        let member = try GroupMemberRecords.find(id, in: turn.tx)
        guard member.matter == matter.id else { throw NotFound() }
        guard sum >= member.paid else { throw GroupRefusal.sumBelowPaid }
        var group = try group()
        try group.correct(from: member.owed, to: sum)
        try turn.tx.run(
            """
            UPDATE group_members SET owed_fen = \(sum.fen),
                is_settled = \(sum == member.paid ? 1 : 0)
            WHERE id = \(id)
            """
        )
        let digest = try paper(.group, words)
        try note(
            .memberSumSet,
            by: actor,
            [
                "member": "\(member.serial)", "before": "\(member.owed.fen)",
                "after": "\(sum.fen)", "words.digest": digest,
            ]
        )
        try GroupRecords.recount(matter.id, in: turn.tx)
    }

    /// Tells all members how it goes: one row of the outbox, however many they are.
    mutating func tellGroup(_ words: String, by actor: Actor) throws {
        try checkGroupMayMove()
        let group = try group()
        let box = try vault.seal(words, as: "group.bulletin")
        let id: ID<Bulletin> = turn.newID()
        try turn.tx.run(
            """
            INSERT INTO group_bulletins (id, matter, words_box, at)
            VALUES (\(id), \(matter.id), \(box), \(turn.at))
            """
        )
        try note(
            .groupTold,
            by: actor,
            [
                "bulletin": id.description, "count": "\(group.members)",
                "words.digest": sealedDigest(box),
            ]
        )
        try tell(.groupTold, ["bulletin": id.description])
    }
}

/// What all members of a group are told (情况通报).
package struct Bulletin: Codable, Sendable, Equatable {
    package let at: Moment
    package let words: String
}
