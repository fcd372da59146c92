import Storage

/// One line of what happened, as staff read it.
package struct TimelineLine: Codable, Sendable, Equatable {
    package struct Who: Codable, Sendable, Equatable {
        package let kind: String
        package let role: String?
        package let name: String?
    }

    package let id: ID<Entry>
    package let at: Moment
    package let act: Act
    package let who: Who
    package let concern: String?
    package let assignment: ID<Assignment>?
    package let facts: [String: String]

    /// The line a page ends on.
    package struct Cursor: Sendable, Equatable, Codable {
        package let at: Int64
        package let id: ID<Entry>

        package init(at: Int64, id: ID<Entry>) {
            self.at = at
            self.id = id
        }
    }
}

extension File {
    /// The matter's own entries and those of the concerns linked to it, in the order they
    /// happened or the other way round.
    func timelinePage(
        after: TimelineLine.Cursor?,
        limit: Int,
        newestFirst: Bool = false
    ) throws -> Portion<TimelineLine, TimelineLine.Cursor> {
        let timeline = turn.house.timeline
        var entries = try timeline.entries(of: .matter(matter.id), in: turn.tx)
        for concern in concerns {
            entries += try timeline.entries(of: .concern(concern.id), in: turn.tx)
        }
        entries.sort { ($0.at, $0.id) < ($1.at, $1.id) }
        if newestFirst { entries.reverse() }
        let rest = entries.drop { entry in
            guard let after else { return false }
            let key = (entry.at.milliseconds, entry.id)
            return newestFirst ? key >= (after.at, after.id) : key <= (after.at, after.id)
        }
        let shown = Array(rest.prefix(limit))
        let names = try officerNames(of: shown)
        let next = shown.last.map { TimelineLine.Cursor(at: $0.at.milliseconds, id: $0.id) }
        return Portion(
            items: shown.map { line($0, names: names) },
            next: rest.count > limit ? next : nil
        )
    }

    private func line(_ entry: Entry, names: [ID<Officer>: String]) -> TimelineLine {
        let concern = concerns.first { $0.id == entry.concern }
        return TimelineLine(
            id: entry.id,
            at: entry.at,
            act: entry.act,
            who: who(entry.actor, names: names),
            concern: concern?.number,
            assignment: entry.assignment,
            facts: entry.facts
        )
    }

    private func who(_ actor: Actor, names: [ID<Officer>: String]) -> TimelineLine.Who {
        switch actor {
        case .officer(let id, let role):
            .init(kind: "officer", role: role.rawValue, name: names[id])
        case .resident: .init(kind: "resident", role: nil, name: nil)
        case .system(let name): .init(kind: "system", role: nil, name: name)
        }
    }

    private func officerNames(of entries: [Entry]) throws -> [ID<Officer>: String] {
        let ids = Set(entries.compactMap(\.actor.officer))
        guard !ids.isEmpty else { return [:] }
        let rows = try turn.tx.rows(
            "SELECT id, name FROM officers WHERE id IN \(list: ids.sorted())"
        )
        let pairs: [(ID<Officer>, String)] = try rows.map { (try $0[0], try $0[1]) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

extension Actor {
    /// The officer who acted, if it was one.
    var officer: ID<Officer>? {
        if case .officer(let id, _) = self { return id }
        return nil
    }
}
