import Storage

/// The same outside number again: the same content changes nothing, new content is added to the
/// concern; after closing it opens the matter again, after filing it is only kept.
struct Update {
    let order: WorkOrder
    let concern: ID<Concern>
    let actor: Actor?
    let turn: Turn

    func receipt() throws -> Receipt {
        let row = try turn.tx.row(
            "SELECT number, matter, external_print FROM concerns WHERE id = \(concern)"
        )
        guard let row else { throw NotFound() }
        var file = try File.open(try row["matter"], in: turn)
        guard let place = file.concerns.firstIndex(where: { $0.id == concern }) else {
            throw NotFound()
        }
        let before: [UInt8]? = try row["external_print"]
        let print = order.mark(keys: turn.house.keys)
        guard before != print else { return try file.receipt(of: place) }
        try turn.tx.run("UPDATE concerns SET external_print = \(print) WHERE id = \(concern)")
        try file.update(place, words: order.title + "\n" + order.content, by: actor)
        try file.save()
        return try file.receipt(of: place)
    }
}

extension File {
    fileprivate mutating func update(_ place: Int, words: String, by actor: Actor?) throws {
        let actor = actor ?? .resident(concerns[place].id)
        var facts = ["channel": concerns[place].channel.rawValue]
        facts["words.digest"] = try keepWords(words, .update, of: place)
        try note(.concernUpdated, to: concerns[place], by: actor, facts)
        guard matter.stage == .closed else { return }
        try moveConcern(place, .contest)
        try reopen(by: actor, ["cause": "update"])
    }
}
