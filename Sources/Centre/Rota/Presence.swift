import Storage

/// Which seats are seen to be taken: by the centre's own tick, or because somebody of the unit did
/// the hall's work in that half-day.
///
/// Nobody registers an arrival, no device is asked where it is, and nothing is counted.
struct Presence {
    let halfDay: HalfDay
    /// Units of which somebody took a concern in at the counter.
    let worked: Set<ID<Unit>>

    func isTaken(_ sitting: Sitting) -> Bool {
        guard let unit = sitting.place.unit else { return false }
        if sitting.takenAt != nil { return true }
        return sitting.halfDay == halfDay && worked.contains(unit)
    }

    /// Of the half-day that is on.
    static func worked(on moment: Moment, in turn: Turn) throws -> Presence {
        let halfDay = HalfDay(at: moment, in: turn.town.offset)
        let units: [ID<Unit>] = try turn.tx.rows(
            """
            SELECT DISTINCT s.unit FROM sittings s
            JOIN posts p ON p.unit = s.unit
            JOIN concerns c ON c.registered_by = p.officer
            WHERE s.published = 1 AND s.half_day = \(halfDay)
                AND c.registered_at >= \(halfDay.start(in: turn.town.offset))
                AND c.registered_at <= \(moment) AND c.channel = 'walkin'
                AND p.valid_from <= \(moment) AND (p.valid_to IS NULL OR p.valid_to > \(moment))
            """
        ).map { try $0[0] }
        return Presence(halfDay: halfDay, worked: Set(units))
    }
}
