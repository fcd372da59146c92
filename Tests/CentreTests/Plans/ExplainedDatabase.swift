import Storage
import Synchronization

/// Reads and writes as always, and asks beside it how the engine finds what each statement reads.
struct ExplainedDatabase: Database {
    let base: any Database
    let plans = Plans()

    /// The plans of all statements since it was opened.
    final class Plans: Sendable {
        private let kept = Mutex<[String]>([])

        var all: [String] { kept.withLock { $0 } }

        func add(_ plan: String) { kept.withLock { $0.append(plan) } }
    }

    var dialect: Dialect { base.dialect }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try await base.read { [plans] tx in try body(Self.explained(tx, plans)) }
    }

    func write<Answer: Sendable>(
        _ footing: Footing,
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try await base.write(footing) { [plans] tx in try body(Self.explained(tx, plans)) }
    }

    func close() async throws {}

    /// A few rows are read faster whole; the question is what the indexes can.
    private static func explained(_ tx: Transaction, _ plans: Plans) throws -> Transaction {
        if tx.dialect == .postgres { try tx.script("SET LOCAL enable_seqscan = off") }
        return Transaction(dialect: tx.dialect, connection: Explaining(tx: tx, plans: plans))
    }

    private final class Explaining: Connection {
        let tx: Transaction
        let plans: Plans

        init(tx: Transaction, plans: Plans) {
            self.tx = tx
            self.plans = plans
        }

        func rows(_ sql: SQL) throws -> [Row] {
            try explain(sql)
            return try tx.rows(sql)
        }

        func run(_ sql: SQL) throws -> Int {
            try explain(sql)
            return try tx.run(sql)
        }

        func script(_ text: String) throws { try tx.script(text) }

        func savepoint<Answer>(_ body: () throws -> Answer) throws -> Answer {
            try tx.savepoint(body)
        }

        private func explain(_ sql: SQL) throws {
            let plan = try tx.rows("\(tx.dialect.explain) \(sql)")
            plans.add(plan.map { "\($0.values)" }.joined(separator: "\n"))
        }
    }
}

extension ExplainedDatabase.Plans {
    /// The plans that read a growing table whole.
    ///
    /// A walk along an index to a limit is none: SQLite calls it a scan too, and names the index.
    func scans(of tables: [String], on engine: Dialect) -> [String] {
        all.filter { plan in
            plan.split(separator: "\n").contains { line in
                engine == .postgres
                    ? tables.contains { line.contains("Seq Scan on \($0) ") }
                    : isScan(line, of: tables)
            }
        }
    }

    private func isScan(_ line: Substring, of tables: [String]) -> Bool {
        guard let scan = line.firstMatch(of: /SCAN (\w+)([^"]*)/) else { return false }
        return tables.contains(String(scan.1)) && !scan.2.contains("USING")
    }
}
