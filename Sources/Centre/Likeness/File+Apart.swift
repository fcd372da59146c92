import Storage

/// Why two concerns cannot be kept apart, or no longer be.
package enum ApartRefusal: String, Refusal, CaseIterable {
    case inOneMatter = "apart-in-one-matter"
    case already = "apart-already"
    case not = "apart-not"
}

extension File {
    /// Says that a concern of another matter is never the same as what this matter is about.
    mutating func keepApart(_ number: String, reason: String, by actor: Actor) throws {
        var pair = try pair(with: number)
        guard pair.other.matter.id != matter.id else { throw ApartRefusal.inOneMatter }
        let known = try Apart.isBetween(pair.own.id, and: pair.concern.id, in: turn.tx)
        guard !known else { throw ApartRefusal.already }
        try Apart.put(pair.own.id, and: pair.concern.id, at: turn.at, in: turn.tx)
        try tell(.keptApart, &pair, reason: reason, by: actor)
    }

    /// Takes that back: the two may be proposed and linked again.
    mutating func endApart(_ number: String, reason: String, by actor: Actor) throws {
        var pair = try pair(with: number)
        let own = try concerns.first { concern in
            try Apart.isBetween(concern.id, and: pair.concern.id, in: turn.tx)
        }
        guard let own else { throw ApartRefusal.not }
        pair.own = own
        try Apart.remove(own.id, and: pair.concern.id, in: turn.tx)
        try tell(.apartEnded, &pair, reason: reason, by: actor)
    }

    /// A concern of this matter, the other concern, and the matter that has it.
    private struct Pair {
        var own: Concern
        let concern: Concern
        var other: File
    }

    private func pair(with number: String) throws -> Pair {
        let concern = try Concern.find(number: number, in: turn.tx)
        // What the matter was made for; what was linked to it may be taken out again.
        guard let own = concerns.first(where: { $0.home == matter.id }) ?? concerns.first else {
            throw LinkRefusal.alreadyLinked
        }
        let other =
            concern.matter == matter.id ? self : try File.open(concern.matter, in: turn)
        return Pair(own: own, concern: concern, other: other)
    }

    /// Both matters' timelines tell it, each naming the other's number.
    private mutating func tell(
        _ act: Act,
        _ pair: inout Pair,
        reason: String,
        by actor: Actor
    ) throws {
        let own = ["number": pair.own.number, "other": pair.concern.number]
        let theirs = ["number": pair.concern.number, "other": pair.own.number]
        let digest = try paper(.link, reason)
        try note(act, by: actor, own.merging(["reason.digest": digest]) { $1 })
        let copy = try pair.other.paper(.link, reason)
        try pair.other.note(act, by: actor, theirs.merging(["reason.digest": copy]) { $1 })
        try pair.other.save(isTouched: false)
    }
}
