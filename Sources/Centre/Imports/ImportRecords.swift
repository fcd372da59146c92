import Storage

extension ImportBatch {
    private static let columns: SQL = "id, name, print, started_at, undone_at, swept_at"

    private init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        print = try row["print"]
        startedAt = try row["started_at"]
        undoneAt = try row["undone_at"]
        sweptAt = try row["swept_at"]
    }

    static func find(_ id: ID<ImportBatch>, in tx: Transaction) throws -> ImportBatch {
        let row = try tx.row("SELECT \(columns) FROM import_batches WHERE id = \(id)")
        guard let row else { throw NotFound() }
        return try ImportBatch(row)
    }

    /// The same import, as long as it has not been taken back.
    static func live(printed print: [UInt8], in tx: Transaction) throws -> ImportBatch? {
        try tx.row(
            "SELECT \(columns) FROM import_batches WHERE print = \(print) AND undone_at IS NULL"
        ).map(ImportBatch.init)
    }

    /// Whether one is being taken back: its rows would be found again, and then be gone.
    static func isAnyUnswept(in tx: Transaction) throws -> Bool {
        try tx.row(
            """
            SELECT id FROM import_batches WHERE undone_at IS NOT NULL AND swept_at IS NULL LIMIT 1
            """
        ) != nil
    }

    func insert(by officer: ID<Officer>?, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO import_batches (id, name, print, started_at, officer)
            VALUES (\(id), \(name), \(print), \(startedAt), \(officer))
            """
        )
    }

    static func knows(_ source: WorkOrder.Source, in tx: Transaction) throws -> Bool {
        try tx.row(
            """
            SELECT id FROM concerns
            WHERE channel = \(source.channel) AND external_no = \(source.externalNo)
            """
        ) != nil
    }

    /// The concerns that are no longer as they came: taken in, answered, withdrawn, linked,
    /// the reason of a whistle, or a group's.
    static func inHand(_ id: ID<ImportBatch>, in tx: Transaction) throws -> [String] {
        try tx.rows(
            """
            SELECT c.number FROM concerns c JOIN matters m ON m.id = c.matter
            WHERE c.batch = \(id) AND (
                c.state <> \(Concern.State.registered) OR m.stage <> \(Matter.Stage.registered)
                OR c.home <> c.matter OR m.linked_into IS NOT NULL
                OR EXISTS (SELECT 1 FROM whistles w WHERE w.matter = m.id)
                OR EXISTS (SELECT 1 FROM group_matters g WHERE g.matter = m.id)
                OR EXISTS (
                    SELECT 1 FROM concerns o WHERE o.matter = c.matter AND o.id <> c.id
                )
            )
            ORDER BY c.batch, c.id
            """
        ).map { try $0[0] }
    }

    /// Marks the import as taken back.
    ///
    /// From here on nobody can take its concerns in, and no clock of theirs runs.
    static func takeOffTheBoard(
        _ id: ID<ImportBatch>,
        at moment: Moment,
        in tx: Transaction
    ) throws -> Int {
        let matters: SQL = "SELECT matter FROM concerns WHERE batch = \(id)"
        try tx.run("UPDATE import_batches SET undone_at = \(moment) WHERE id = \(id)")
        try tx.run("DELETE FROM clocks WHERE matter IN (\(matters))")
        try tx.run("DELETE FROM alarms WHERE matter IN (\(matters))")
        try tx.run(
            """
            UPDATE matters SET stage = \(Matter.Stage.withdrawn), due_at = \(Moment.never)
            WHERE id IN (\(matters))
            """
        )
        return try tx.run(
            "UPDATE concerns SET state = \(Concern.State.withdrawn) WHERE batch = \(id)"
        )
    }

    static func markSwept(_ id: ID<ImportBatch>, at moment: Moment, in tx: Transaction) throws {
        try tx.run("UPDATE import_batches SET swept_at = \(moment) WHERE id = \(id)")
    }
}
