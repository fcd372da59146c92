/// A refusal names the ground and the next door: which body, which procedure, how long.
package struct NotAccepted: Sendable, Equatable {
    /// A ground of the pack.
    package let ground: String
    /// Where to go instead; empty takes the ground's own words.
    package let nextDoor: String

    package init(ground: String, nextDoor: String) {
        self.ground = ground
        self.nextDoor = nextDoor
    }
}

extension File {
    mutating func refuse(_ refusal: NotAccepted, by actor: Actor) throws {
        guard let ground = turn.town.refusalGround(refusal.ground) else {
            throw Fault(.unknownCode, "ground")
        }
        try checkNoWhistle()
        try checkNoJoint()
        try step(.refuse)
        let words = "\(ground.title.zh)。\(refusal.nextDoor)"
        let box = try vault.seal(words, as: "matter.refusal")
        try note(
            .matterRefused,
            by: actor,
            ["ground": refusal.ground, "nextDoor.digest": sealedDigest(box)]
        )
        for place in concerns.indices where concerns[place].state != .withdrawn {
            try answer(place, with: words, by: actor)
        }
    }

    /// Gives one concern its own answer.
    mutating func answer(_ place: Int, with words: String, by actor: Actor) throws {
        try moveConcern(place, .answer)
        concerns[place].answeredAt = turn.at
        concerns[place].visits = 0
        concerns[place].visitedAt = nil
        try concerns[place].save(in: turn.tx)
        var facts = ["number": concerns[place].number]
        facts["answer.digest"] = try Answer.keep(words, for: concerns[place], in: turn)
        try note(.concernAnswered, to: concerns[place], by: actor, facts)
    }
}
