import Storage

@testable import Centre

/// Asks for the plan of every read instead of reading.
final class Explaining: Connection {
    let tx: Transaction
    var plans: [String] = []

    init(_ tx: Transaction) { self.tx = tx }

    func rows(_ sql: SQL) throws -> [Row] {
        let plan = try tx.rows("\(tx.dialect.explain) \(sql)")
        plans.append(plan.map { "\($0.values)" }.joined(separator: " "))
        return []
    }

    func run(_ sql: SQL) throws -> Int { try tx.run(sql) }

    func script(_ text: String) throws { try tx.script(text) }

    func savepoint<Answer>(_ body: () throws -> Answer) throws -> Answer {
        try tx.savepoint(body)
    }
}

extension Turn {
    /// The same turn, whose reads are explained.
    func explained(by connection: Explaining) -> Turn {
        Turn(
            house: house,
            town: town,
            at: at,
            tx: Transaction(dialect: tx.dialect, connection: connection),
            opened: opened
        )
    }
}
