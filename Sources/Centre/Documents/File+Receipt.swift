import Storage

extension File {
    /// The receipt of one concern: number, code, and what is promised by when and under which law
    /// (信访工作条例 Art 23).
    func receiptPaper(of place: Int, for actor: Actor) throws -> Document {
        let concern = concerns[place]
        let code = QueryCode(of: concern.id, keys: turn.house.keys).description
        let texts = turn.town.documents
        var fields = try brought(concern, try ResidentWords(of: concern, in: turn))
        fields["place"] = classified["place"]
        if concern.mode == .confidential || matter.confidential { fields["confidential"] = .flag }
        fields["queryCode"] = .text(code)
        fields["channel"] = .word(concern.channel.rawValue, of: "channel")
        fields["kind"] = .word(concern.kind.rawValue, of: "kind")
        fields["promises"] = .lines(try promised(to: concern))
        fields["followAddress"] = .text(texts.followAddress(of: concern.number))
        fields["privacyVersion"] = turn.town.texts["privacyVersion"].map { .name($0) }
        return paper(
            .receipt,
            numbered: "receipt",
            1,
            of: concern.number,
            fields,
            link: texts.link(to: concern.number, code: code),
            about: .init(actor: actor, matter: matter.id, concern: concern.id)
        )
    }

    /// The limits that began with the registration, kept or not: a receipt printed again says the
    /// same as the first one.
    private func promised(to concern: Concern) throws -> [Fields] {
        try Clock.clocks(of: matter.id, in: turn.tx)
            .filter { $0.subject == .concern(concern.id) }
            .filter { clock in
                turn.town.rule(of: clock)?.starts.contains(.concernRegistered) ?? false
            }
            .sorted { ($0.dueAt, $0.rule) < ($1.dueAt, $1.rule) }
            .compactMap(line)
    }
}
