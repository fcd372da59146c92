import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `loading a pack` {
    private func withDesk(
        _ engine: Engine,
        _ body: @escaping @Sendable (PackDesk, any Database) async throws -> Void
    ) async throws {
        try await withDatabase(engine, migrations: try Schema.migrations()) { database in
            let keyring = try Keyring(text: Keyring.newLine(version: 1, world: .real))
            let keys = try await database.write { tx in
                try HouseKeys.load(keyring: keyring, world: .real, in: tx)
            }
            let timeline = Timeline(keys: keys)
            try await body(PackDesk(database: database, timeline: timeline, world: .real), database)
        }
    }

    private func changed(
        _ path: String,
        _ old: String,
        _ new: String
    ) throws -> [PackFile] {
        try SamplePack.files().map { file in
            guard file.path == path else { return file }
            #expect(file.content.contains(old))
            return PackFile(path: path, content: file.content.replacing(old, with: new))
        }
    }

    @Test(arguments: Engine.all)
    func `the first load makes the town, and the timeline says so`(engine: Engine) async throws {
        try await withDesk(engine) { desk, database in
            let loaded = try await desk.load(SamplePack.files(), by: .system("test"))
            #expect(loaded.isNew)
            #expect(loaded.town.version == 1)
            let town = try await database.read { tx in try Town.inForce(in: tx) }
            #expect(town?.units == loaded.town.units)
            #expect(town?.areas == loaded.town.areas)
            let entries = try await database.read { tx in
                try desk.timeline.entries(of: .house, in: tx)
            }
            #expect(entries.map(\.act) == [.packLoaded])
            #expect(entries.first?.facts["version"] == "1")
        }
    }

    @Test(arguments: Engine.all)
    func `the same files again change nothing`(engine: Engine) async throws {
        try await withDesk(engine) { desk, database in
            let first = try await desk.load(SamplePack.files(), by: .system("test"))
            let again = try await desk.load(SamplePack.files(), by: .system("test"))
            #expect(!again.isNew)
            #expect(again.town.version == 1)
            #expect(again.town.units == first.town.units)
            let count = try await database.read { tx in
                try tx.value("SELECT COUNT(*) FROM packs", as: Int.self)
            }
            #expect(count == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `a new edition keeps the identities of what stays`(engine: Engine) async throws {
        try await withDesk(engine) { desk, database in
            let first = try await desk.load(SamplePack.files(), by: .system("test"))
            let inForce = TownInForce(first.town)
            let files = try self.changed("units.csv", "司法所", "司法分局")
            let second = try await desk.load(files, by: .system("test"))
            #expect(second.isNew)
            #expect(second.town.version == 2)
            #expect(second.difference?.kinds.map(\.kind).contains("units") == true)
            let (old, new) = (first.town.unit(code: "justice"), second.town.unit(code: "justice"))
            #expect(old?.id == new?.id)
            #expect(old?.name != new?.name)
            #expect(first.town.areas == second.town.areas)
            #expect(try await desk.refresh(inForce))
            #expect(inForce.town.version == 2)
            #expect(try await !desk.refresh(inForce))
        }
    }

    @Test(arguments: Engine.all)
    func `a pack with findings leaves everything as it was`(engine: Engine) async throws {
        try await withDesk(engine) { desk, database in
            _ = try await desk.load(SamplePack.files(), by: .system("test"))
            let files = try self.changed("groups.csv", "B,治安防控", "A,治安防控")
            await #expect(throws: PackRefusal.self) {
                try await desk.load(files, by: .system("test"))
            }
            let newest = try await database.read { tx in
                try PackRecords.newest(in: tx)?.version
            }
            #expect(newest == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `an area does not vanish from under the records`(engine: Engine) async throws {
        try await withDesk(engine) { desk, _ in
            _ = try await desk.load(SamplePack.files(), by: .system("test"))
            let files = try SamplePack.files().map { file in
                guard file.path == "areas.csv" else { return file }
                let lines = file.content.split(separator: "\n")
                    .filter { !$0.hasPrefix("442000007004,") }
                return PackFile(path: file.path, content: lines.joined(separator: "\n") + "\n")
            }
            let refusal = await #expect(throws: PackRefusal.self) {
                try await desk.load(files, by: .system("test"))
            }
            #expect(refusal?.findings.map(\.kind) == [.vanished])
            #expect(refusal?.findings.first?.description.contains("442000007004") == true)
        }
    }
}
