extension SeedFile {
    /// Makes the clocks from the entries, as a ``File`` does when it is saved, and gives matter and
    /// parts their due moments.
    mutating func windClocks() {
        clocks = matterClocks() + concerns.flatMap(clocks)
        matter.dueAt = .never
        for clock in clocks where clock.isOpen {
            matter.dueAt = min(matter.dueAt, clock.dueAt)
            guard clock.subject.kind == .assignment else { continue }
            for place in assignments.indices
            where assignments[place].id.bytes == clock.subject.id {
                assignments[place].dueAt = min(assignments[place].dueAt, clock.dueAt)
            }
        }
    }

    private func matterClocks() -> [Clock] {
        let events = ClockReading(town: town).events(
            from: entries[.matter(matter.id)] ?? [],
            seenBy: nil,
            in: matter.id
        )
        return Clock.replay(
            events,
            book: town.matterLimits,
            calendars: town.calendars,
            at: at
        )
    }

    private func clocks(of seeded: SeedConcern) -> [Clock] {
        let concern = seeded.concern
        let own = entries[.concern(concern.id)] ?? []
        var known = own + (entries[.matter(concern.home)] ?? [])
        if concern.matter != concern.home {
            let linkedAt = own.last { $0.act == .concernLinked }?.at ?? concern.registeredAt
            known += (entries[.matter(concern.matter)] ?? []).filter { $0.at >= linkedAt }
        }
        let events = ClockReading(town: town).events(
            from: known,
            seenBy: concern.id,
            in: concern.matter
        )
        return Clock.replay(
            events,
            book: town.concernLimits,
            calendars: town.calendars,
            at: at
        )
    }
}
