import Storage

extension File {
    /// What one unit is asked to do, by when, and with whom.
    func assignmentSlip(of place: Int, for actor: Actor) throws -> Document {
        let part = assignments[place]
        var fields = classified
        if let voice {
            let own = try ResidentWords(of: voice, in: turn)
            fields.merge(try brought(voice, own)) { first, _ in first }
        }
        fields["anonymous"] = nil
        fields["registeredAt"] = nil
        fields["contact"] = nil
        fields["routeBasis"] = nil
        fields["unit"] = unitName(part.unit)
        fields["part"] = .word(part.role.rawValue, of: "part")
        fields["lead"] = lead.map { unitName($0.unit) }
        fields["assists"] = .lines(assisting(part))
        let words = try part.instruction.map { try vault.open($0, as: "assignment.instruction") }
        fields["instruction"] = words.map { .text($0) }
        fields["why"] = .text(part.why)
        fields["assignedAt"] = .moment(part.assignedAt)
        fields["dispatcher"] = try officerName(part.assignedBy)
        if part.round > 1 { fields["round"] = .count(part.round) }
        if part.designated { fields["designated"] = .flag }
        fields["limits"] = .lines(try limits(of: part))
        return paper(
            .assignmentSlip,
            numbered: "assignmentSlip",
            place + 1,
            of: voice?.number ?? "",
            fields,
            about: .init(actor: actor, matter: matter.id, assignment: part.id)
        )
    }

    private func assisting(_ part: Assignment) -> [Fields] {
        assignments
            .filter { $0.role == .assist && $0.state.isStanding && $0.round == part.round }
            .map { ["unit": unitName($0.unit)] }
    }

    /// The unit's own limits and, for the lead, those of the whole matter.
    private func limits(of part: Assignment) throws -> [Fields] {
        try Clock.running(of: matter.id, in: turn.tx)
            .filter { clock in
                clock.subject == .assignment(part.id)
                    || (part.role == .lead && clock.subject == .matter(matter.id))
            }
            .compactMap(line)
    }
}
