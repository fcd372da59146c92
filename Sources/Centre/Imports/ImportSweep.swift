import Storage

/// Removes some concerns of an import that was taken back, with everything that hangs on them, in
/// the order in which the rows refer to each other.
///
/// The entries are not touched.
struct ImportSweep {
    private let concerns: [ID<Concern>]
    private let matters: [ID<Matter>]
    private let contacts: [ID<Contact>]
    private let tx: Transaction

    init(of batch: ID<ImportBatch>, limit: Int, in tx: Transaction) throws {
        let rows = try tx.rows(
            """
            SELECT id, matter, contact FROM concerns WHERE batch = \(batch)
            ORDER BY batch, id LIMIT \(limit)
            """
        )
        concerns = try rows.map { try $0["id"] }
        matters = try rows.map { try $0["matter"] }
        contacts = try rows.map { try $0["contact"] }
        self.tx = tx
    }

    /// - Returns: how many concerns there were to remove.
    func run() throws -> Int {
        guard !concerns.isEmpty else { return 0 }
        try tx.run("DELETE FROM matter_words WHERE concern IN \(list: concerns)")
        try tx.run("DELETE FROM concerns_apart WHERE one IN \(list: concerns)")
        try tx.run("DELETE FROM concerns_apart WHERE other IN \(list: concerns)")
        try tx.run("DELETE FROM concern_words WHERE concern IN \(list: concerns)")
        try tx.run("DELETE FROM attachments WHERE concern IN \(list: concerns)")
        try tx.run("DELETE FROM clocks WHERE matter IN \(list: matters)")
        try tx.run("DELETE FROM alarms WHERE matter IN \(list: matters)")
        try tx.run("DELETE FROM extensions WHERE matter IN \(list: matters)")
        try tx.run("DELETE FROM matter_papers WHERE matter IN \(list: matters)")
        try tx.run("DELETE FROM matter_conflicts WHERE matter IN \(list: matters)")
        try tx.run("DELETE FROM concerns WHERE id IN \(list: concerns)")
        try tx.run("DELETE FROM matters WHERE id IN \(list: matters)")
        try tx.run("DELETE FROM contact_marks WHERE contact IN \(list: contacts)")
        try tx.run("DELETE FROM contacts WHERE id IN \(list: contacts)")
        return concerns.count
    }
}
