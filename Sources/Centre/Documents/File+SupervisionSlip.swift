import Storage

extension File {
    /// Calls the units that have the matter to account for the limits that have passed.
    ///
    /// It says what is late and asks for an answer; what is decided stays the unit's.
    func supervisionSlip(by viewer: Viewer, for actor: Actor) throws -> Document {
        let late = try Clock.running(of: matter.id, in: turn.tx)
            .filter { $0.state(at: turn.at) == .running && $0.isOverdue(at: turn.at) }
        let steps = try supervisionViews(for: viewer).filter { $0.kind == .letter }
        let letters = steps.filter { $0.state != .settled && $0.state != .withdrawn }
        guard !late.isEmpty || !letters.isEmpty else { throw DocumentRefusal.nothingOverdue }
        var fields = try supervised(by: viewer, as: actor)
        fields["units"] = .lines(handling)
        fields["overdue"] = .lines(late.compactMap(overdue))
        if !letters.isEmpty { fields["letters"] = .lines(letters.map(letter)) }
        return paper(
            .supervisionSlip,
            numbered: "supervisionSlip",
            max(1, steps.count),
            of: voice?.number ?? "",
            fields,
            about: .init(actor: actor, matter: matter.id)
        )
    }

    /// Reminds the units that have not said yet how they go on.
    func reminderSlip(by viewer: Viewer, for actor: Actor) throws -> Document {
        let steps = try supervisionViews(for: viewer).filter { $0.kind == .reminder }
        let open = steps.filter { $0.waits == .unit }
        guard !open.isEmpty else { throw DocumentRefusal.noReminder }
        var fields = try supervised(by: viewer, as: actor)
        fields["reminders"] = .lines(open.map(letter))
        return paper(
            .reminderSlip,
            numbered: "reminderSlip",
            steps.count,
            of: voice?.number ?? "",
            fields,
            about: .init(actor: actor, matter: matter.id)
        )
    }

    /// What it is about, and who issues the paper.
    private func supervised(by viewer: Viewer, as actor: Actor) throws -> Fields {
        var fields = classified
        for name in ["item", "urgency", "danger", "confidential", "route", "routeBasis"] {
            fields[name] = nil
        }
        if let voice {
            fields["title"] = try ResidentWords(of: voice, in: turn).title.map { .text($0) }
            fields["registeredAt"] = .moment(voice.registeredAt)
        }
        fields["stage"] = .word(matter.stage.rawValue, of: "stage")
        fields["issuer"] = .text(viewer.name)
        if case .officer(_, let role) = actor {
            fields["issuerRole"] = .word(role.rawValue, of: "role")
        }
        return fields
    }

    /// Who has it: the units with a standing part, and the centre itself before there are any.
    private var handling: [Fields] {
        let parts = assignments.filter { $0.state.isLive && $0.round == matter.round }
        guard !parts.isEmpty else { return [["unit": .name(turn.town.documents.office)]] }
        return parts.map { part in
            var fields: Fields = ["unit": unitName(part.unit)]
            fields["part"] = .word(part.role.rawValue, of: "part")
            fields["signedAt"] = part.signedAt.map { .moment($0) }
            return fields
        }
    }

    /// A letter that waits: its ground, what is asked, and by when.
    private func letter(_ step: SupervisionView) -> Fields {
        let called = step.unit.flatMap { turn.town.unit(code: $0.code)?.name }
        var fields: Fields = [
            "unit": .name(called ?? turn.town.documents.office),
            "issuedAt": .moment(step.openedAt),
        ]
        if let ground = turn.town.supervision.ground(step.ground.code) {
            fields["ground"] = .name(ground.title)
            fields["basis"] = .name(ground.basis.citation)
            if !ground.basis.text.isEmpty { fields["wording"] = .text(ground.basis.text) }
        }
        fields["demand"] = step.history.first?.words.map { .text($0) }
        fields["due"] = step.due.map { .moment($0) }
        fields["answer"] = step.history.last { $0.act == .letterAnswered }?.words
            .map { .text($0) }
        return fields
    }

    private func overdue(_ clock: Clock) -> Fields? {
        guard var fields = line(of: clock) else { return nil }
        let offset = turn.town.offset
        let days = turn.at.day(in: offset).number - clock.dueAt.day(in: offset).number
        fields["provisional"] = nil
        fields["days"] = .count(max(1, days))
        return fields
    }
}
