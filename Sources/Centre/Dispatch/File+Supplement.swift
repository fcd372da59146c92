extension File {
    /// Says once, in one list, what is missing.
    mutating func callSupplement(_ missing: [String], by actor: Actor) throws {
        guard !missing.isEmpty else { throw Fault(.empty, "missing") }
        try step(.callSupplement)
        let digest = try paper(.missing, missing.joined(separator: "\n"))
        let facts = ["count": "\(missing.count)", "missing.digest": digest]
        try note(.supplementCalled, by: actor, facts)
    }

    /// What a resident adds belongs to the same concern.
    ///
    /// On a refusal it is an objection, and the matter is looked at again.
    mutating func supplement(_ place: Int, words: String) throws {
        let concern = concerns[place]
        guard concern.state != .withdrawn else {
            throw StageRefusal(stage: "withdrawn", step: "supplement")
        }
        let objection = matter.stage == .declined
        if objection || !matter.stage.isOver {
            try step(objection ? .object : .supplement)
        }
        if objection { concerns[place].state = .registered }
        try concerns[place].save(in: turn.tx)
        var facts = ["objection": objection ? "yes" : "no"]
        facts["words.digest"] = try keepWords(words, .supplement, of: place)
        try note(.concernSupplemented, to: concerns[place], by: .resident(concern.id), facts)
    }
}
