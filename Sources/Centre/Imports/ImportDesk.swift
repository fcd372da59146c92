import Storage

/// Where concerns come in from a file, through the same registration as at the window, and where
/// an import is taken back.
package struct ImportDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Rows in one transaction; each has a savepoint of its own.
    static let rowsAtOnce = 50

    /// Registers every row that can be.
    ///
    /// The same file again is the same import: rows already there are found by their outside
    /// number, and the rest is registered, also after a kill.
    package func run(
        _ sheet: ImportSheet,
        _ settings: ImportSettings,
        by grantor: Grantor,
        progress: @Sendable (_ done: Int) -> Void = { _ in }
    ) async throws -> ImportReport {
        let actor = try grantor.actor(for: .importConcerns)
        let batch = try await begin(sheet, settings, by: actor)
        var report = ImportReport(batch: batch)
        var done = 0
        while done < sheet.rows.count {
            let rows = Array(sheet.rows[done..<min(done + Self.rowsAtOnce, sheet.rows.count)])
            for outcome in try await register(rows, settings, of: batch, by: actor) {
                report.take(outcome)
            }
            done += rows.count
            progress(done)
        }
        return report
    }

    private func begin(
        _ sheet: ImportSheet,
        _ settings: ImportSettings,
        by actor: Actor
    ) async throws -> ID<ImportBatch> {
        let print = house.keys.mark("\(settings.text)/\(sheet.digest)", kind: "import")
        let size = sheet.rows.count
        return try await house.database.write(.queueing(at: "import_batches")) { tx in
            let turn = house.turn(in: tx)
            guard try !ImportBatch.isAnyUnswept(in: tx) else { throw ImportRefusal.beingUndone }
            if let known = try ImportBatch.live(printed: print, in: tx) { return known.id }
            let batch = ImportBatch(
                id: turn.newID(),
                name: settings.name,
                print: print,
                startedAt: turn.at
            )
            try batch.insert(by: actor.officer, in: tx)
            try turn.note(.importStarted, of: batch.id, by: actor, ["rows": "\(size)"])
            return batch.id
        }
    }

    private func register(
        _ rows: [ImportRow],
        _ settings: ImportSettings,
        of batch: ID<ImportBatch>,
        by actor: Actor
    ) async throws -> [ImportReport.Outcome] {
        try await house.database.write(.queueing(at: "number_books")) { tx in
            let turn = house.turn(in: tx)
            guard try ImportBatch.find(batch, in: tx).undoneAt == nil else {
                throw ImportRefusal.beingUndone
            }
            return try rows.map { row in
                do {
                    return try tx.savepoint {
                        try register(row, settings, of: batch, by: actor, in: turn)
                    }
                } catch let refusal as any Refusal {
                    return .failed(.init(row: row.number, line: row.line, refusal: refusal))
                }
            }
        }
    }

    private func register(
        _ row: ImportRow,
        _ settings: ImportSettings,
        of batch: ID<ImportBatch>,
        by actor: Actor,
        in turn: Turn
    ) throws -> ImportReport.Outcome {
        let order = try row.order(settings, offset: turn.town.offset)
        let isKnown = try ImportBatch.knows(order.source, in: turn.tx)
        let registration = Registration(order: order, actor: actor, batch: batch, turn: turn)
        let number = try registration.receipt().number
        return isKnown ? .known(number) : .registered(number)
    }
}

extension Turn {
    /// Imports are told on the house's chain; it outlasts what came with them.
    func note(
        _ act: Act,
        of batch: ID<ImportBatch>,
        by actor: Actor,
        _ facts: [String: String]
    ) throws {
        try house.timeline.record(
            act,
            on: .house,
            by: actor,
            at: at,
            facts: facts.merging(["batch": batch.description]) { given, _ in given },
            world: house.world,
            in: tx
        )
    }
}
