/// A group matter (群体性事项): many people, one matter, at most five who speak for them.
///
/// A value with pure rules. It is never set: ``replay(_:)`` makes it from the matter's entries,
/// which hold counts, sums and digests and nobody's name.
package struct Group: Sendable, Equatable {
    package let openedAt: Moment
    /// How many were entered; the last of their serial numbers.
    package private(set) var members = 0
    /// What they claim together, as it stands after corrections.
    package private(set) var owed = Money.nothing
    package private(set) var paid = Money.nothing
    /// By their serial numbers.
    package private(set) var representatives: [Int] = []
    package private(set) var batches: [Batch] = []

    /// What was paid out together.
    package struct Batch: Sendable, Equatable {
        package let id: ID<Batch>
        package let serial: Int
        package let lines: Int
        package let total: Money
        /// Over the sorted lines, so that a check can recompute it.
        package let digest: String

        package init(id: ID<Batch>, serial: Int, lines: Int, total: Money, digest: String) {
            self.id = id
            self.serial = serial
            self.lines = lines
            self.total = total
            self.digest = digest
        }
    }

    /// A joint visit sends at most five (信访工作条例 Art 20).
    package static let mostRepresentatives = 5

    package init(openedAt: Moment) {
        self.openedAt = openedAt
    }

    package var rest: Money { Money(fen: owed.fen - paid.fen) }
}

extension Group {
    /// More members, each with a claim.
    package mutating func enter(_ count: Int, claiming total: Money) throws(GroupRefusal) {
        guard count > 0 else { throw .linesMissing }
        members += count
        owed = Money(fen: owed.fen + total.fen)
    }

    /// One member's sum was wrong.
    package mutating func correct(from before: Money, to after: Money) throws(GroupRefusal) {
        guard before != after else { throw .sumUnchanged }
        owed = Money(fen: owed.fen - before.fen + after.fen)
    }

    /// Who speaks for all, chosen by them; the new choice takes the place of the one before.
    package mutating func name(_ serials: [Int]) throws(GroupRefusal) {
        guard !serials.isEmpty else { throw .representativesMissing }
        guard serials.count <= Self.mostRepresentatives else { throw .representativesTooMany }
        guard Set(serials).count == serials.count else { throw .memberTwice }
        guard serials.allSatisfy({ (1...max(1, members)).contains($0) }), members > 0 else {
            throw .memberUnknown
        }
        representatives = serials.sorted()
    }

    /// One talks with those who were chosen and with nobody behind their backs.
    package func meet(_ present: [Int]) throws(GroupRefusal) {
        guard !representatives.isEmpty else { throw .representativesMissing }
        guard !present.isEmpty else { throw .nobodyPresent }
        guard Set(present).isSubset(of: representatives) else { throw .onlyRepresentatives }
    }

    /// Money was paid out: to the cent what its lines say, and never more than is owed.
    package mutating func pay(_ batch: Batch) throws(GroupRefusal) {
        guard batch.lines > 0, batch.total > .nothing else { throw .linesMissing }
        guard batch.total <= rest else { throw .paidTooMuch }
        paid = Money(fen: paid.fen + batch.total.fen)
        batches.append(batch)
    }
}
