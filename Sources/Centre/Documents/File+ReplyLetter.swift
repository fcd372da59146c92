import Storage

extension File {
    /// The answer to one concern, with what it rests on and the way of redress
    /// (信访工作条例 Art 32).
    /// - Parameter name: the addressee's, where it may stand on the paper.
    func replyLetter(of place: Int, to name: String?, for actor: Actor) throws -> Document {
        let concern = concerns[place]
        let own = try ResidentWords(of: concern, in: turn)
        guard let answer = own.answer else { throw DocumentRefusal.notAnswered }
        let texts = turn.town.documents
        var fields = classified
        for name in ["item", "urgency", "danger", "confidential", "class", "place"] {
            fields[name] = nil
        }
        fields["title"] = own.title.map { .text($0) }
        fields["content"] = own.content.map { .text($0) }
        fields["registeredAt"] = .moment(concern.registeredAt)
        if let name { fields["addressee"] = .text(name) } else { fields["unnamed"] = .flag }
        fields["answer"] = .text(answer)
        fields["answeredAt"] = concern.answeredAt.map { .day($0) }
        fields["unit"] = answering.map(unitName)
        fields["outcome"] = assignments.last { $0.unit == answering }?.outcome.map {
            .word($0.rawValue, of: "outcome")
        }
        fields["closure"] = closureName
        fields["followAddress"] = .text(texts.followAddress(of: concern.number))
        return paper(
            .replyLetter,
            numbered: "reply",
            matter.round,
            of: concern.number,
            fields,
            link: texts.link(to: concern.number),
            about: .init(actor: actor, matter: matter.id, concern: concern.id)
        )
    }

    /// The unit whose answer it is.
    var answering: ID<Unit>? {
        let replied = assignments.filter { $0.repliedAt != nil }
        return (replied.last { $0.role == .lead } ?? replied.last)?.unit
    }

    var closureName: Document.Field? {
        turn.town.grounds.closure.first { $0.code == matter.closure }.map { .name($0.title) }
    }
}
