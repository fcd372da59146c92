/// A listing as staff read it in the register.
package struct ListingView: Codable, Sendable, Equatable {
    package struct Line: Codable, Sendable, Equatable {
        package let at: Moment
        package let act: Act
        package let role: String?
        package let name: String?
        package let words: String?
    }

    package let id: ID<Listing>
    package let number: String
    package let subject: Listing.Subject
    package let name: String
    package let ground: MatterView.Named
    package let basis: String?
    package let problem: String
    package let measures: String
    package let unit: MatterView.Named
    package let leader: String
    package let state: Listing.State
    package let openedAt: Moment
    package let until: Day
    package let overdue: Bool
    package let removedOn: Day?
    package let watchedUntil: Day?
    package let relapses: Int
    package let history: [Line]
    /// What the viewer may do now.
    package let steps: [Listing.Step]
}

extension ListingFile {
    func view(for viewer: Viewer) throws -> ListingView {
        let words = try ListingRecords.words(of: listing.id, in: turn)
        let officers = entries.compactMap(\.actor.officer) + [listing.leader]
        let names = try AuditRecords.names(of: officers, in: turn.tx)
        let rules = turn.town.supervision
        let today = turn.at.day(in: turn.town.offset)
        let unit = turn.town.unit(listing.unit)
        func said(_ name: String) -> String {
            entries.first?.facts["\(name).digest"].flatMap { words[$0] } ?? ""
        }
        return ListingView(
            id: listing.id,
            number: listing.number,
            subject: listing.subject,
            name: listing.code.map { name(ofCode: $0).zh } ?? said("name"),
            ground: .init(
                code: listing.ground,
                name: rules.title(listing.ground)?.zh ?? listing.ground
            ),
            basis: rules.ground(listing.ground)?.basis.citation.zh,
            problem: said("problem"),
            measures: said("measures"),
            unit: .init(code: unit?.code ?? "", name: unit?.name.zh ?? ""),
            leader: names[listing.leader] ?? "",
            state: listing.state,
            openedAt: listing.openedAt,
            until: listing.until,
            overdue: listing.state == .listed && listing.until < today,
            removedOn: listing.removedOn,
            watchedUntil: listing.watchedUntil,
            relapses: listing.relapses,
            history: entries.map { entry in
                line(entry, names: names, words: words)
            },
            steps: steps(for: viewer, on: today)
        )
    }

    func name(ofCode code: String) -> Bilingual {
        let town = turn.town
        let name: Bilingual? =
            switch listing.subject {
            case .area: town.area(code: code, on: listing.openedAt.day(in: town.offset))?.name
            case .trade: town.disputeClass(code)?.name
            case .unit: town.unit(code: code)?.name
            case .place: nil
            }
        return name ?? Bilingual(zh: code, en: code)
    }

    private func line(
        _ entry: Entry,
        names: [ID<Officer>: String],
        words: [String: String]
    ) -> ListingView.Line {
        var role: String?
        if case .officer(_, let held) = entry.actor { role = held.rawValue }
        return ListingView.Line(
            at: entry.at,
            act: entry.act,
            role: role,
            name: entry.actor.officer.flatMap { names[$0] },
            words: entry.facts["words.digest"].flatMap { words[$0] }
        )
    }

    private func steps(for viewer: Viewer, on day: Day) -> [Listing.Step] {
        Listing.machine.steps(from: listing.state).filter { transition in
            guard let right = transition.right, viewer.may(right) else { return false }
            do {
                try listing.check(viewer, mayTake: transition.step, on: day, within: responsible)
                return true
            } catch {
                return false
            }
        }.map(\.step)
    }
}
