import Foundation
import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `The due index` {
    typealias Sample = ClockSamples

    private static func migrations(from file: String = #filePath) throws -> [Migration] {
        let root = URL(filePath: file).deletingLastPathComponent()
            .appending(path: "../../..").standardized
        let texts = try ["0007-deadlines", "0015-calendar"].map { name in
            let path = "Sources/Centre/Schema/Migrations/\(name).sql"
            return try String(contentsOf: root.appending(path: path), encoding: .utf8)
        }
        let ground = "CREATE TABLE matters (id BYTEA PRIMARY KEY);"
        return [
            Migration(number: 1, name: "ground", text: ground),
            Migration(number: 2, name: "deadlines", text: texts[0]),
            Migration(number: 3, name: "calendar", text: texts[1]),
        ]
    }

    private func withIndex(
        _ engine: Engine,
        _ body: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        try await withDatabase(engine, migrations: Self.migrations()) { database in
            try await database.write { tx in
                for number in [Sample.matter, Sample.otherMatter] {
                    let id: ID<Matter> = try Sample.id(number)
                    try tx.run("INSERT INTO matters (id) VALUES (\(id))")
                }
                try body(tx)
            }
        }
    }

    private static func events() throws -> [ClockEvent] {
        [
            try Sample.event(.concernRegistered, "2026-03-02", .concern),
            try Sample.event(.matterAccepted, "2026-03-04"),
            try Sample.event(.assignmentMade, "2026-03-04", .assignment, 1, facts: Sample.lead),
            try Sample.event(.extensionGranted, "2026-03-05", rule: "HANDLE", amount: 5),
            try Sample.event(
                .matterSuspended,
                "2026-03-06",
                ground: "appraisal",
                until: "2026-03-12"
            ),
        ]
    }

    @Test(arguments: Engine.all)
    func `gives back what was stored`(engine: Engine) async throws {
        try await withIndex(engine) { tx in
            let matter: ID<Matter> = try Sample.id(Sample.matter)
            let clocks = try Sample.replay(Self.events(), at: "2026-03-30")
            try Clock.store(clocks, of: matter, in: tx)
            let back = try Clock.clocks(of: matter, in: tx)
            #expect(Set(back.map(\.rule)) == ["ACCEPT", "HANDLE", "REPLY", "SIGN"])
            #expect(back == clocks)
            #expect(
                try Clock.running(of: matter, in: tx).map(\.rule) == ["SIGN", "REPLY", "HANDLE"]
            )
            #expect(try Clock.clocks(of: Sample.id(Sample.otherMatter), in: tx).isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `keeps a paused clock running, with the pause that ends by itself`(
        engine: Engine
    ) async throws {
        try await withIndex(engine) { tx in
            let matter: ID<Matter> = try Sample.id(Sample.matter)
            let clocks = try Sample.replay(Self.events(), at: "2026-03-10")
            #expect(clocks.contains { $0.state == .paused })
            try Clock.store(clocks, of: matter, in: tx)
            let handle = try #require(
                try Clock.clocks(of: matter, in: tx).first { $0.rule == "HANDLE" }
            )
            #expect(handle.state == .running)
            #expect(handle.state(at: try Notices.moment("2026-03-10")) == .paused)
            #expect(handle.state(at: try Notices.moment("2026-03-12")) == .running)
        }
    }

    @Test(arguments: Engine.all)
    func `writes nothing when nothing changed, and only what did`(engine: Engine) async throws {
        try await withIndex(engine) { tx in
            let matter: ID<Matter> = try Sample.id(Sample.matter)
            var events = try Self.events()
            try Clock.store(try Sample.replay(events), of: matter, in: tx)
            let before = try tx.rows("SELECT * FROM clocks ORDER BY subject, rule").map(\.values)
            let counting = CountingConnection(tx)
            let watched = Transaction(dialect: tx.dialect, connection: counting)
            try Clock.store(try Sample.replay(events), of: matter, in: watched)
            #expect(counting.runs == 0)
            let after = try tx.rows("SELECT * FROM clocks ORDER BY subject, rule").map(\.values)
            #expect(after == before)
            events.append(try Sample.event(.matterResumed, "2026-03-07"))
            let clocks = try Sample.replay(events)
            try Clock.store(clocks, of: matter, in: watched)
            #expect(counting.runs == 1)
            #expect(try Clock.clocks(of: matter, in: tx).map(\.dueAt) == clocks.map(\.dueAt))
        }
    }

    @Test(arguments: Engine.all)
    func `lets a clock go that no longer is, and one that moved to another matter`(
        engine: Engine
    ) async throws {
        try await withIndex(engine) { tx in
            let old: ID<Matter> = try Sample.id(Sample.matter)
            let new: ID<Matter> = try Sample.id(Sample.otherMatter)
            try Clock.store(try Sample.replay(Self.events()), of: old, in: tx)
            let rules = try Sample.rules().filter { $0.code != "SIGN" }
            try Clock.store(try Sample.replay(Self.events(), rules: rules), of: old, in: tx)
            let left = Set(try Clock.clocks(of: old, in: tx).map(\.rule))
            #expect(left == ["ACCEPT", "HANDLE", "REPLY"])
            let linked = try Sample.replay([
                Sample.event(.concernRegistered, "2026-03-02", .concern),
                Sample.event(.concernLinked, "2026-03-05", .concern, matter: Sample.otherMatter),
            ])
            try Clock.store(linked, of: old, in: tx)
            #expect(try Clock.clocks(of: old, in: tx).isEmpty)
            try Clock.store(linked, of: new, in: tx)
            #expect(try Clock.clocks(of: new, in: tx) == linked)
            try Clock.store([], of: old, in: tx)
            #expect(try Clock.clocks(of: new, in: tx) == linked)
        }
    }

    @Test(arguments: Engine.all)
    func `finds every alarm once, whatever the size of its pages`(engine: Engine) async throws {
        try await withIndex(engine) { tx in
            let matter: ID<Matter> = try Sample.id(Sample.matter)
            var events: [ClockEvent] = []
            for number in 1...40 {
                let day = "2026-03-\(number % 3 == 0 ? "02" : "03")"
                events.append(try Sample.event(.concernRegistered, day, .concern, UInt8(number)))
            }
            events.append(try Sample.event(.concernWithdrawn, "2026-03-04", .concern, 7))
            try Clock.store(try Sample.replay(events), of: matter, in: tx)
            let late = try Notices.moment("2026-03-11")
            for limit in [1, 7, 100] {
                var found: [Clock] = []
                var cursor = DueCursor.start
                while true {
                    let page = try Clock.dueBefore(late, after: cursor, limit: limit, in: tx)
                    guard let last = page.last else { break }
                    found += page
                    cursor = last.cursor
                }
                #expect(found.count == 39)
                #expect(Set(found.map(\.subject)).count == 39)
                #expect(found.map(\.dueAt) == found.map(\.dueAt).sorted())
            }
            let first = try Notices.day("2026-03-09").end()
            #expect(try Clock.dueBefore(first, limit: 100, in: tx).isEmpty)
            let after = first.adding(milliseconds: 1)
            #expect(try Clock.dueBefore(after, limit: 100, in: tx).count == 13)
        }
    }

    @Test(arguments: Engine.all)
    func `finds what was counted past the last notice`(engine: Engine) async throws {
        try await withIndex(engine) { tx in
            let matter: ID<Matter> = try Sample.id(Sample.matter)
            let clocks = try Sample.replay([
                Sample.event(.concernRegistered, "2026-12-30", .concern, 1),
                Sample.event(.concernRegistered, "2026-03-02", .concern, 2),
            ])
            try Clock.store(clocks, of: matter, in: tx)
            let found = try Clock.provisional(limit: 10, in: tx)
            #expect(found.map { $0.subject.id[15] } == [1])
            let cursor = try #require(found.first).cursor
            #expect(try Clock.provisional(after: cursor, limit: 10, in: tx).isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `is read through its indexes, also for a matter of thousands`(
        engine: Engine
    ) async throws {
        try await withIndex(engine) { tx in
            let matter: ID<Matter> = try Sample.id(Sample.matter)
            let other: ID<Matter> = try Sample.id(Sample.otherMatter)
            try Clock.store(try Self.many(3000, of: other), of: other, in: tx)
            try Clock.store(try Self.many(3000, of: other), of: other, in: tx)
            try tx.script("ANALYZE clocks")
            let explaining = Explaining(tx)
            let watched = Transaction(dialect: tx.dialect, connection: explaining)
            _ = try Clock.clocks(of: matter, in: watched)
            _ = try Clock.dueBefore(Moment(milliseconds: 9), limit: 10, in: watched)
            _ = try Clock.provisional(limit: 10, in: watched)
            let indexes = ["clocks_by_matter", "clocks_running", "clocks_provisional"]
            #expect(explaining.plans.count == indexes.count)
            for (plan, index) in zip(explaining.plans, indexes) {
                #expect(plan.contains(index), "\(plan)")
                #expect(!plan.contains("Seq Scan") && !plan.contains("TEMP B-TREE"), "\(plan)")
            }
        }
    }

    private static func many(_ count: Int, of matter: ID<Matter>) throws -> [Clock] {
        let start = try Notices.moment("2026-03-02")
        return (0..<count).map { number in
            let id = matter.bytes.prefix(14) + [UInt8(number / 256), UInt8(number % 256)]
            return Clock(
                rule: "ACCEPT",
                version: 1,
                subject: ClockSubject(kind: .concern, id: Array(id)),
                matter: matter,
                startedAt: start,
                dueAt: start.adding(hours: number),
                provisional: number % 10 == 0,
                state: number % 3 == 0 ? .met : .running,
                endedAt: number % 3 == 0 ? start : nil
            )
        }
    }

    /// Passes everything on and counts the changes.
    private final class CountingConnection: Connection {
        let tx: Transaction
        var runs = 0

        init(_ tx: Transaction) { self.tx = tx }

        func rows(_ sql: SQL) throws -> [Row] { try tx.rows(sql) }
        func run(_ sql: SQL) throws -> Int {
            runs += 1
            return try tx.run(sql)
        }
        func script(_ text: String) throws { try tx.script(text) }
        func savepoint<Answer>(_ body: () throws -> Answer) throws -> Answer {
            try tx.savepoint(body)
        }
    }
}
