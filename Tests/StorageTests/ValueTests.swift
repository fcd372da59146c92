import Storage
import TestSupport
import Testing

/// What is stored comes back as it was, on both engines alike.
struct ValueTests {
    @Test(arguments: Engine.all, [0, 1, -1, Int64.max, Int64.min, 4_294_967_296])
    func `an integer of 64 bits comes back`(engine: Engine, number: Int64) async throws {
        let back = try await kept(.integer(number), in: "number", on: engine)
        #expect(back == .integer(number))
    }

    @Test(arguments: Engine.all, [0.0, 0.1, -1.5, 1e300, 2.5e-308, Double.infinity, 113.264385])
    func `a real number comes back to the last bit`(engine: Engine, number: Double) async throws {
        let back = try await kept(.real(number), in: "measure", on: engine)
        #expect(back == .real(number))
    }

    @Test(
        arguments: Engine.all,
        [
            "", "民众街道综治中心", "𠮷野家 𡈽", "👨‍👩‍👧‍👦🏳️‍🌈", "e\u{301} é", "مرحبا بالعالم", "עברית", "ไทย हिन्दी",
            "quote ' \" ; -- $1 ?1 \\", "line\nline\ttab\r\n", "\u{FEFF}\u{200B}\u{FFFF}\u{10FFFF}",
            String(repeating: "枫", count: 100_000),
        ]
    )
    func `text of every script comes back byte for byte`(
        engine: Engine,
        text: String
    ) async throws {
        guard case .text(let back) = try await kept(.text(text), in: "words", on: engine) else {
            Issue.record("not a text")
            return
        }
        #expect(Array(back.utf8) == Array(text.utf8))
    }

    @Test(arguments: Engine.all, [[], [0], Array(0...255), [UInt8](repeating: 7, count: 1 << 20)])
    func `bytes come back, none at all are not NULL`(engine: Engine, bytes: [UInt8]) async throws {
        let back = try await kept(.bytes(bytes), in: "box", on: engine)
        #expect(back == .bytes(bytes))
    }

    @Test(arguments: Engine.all, ["number", "measure", "words", "box"])
    func `NULL comes back as NULL`(engine: Engine, column: String) async throws {
        #expect(try await kept(.null, in: column, on: engine) == .null)
    }

    @Test(arguments: Engine.all, [Value.text("a\u{0}b"), Value.real(.nan)])
    func `what one engine cannot keep, both refuse`(engine: Engine, value: Value) async throws {
        await #expect(throws: StorageError.self) {
            try await kept(value, in: value.is(text: "a\u{0}b") ? "words" : "measure", on: engine)
        }
    }

    @Test(arguments: Engine.all)
    func `truth, counts, sums and means have the same types`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            let row = try await database.write { tx in
                for number in 1...4 {
                    try tx.run("INSERT INTO shelf (id, number) VALUES (\(number), \(number * 10))")
                }
                return try tx.row(
                    """
                    SELECT COUNT(*) AS n, SUM(number) AS total, AVG(number) AS mean,
                        MAX(number) AS most, EXISTS (SELECT 1 FROM shelf) AS some,
                        COUNT(*) > 9 AS many, NULL AS absent, 'word' AS word
                    FROM shelf
                    """
                )
            }
            let found = try #require(row)
            #expect(try found["n"] == 4)
            #expect(try found["total"] == 100)
            #expect(try found["mean"] == 25.0)
            #expect(try found["most"] == 40)
            #expect(try found["some"] == true)
            #expect(try found["many"] == false)
            #expect(try found["absent"] == Int?.none)
            #expect(try found["word"] == "word")
        }
    }

    @Test(arguments: Engine.all)
    func `lists, spliced statements and RETURNING work`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            let words = try await database.write { tx in
                for number in 1...9 {
                    let word = "w\(number)"
                    let id: Int? = try tx.value(
                        "INSERT INTO shelf (id, words) VALUES (\(number), \(word)) RETURNING id"
                    )
                    #expect(id == number)
                }
                let chosen: SQL = "WHERE id IN \(list: [2, 3, 5])"
                let rows = try tx.rows("SELECT words FROM shelf \(chosen) ORDER BY id")
                return try rows.map { try $0["words"] as String }
            }
            #expect(words == ["w2", "w3", "w5"])
        }
    }

    @Test(arguments: Engine.all)
    func `a change tells how many rows it changed`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            let counts = try await database.write { tx in
                [
                    try tx.run("INSERT INTO shelf (id) VALUES (1), (2), (3)"),
                    try tx.run("UPDATE shelf SET number = 1 WHERE id > 1"),
                    try tx.run("DELETE FROM shelf WHERE id = 9"),
                ]
            }
            #expect(counts == [3, 2, 0])
        }
    }

    @Test(arguments: Engine.all)
    func `the plan of a statement with values can be asked for`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            let plan = try await database.read { tx in
                try tx.rows("\(tx.dialect.explain) SELECT words FROM shelf WHERE id = \(5)")
                    .map { "\($0.values)" }
                    .joined()
            }
            #expect(plan.contains("shelf"))
        }
    }

    @Test(arguments: Engine.all)
    func `more different statements than are kept prepared all work`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: [.shelf], connections: 1) { database in
            for round in 0..<3 {
                let found: [Int] = try await database.read { tx in
                    try (0..<400).map { number in
                        let literal = SQL(trusted: "\(round * 400 + number)")
                        return try tx.value("SELECT \(literal) + 0 * \(number) AS n") ?? -1
                    }
                }
                #expect(found == Array(round * 400..<round * 400 + 400))
            }
        }
    }

    private func kept(_ value: Value, in column: String, on engine: Engine) async throws -> Value {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            let name = SQL(trusted: column)
            try await database.write { tx in
                try tx.run("INSERT INTO shelf (id, \(name)) VALUES (1, \(Raw(stored: value)))")
            }
            let row = try await database.read { tx in
                try tx.row("SELECT \(name) FROM shelf WHERE id = 1")
            }
            return try #require(row).values[0]
        }
    }
}

/// A value as it is.
private struct Raw: Storable {
    let stored: Value
}

extension Value {
    fileprivate func `is`(text: String) -> Bool { self == .text(text) }
}
