import Storage

enum JointRecords {
    static func isAny(of matter: ID<Matter>, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT matter FROM joint_works WHERE matter = \(matter)") != nil
    }

    /// The matter to which a meeting, a promise or a watch task belongs.
    static func matter(
        of subject: JointSubject,
        _ kind: JointStep.Subject,
        in tx: Transaction
    ) throws -> ID<Matter> {
        let id = subject.bytes
        let found: ID<Matter>? =
            switch kind {
            case .matter: id
            case .meeting: try tx.value("SELECT matter FROM joint_meetings WHERE id = \(id)")
            case .pledge: try tx.value("SELECT matter FROM pledges WHERE id = \(id)")
            case .followUp: try tx.value("SELECT matter FROM follow_ups WHERE id = \(id)")
            }
        guard let found else { throw NotFound() }
        return found
    }

    static func isOwn(
        _ attachment: ID<Attachment>,
        of concerns: [Concern],
        in tx: Transaction
    ) throws -> Bool {
        try tx.row(
            """
            SELECT id FROM attachments
            WHERE id = \(attachment) AND concern IN \(list: concerns.map(\.id))
            """
        ) != nil
    }

    /// Brings the copy of a matter's handling up to its entries.
    static func keep(_ work: JointWork, of matter: ID<Matter>, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO joint_works (matter, is_open) VALUES (\(matter), \(work.isOpen ? 1 : 0))
            ON CONFLICT (matter) DO UPDATE SET is_open = excluded.is_open
            """
        )
        let units: [SQL] = work.units.sorted().map { "(\(matter), \($0))" }
        if !units.isEmpty {
            try tx.run(
                """
                INSERT INTO joint_units (matter, unit) VALUES \(units.joined(by: ", "))
                ON CONFLICT (matter, unit) DO NOTHING
                """
            )
        }
        try keepMeetings(work.meetings, matter, in: tx)
        try keepPledges(work.pledges, matter, in: tx)
        try keepFollowUps(work.followUps, matter, in: tx)
    }

    private static func keepMeetings(
        _ meetings: [JointMeeting],
        _ matter: ID<Matter>,
        in tx: Transaction
    ) throws {
        let rows: [SQL] = meetings.map { "(\($0.id), \(matter), \($0.state), \($0.at))" }
        guard !rows.isEmpty else { return }
        try tx.run(
            """
            INSERT INTO joint_meetings (id, matter, state, meets_at)
            VALUES \(rows.joined(by: ", "))
            ON CONFLICT (id) DO UPDATE SET state = excluded.state
            """
        )
    }

    private static func keepPledges(
        _ pledges: [Pledge],
        _ matter: ID<Matter>,
        in tx: Transaction
    ) throws {
        let rows: [SQL] = pledges.map { pledge in
            """
            (\(pledge.id), \(matter), \(pledge.unit), \(pledge.state), \(pledge.due), \
            \(pledge.askedDay))
            """
        }
        guard !rows.isEmpty else { return }
        try tx.run(
            """
            INSERT INTO pledges (id, matter, unit, state, day, asked_day)
            VALUES \(rows.joined(by: ", "))
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, day = excluded.day,
                asked_day = excluded.asked_day,
                told_day = CASE WHEN pledges.day = excluded.day THEN pledges.told_day END
            """
        )
    }

    private static func keepFollowUps(
        _ followUps: [FollowUp],
        _ matter: ID<Matter>,
        in tx: Transaction
    ) throws {
        let rows: [SQL] = followUps.map { task in
            "(\(task.id), \(matter), \(task.unit), \(task.isOpen ? 1 : 0), \(task.due))"
        }
        guard !rows.isEmpty else { return }
        try tx.run(
            """
            INSERT INTO follow_ups (id, matter, unit, is_open, day)
            VALUES \(rows.joined(by: ", "))
            ON CONFLICT (id) DO UPDATE SET is_open = excluded.is_open, day = excluded.day
            """
        )
    }
}

extension File {
    /// The copy follows the entries, in the transaction that writes them.
    func keepJoint() throws {
        guard !noted.isDisjoint(with: JointWork.acts) else { return }
        try JointRecords.keep(try joint(), of: matter.id, in: turn.tx)
    }
}
