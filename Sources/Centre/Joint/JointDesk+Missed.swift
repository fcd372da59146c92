import Storage

extension JointDesk {
    /// Tells of promises whose day has passed: the unit that promised, the lead, and whoever runs
    /// and rules joint handling.
    ///
    /// They are found from an index on the day of those that nobody was told of, and marked in the
    /// transaction that orders the notices: told once, whoever else looks and whenever one stops.
    /// - Returns: how many were told; fewer than the limit when no more are due.
    package func tellMissed(limit: Int = 100) async throws -> Int {
        let isAny = try await house.look { turn in
            try !Missed.find(limit: 1, in: turn).isEmpty
        }
        guard isAny else { return 0 }
        return try await house.database.write(.onLockedRow) { [house] tx in
            let turn = house.turn(in: tx)
            let missed = try Missed.find(limit: limit, locking: true, in: turn)
            for one in missed { try one.tell(in: turn) }
            return missed.count
        }
    }
}

/// A promise whose day is over and that was not kept.
private struct Missed {
    let pledge: ID<Pledge>
    let matter: ID<Matter>
    let unit: ID<Unit>
    let day: Day

    static func find(limit: Int, locking: Bool = false, in turn: Turn) throws -> [Missed] {
        let today = turn.at.day(in: turn.town.calendar.offset)
        let lock: SQL = locking ? turn.tx.dialect.skippingLocked : ""
        return try turn.tx.rows(
            """
            SELECT id, matter, unit, day FROM pledges
            WHERE state = 'open' AND told_day IS NULL AND day < \(today)
            ORDER BY day, id LIMIT \(limit) \(lock)
            """
        ).map {
            Missed(pledge: try $0[0], matter: try $0[1], unit: try $0[2], day: try $0[3])
        }
    }

    func tell(in turn: Turn) throws {
        try turn.tx.run("UPDATE pledges SET told_day = day WHERE id = \(pledge)")
        let lead: ID<Unit>? = try turn.tx.value(
            """
            SELECT a.unit FROM assignments a
            WHERE a.matter = \(matter) AND a.role = \(Assignment.Role.lead)
                AND a.state IN \(list: Assignment.State.allCases.filter(\.isStanding))
            ORDER BY a.id DESC LIMIT 1
            """
        )
        let told = Set([unit, lead].compactMap { $0 }).compactMap { turn.town.unit($0)?.code }
        var facts = ["day": day.description, Outbox.units: told.sorted().joined(separator: ",")]
        facts["unit"] = turn.town.unit(unit)?.code
        try Outbox.put(.pledgeMissed, matter: matter, facts, in: turn)
    }
}
