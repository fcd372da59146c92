import Storage

/// What an officer has promised in person and not kept yet: a case led or worked on (领导包案), or
/// a listing answered for (挂牌整治).
package struct OwnPromise: Codable, Sendable, Equatable {
    package enum Part: String, Storable, CaseIterable, Codable {
        /// The leader in charge.
        case leader
        /// Who does the work in the responsible unit.
        case responsible
        /// The responsible leader of a listing.
        case listing
    }

    /// The id of the step or of the listing.
    package let id: ID<OwnPromise>
    package let part: Part
    /// Nil for a listing.
    package let matter: ID<Matter>?
    /// Of the matter's first concern, or of the listing.
    package let number: String?
    package let title: String?
    package let unit: MatterView.Named
    package let day: Day
    /// The day is over.
    package let missed: Bool
}

enum OwnPromiseRecords {
    /// Brings the copy up to a matter's entries.
    static func keep(_ steps: [SupervisionStep], of matter: ID<Matter>, in tx: Transaction) throws {
        for step in steps where step.kind == .leader {
            try tx.run("DELETE FROM own_promises WHERE id = \(step.id)")
            guard step.isOpen, let unit = step.unit,
                let day = step.particulars["day"].flatMap({ Day($0) })
            else { continue }
            for part in [OwnPromise.Part.leader, .responsible] {
                guard let officer = step.particulars[part.rawValue].flatMap({ ID<Officer>($0) })
                else { continue }
                try tx.run(
                    """
                    INSERT INTO own_promises (id, officer, part, matter, unit, day)
                    VALUES (\(step.id), \(officer), \(part), \(matter), \(unit), \(day))
                    """
                )
            }
        }
    }

    static func keep(_ listing: Listing, in tx: Transaction) throws {
        try tx.run("DELETE FROM own_promises WHERE id = \(listing.id)")
        guard listing.state.isOpen else { return }
        try tx.run(
            """
            INSERT INTO own_promises (id, officer, part, unit, day)
            VALUES (\(listing.id), \(listing.leader), \(OwnPromise.Part.listing), \(listing.unit),
                \(listing.until))
            """
        )
    }
}
