import Storage

extension File {
    /// Why the last day of a concern is that day: the limit that its answer is promised by.
    func limitSheet(of place: Int, for actor: Actor) throws -> Document {
        let concern = concerns[place]
        let clocks = try Clock.clocks(of: matter.id, in: turn.tx)
        let own = clocks.filter { $0.subject == .concern(concern.id) }
        let shared = clocks.filter { $0.subject == .matter(matter.id) }
        // What runs goes before what has ended, and the resident's own before the matter's.
        let candidates = own.filter(\.isOpen) + shared.filter(\.isOpen) + own
        guard let clock = Clock.answering(among: candidates, in: turn.town) else {
            throw DocumentRefusal.noLimit
        }
        let subject = Document.Subject(actor: actor, matter: matter.id, concern: concern.id)
        return try limitSheet(of: clock, 1, number: concern.number, about: subject)
    }

    /// All running limits of the matter, its concerns and its parts.
    func limitSheets(for actor: Actor) throws -> [Document] {
        let running = try Clock.running(of: matter.id, in: turn.tx)
        guard !running.isEmpty else { throw DocumentRefusal.noLimit }
        return try running.prefix(DocumentBundle.most).enumerated().map { place, clock in
            let concern = concerns.first { $0.id.bytes == clock.subject.id }
            let subject = Document.Subject(actor: actor, matter: matter.id, concern: concern?.id)
            let number = concern?.number ?? voice?.number ?? ""
            return try limitSheet(of: clock, place + 1, number: number, about: subject)
        }
    }

    private func limitSheet(
        of clock: Clock,
        _ serial: Int,
        number: String,
        about subject: Document.Subject
    ) throws -> Document {
        guard !turn.town.documents.text(.limitSheet, in: .chinese).isEmpty else {
            throw DocumentRefusal.notInPack
        }
        guard let rule = turn.town.rule(of: clock), let reckoning = turn.town.reckoning(of: clock)
        else { throw DocumentRefusal.noLimit }
        var fields = line(of: clock) ?? [:]
        fields["reasons"] = nil
        fields["title"] = nil
        fields["limit"] = .name(rule.title)
        fields["startedAt"] = .moment(clock.startedAt)
        fields["amount"] = .amount(rule.amount, rule.unit)
        fields["state"] = .word(clock.state(at: turn.at).rawValue, of: "limit")
        fields["edition"] = .count(rule.version)
        if rule.rollOver { fields["rollOver"] = .flag }
        if reckoning.extended > 0 { fields["extended"] = .amount(reckoning.extended, rule.unit) }
        if reckoning.setBy == .kept { fields["kept"] = .flag }
        if reckoning.setBy == .whole { fields["withinWhole"] = .flag }
        fields["days"] = .lines(reckoning.days.map(line))
        fields["pauses"] = .lines(clock.pauses.map(line))
        return paper(
            .limitSheet,
            numbered: "limitSheet",
            serial,
            of: number,
            fields,
            about: subject
        )
    }

    private func line(_ run: Reckoning.Run) -> Fields {
        let offset = turn.town.offset
        var fields: Fields = [
            "from": .day(run.from.start(in: offset)), "to": .day(run.to.start(in: offset)),
            "count": .count(run.count), "reason": .reason(run.why, naming: run.name),
        ]
        if run.counted { fields["counted"] = .flag }
        return fields
    }

    private func line(_ pause: Pause) -> Fields {
        let ground = turn.town.grounds.suspension.first { $0.code == pause.ground }
        return [
            "from": .moment(pause.from), "to": .moment(pause.until),
            "ground": ground.map { .name($0.title) } ?? .reason("day-paused", naming: pause.ground),
        ]
    }
}

extension Clock {
    /// The one that names the day of the answer: what ends with it, the earliest first.
    static func answering(among clocks: [Clock], in town: Town) -> Clock? {
        let answering = clocks.filter { clock in
            let ends = town.rule(of: clock)?.ends ?? []
            return ends.contains(.concernAnswered) || ends.contains(.matterClosed)
        }
        let open = answering.filter(\.isOpen)
        return (open.isEmpty ? answering : open).max { one, other in
            (one.dueAt, one.rule) < (other.dueAt, other.rule)
        }
    }
}
