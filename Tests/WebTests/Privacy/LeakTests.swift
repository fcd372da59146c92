import Centre
import Foundation
import Hummingbird
import Logging
import Storage
import TestSupport
import Testing

@testable import Web

/// What a resident says stays sealed: neither the store's file, nor the log, nor a problem's
/// answer, nor an entry of the timeline holds it.
@Suite struct `No personal value leaks` {
    @Test func `neither the file, nor the log, nor a problem, nor an entry holds one`() async throws
    {
        let log = Lines()
        let problems = Lines()
        try await withEnginePlace(.sqlite, migrations: try Schema.migrations()) { place in
            let database = try place.open(connections: 2)
            try await live(in: database, log: log, problems: problems)
            let facts = try await facts(in: database)
            #expect(facts.count > 15)
            #expect(leaks(in: facts) == [])
            try await database.close()
            #expect(try fileLeaks(at: place.location) == [])
        }
        #expect(log.all.count > 30)
        #expect(leaks(in: log.all) == [])
        #expect(problems.all.count >= 6)
        #expect(leaks(in: problems.all) == [])
    }

    @Test func `a leak would be found`() throws {
        #expect(leaks(in: ["call from 139 8765 4321"]) == [])
        #expect(leaks(in: ["call from 13987654321"]).count == 1)
        #expect(Secrets.all.allSatisfy { !leaks(in: ["… \($0) …"]).isEmpty })
    }

    private func leaks(in texts: [String]) -> [String] {
        Secrets.all.filter { secret in texts.contains { $0.contains(secret) } }
    }

    private func fileLeaks(at path: String) throws -> [String] {
        var bytes = try Data(contentsOf: URL(filePath: path))
        for suffix in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
            bytes.append(try Data(contentsOf: URL(filePath: path + suffix)))
        }
        #expect(bytes.count > 100_000)
        // What is not secret is there in clear, so the search itself works.
        #expect(bytes.range(of: Data("concernRegistered".utf8)) != nil)
        return Secrets.all.filter { bytes.range(of: Data($0.utf8)) != nil }
    }

    private func facts(in database: any Database) async throws -> [String] {
        try await database.read { tx in
            let rows = try tx.rows("SELECT facts FROM entries ORDER BY chain, position")
            return try rows.map { row -> String in try row["facts"] }
        }
    }

    private func live(in database: any Database, log: Lines, problems: Lines) async throws {
        let sample = try await SampleCentre.opened(on: database, at: "2026-03-04T09:00:00+08:00")
        let logger = Logger(label: "web") { label in
            var handler = JSONLogHandler(label: label, now: { "now" }, write: log.add)
            handler.logLevel = .trace
            return handler
        }
        try await withFakeGateway { gateway, port in
            let outside = try Outside(sample, port: port)
            let browser = Browser(try outside.sample.site(), logger: logger)
            try await Life(outside.sample, browser, problems).lead()
            // What goes out says none of it, and what is left of it here neither, sent or not.
            gateway.behave(.status(400))
            _ = try await OutboxDesk(house: outside.sample.house).deliver()
            let failed = try await outside.working { try await $0.send(limit: 1) }.failed
            #expect(failed.count == 1)
            gateway.behave(.ok)
            _ = try await outside.working { try await $0.send() }
            let bodies = gateway.calls.map(\.body)
            #expect(bodies.contains { $0.contains(Secrets.phone) })
            #expect(
                Secrets.all.filter { $0 != Secrets.phone }.allSatisfy { secret in
                    !bodies.contains { $0.contains(secret) }
                }
            )
        }
    }
}

/// Values nobody else has.
enum Secrets {
    static let name = "欧阳翠柳"
    static let phone = "13987654321"
    static let idNumber = "44200019900307123X"
    static let address = "芙蓉里七巷十九号"
    static let party = "东方玉簪"
    static let partyPhone = "13876501234"
    static let title = "祖屋滴水檐被拆"
    static let content = "隔壁半夜撬走瓦当"
    static let added = "青石门槛也断了"
    static let reason = "只赔三片瓦不服"
    static let praise = "梁上燕窝还在"
    static let instruction = "先看族谱再量檐口"
    static let progress = "燕窝已拍照存底"
    static let answer = "瓦当由邻居照样补齐"
    static let minutes = "族老都在场见证"

    static let all = [
        name, phone, idNumber, address, party, partyPhone, title, content, added, reason, praise,
        instruction, progress, answer, minutes,
    ]
}
