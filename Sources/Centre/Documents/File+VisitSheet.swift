import Storage

extension File {
    /// What the return visitor asks about: what was wanted, what was answered, and room for two
    /// answers, which are never one mark.
    func visitSheet(of place: Int, for actor: Actor) throws -> Document {
        let concern = concerns[place]
        let own = try ResidentWords(of: concern, in: turn)
        guard let answer = own.answer else { throw DocumentRefusal.notAnswered }
        var fields = try brought(concern, own)
        fields["answer"] = .text(answer)
        fields["answeredAt"] = concern.answeredAt.map { .day($0) }
        fields["unit"] = answering.map(unitName)
        fields["closure"] = closureName
        fields["attempts"] = .count(concern.visits)
        return paper(
            .visitSheet,
            numbered: "visitSheet",
            concern.visits + 1,
            of: concern.number,
            fields,
            about: .init(actor: actor, matter: matter.id, concern: concern.id)
        )
    }
}
