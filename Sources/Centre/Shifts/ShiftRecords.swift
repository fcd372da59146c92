import Storage

enum ShiftRecords {
    /// Bound to the note, so that two notes' words cannot change places.
    static func purpose(_ id: ID<ShiftNote>) -> String { "shift.note/\(id)" }

    private static let endPurpose = "shift.openEnd"

    private static let columns: SQL = """
        n.id AS id, n.unit, n.desk, n.day, n.shift, n.words_box, n.written_by, n.written_at,
        n.taken_by, n.taken_at, n.seat, n.next_unit, n.next_half_day, w.name AS writer,
        t.name AS taker
        """

    private static let sources: SQL = """
        shift_notes n
        LEFT JOIN officers w ON w.id = n.written_by
        LEFT JOIN officers t ON t.id = n.taken_by
        """

    static func add(
        _ handover: ShiftHandover,
        as id: ID<ShiftNote>,
        box: [UInt8],
        by officer: ID<Officer>,
        in turn: Turn
    ) throws {
        try turn.tx.run(
            """
            INSERT INTO shift_notes (id, unit, desk, day, shift, words_box, written_by, written_at)
            VALUES (\(id), \(handover.unit), \(handover.desk), \(handover.day),
                \(handover.shift), \(box), \(officer), \(turn.at))
            """
        )
    }

    static func address(
        _ id: ID<ShiftNote>,
        to next: ShiftNote.Next?,
        at seat: String?,
        in tx: Transaction
    ) throws {
        guard let seat else { return }
        try tx.run(
            """
            UPDATE shift_notes SET seat = \(seat), next_unit = \(next?.unit),
                next_half_day = \(next?.halfDay)
            WHERE id = \(id)
            """
        )
    }

    /// A note left at a seat goes to whoever sits there next, also when that changes.
    static func readdress(_ sitting: Sitting, in tx: Transaction) throws {
        try tx.run(
            """
            UPDATE shift_notes SET next_unit = \(sitting.place.unit)
            WHERE next_half_day = \(sitting.halfDay) AND seat = \(sitting.seat)
                AND taken_by IS NULL
            """
        )
    }

    /// Keeps an open end under the key of its matter, if the writer may see it.
    static func add(
        _ end: ShiftHandover.OpenEnd,
        at place: Int,
        of note: ID<ShiftNote>,
        within sight: Sight,
        in turn: Turn
    ) throws {
        let plain = end.number.uppercased().filter { $0 != " " && $0 != "-" }
        let row = try turn.tx.row(
            """
            SELECT \(Matter.columns) FROM concerns c JOIN matters m ON m.id = c.matter
            WHERE c.number = \(plain) AND \(sight.condition)
            """
        )
        guard let matter = try row.map(Matter.init) else {
            throw ShiftRefusal.numberNotFound(line: place + 1)
        }
        let box = try turn.house.keyring.open(matter.lock).seal(end.words, as: endPurpose)
        try turn.tx.run(
            """
            INSERT INTO shift_open_ends (note, place, matter, number, words_box)
            VALUES (\(note), \(place), \(matter.id), \(plain), \(box))
            """
        )
    }

    static func take(
        _ id: ID<ShiftNote>,
        by officer: ID<Officer>,
        at moment: Moment,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            UPDATE shift_notes SET taken_by = \(officer), taken_at = \(moment) WHERE id = \(id)
            """
        )
    }

    /// What the units left, and what was left for them: one walk along the index for each unit and
    /// side, merged.
    static func page(
        of units: [ID<Unit>],
        below: ID<ShiftNote>?,
        limit: Int,
        in tx: Transaction
    ) throws -> [Row] {
        guard !units.isEmpty else { return [] }
        let beyond: SQL = below.map { "AND s.id < \($0)" } ?? ""
        let sides: [SQL] = units.flatMap { ["s.unit = \($0)", "s.next_unit = \($0)"] }
        let walks: [SQL] = sides.enumerated().map { place, side in
            """
            SELECT id FROM (
                SELECT s.id FROM shift_notes s WHERE \(side) \(beyond)
                ORDER BY s.id DESC LIMIT \(limit)
            ) AS \(SQL(trusted: "w\(place)"))
            """
        }
        return try tx.rows(
            """
            SELECT \(columns) FROM \(sources)
            WHERE n.id IN (
                SELECT id FROM (\(walks.joined(by: " UNION "))) AS u
                ORDER BY id DESC LIMIT \(limit)
            )
            ORDER BY n.id DESC
            """
        )
    }

    static func find(
        _ id: ID<ShiftNote>,
        of viewer: Viewer,
        in turn: Turn
    ) throws -> ShiftNote {
        let units = viewer.posts.map(\.unit)
        let row = try turn.tx.row(
            """
            SELECT \(columns) FROM \(sources)
            WHERE n.id = \(id)
                AND (n.unit IN \(list: units) OR n.next_unit IN \(list: units))
            """
        )
        guard let row else { throw NotFound() }
        return try note(row, for: viewer, in: turn)
    }

    static func note(_ row: Row, for viewer: Viewer, in turn: Turn) throws -> ShiftNote {
        let id: ID<ShiftNote> = try row["id"]
        let taker: ID<Officer>? = try row["taken_by"]
        let nextUnit: ID<Unit>? = try row["next_unit"]
        let nextHalf: HalfDay? = try row["next_half_day"]
        return ShiftNote(
            id: id,
            unit: try row["unit"],
            desk: try row["desk"],
            day: try row["day"],
            shift: try row["shift"],
            words: try turn.house.keys.openAnswer(try row["words_box"], as: purpose(id)),
            openEnds: try openEnds(of: id, within: Sight(viewer, in: turn.town), in: turn),
            writtenBy: .init(officer: try row["written_by"], name: try row["writer"]),
            writtenAt: try row["written_at"],
            takenBy: try taker.map { .init(officer: $0, name: try row["taker"]) },
            takenAt: try row["taken_at"],
            seat: try row["seat"],
            next: nextUnit.flatMap { unit in nextHalf.map { .init(unit: unit, halfDay: $0) } }
        )
    }

    private static func openEnds(
        of note: ID<ShiftNote>,
        within sight: Sight,
        in turn: Turn
    ) throws -> [ShiftNote.OpenEnd] {
        try turn.tx.rows(
            """
            SELECT e.number AS number, e.words_box AS words_box, \(Matter.columns)
            FROM shift_open_ends e JOIN matters m ON m.id = e.matter
            WHERE e.note = \(note) AND \(sight.condition) ORDER BY e.place
            """
        ).map { row in
            let matter = try Matter(row)
            let vault = try turn.house.keyring.open(matter.lock)
            return ShiftNote.OpenEnd(
                number: try row["number"],
                matter: matter.id,
                words: try vault.open(try row["words_box"], as: endPurpose)
            )
        }
    }
}
