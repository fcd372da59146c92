import Centre
import Foundation
import Gateways
import PostgresStore
import SQLiteStore
import Storage

/// The store as the doctor finds it: looked at once, and nothing in it made or changed.
actor DoctorStore {
    struct Facts: Sendable {
        var reach = Examination.Finding.doubtful("not looked at")
        var migrations = Examination.Finding.doubtful("not looked at")
        var keys = Examination.Finding.doubtful("not looked at")
        var pack = Examination.Finding.doubtful("not looked at")
        var gateways = Examination.Finding.doubtful("not looked at")
    }

    private let configuration: Configuration
    private var known: Facts?

    init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    func facts() async -> Facts {
        if let known { return known }
        var facts = Facts()
        do {
            try await look(&facts)
        } catch let error as StorageError {
            facts.reach = .ill(Self.words(of: error))
        } catch {
            facts.reach = .ill("\(type(of: error))")
        }
        known = facts
        return facts
    }

    private func look(_ facts: inout Facts) async throws {
        guard let store = try openIfThere() else {
            facts.reach = .doubtful("not there yet; it is made at the first start")
            return
        }
        let wanted = try Schema.migrations().map(\.number).max() ?? 0
        let keyring = Result { try configuration.contactKey.keyring() }
        let gateways = configuration.gateways
        facts = try await withStore(store) { database in
            try await database.read { tx in
                var facts = try Self.look(wanted, keyring, in: tx)
                facts.gateways = try Self.gateways(gateways, found: facts, in: tx)
                return facts
            }
        }
    }

    private func openIfThere() throws -> (any Database)? {
        switch configuration.database {
        case .sqlite(let path):
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            return try SQLiteDatabase(path: path, readers: 1)
        case .postgres(let url):
            return PostgresDatabase(
                url: url,
                connections: 1,
                waiting: .seconds(3),
                patience: .seconds(3)
            )
        }
    }

    private static func look(
        _ wanted: Int,
        _ keyring: Result<Keyring, any Error>,
        in tx: Transaction
    ) throws -> Facts {
        var facts = Facts()
        facts.reach = .well("answers")
        guard try tx.isMigrated() else {
            facts.migrations = .doubtful("none yet; they are applied at the first start")
            return facts
        }
        let found = try tx.schemaVersion()
        facts.migrations =
            found == wanted
            ? .well("\(found)")
            : found < wanted
                ? .doubtful("\(found) of \(wanted); the rest is applied at start")
                : .ill("\(found), and this program knows \(wanted) only")
        guard found == wanted else { return facts }
        facts.keys = Self.keys(keyring, in: tx)
        let pack = try PackRecords.newest(in: tx)
        facts.pack =
            pack.map { .well("version \($0.version)") }
            ?? .doubtful("none; load one with `maplebridge pack load`")
        return facts
    }

    /// Whether the robots are of units that there are; nobody is called.
    private static func gateways(
        _ settings: GatewaySettings,
        found: Facts,
        in tx: Transaction
    ) throws -> Examination.Finding {
        let plan = settings.plan
        guard !plan.isEmpty else { return .well("none; nothing leaves the house") }
        guard case .well = found.pack, let town = try Town.inForce(in: tx) else {
            return .doubtful("there is no pack to look the units up in")
        }
        let unknown = plan.robots.keys.filter { town.unit(code: $0) == nil }.sorted()
        guard unknown.isEmpty else {
            return .ill("no such unit: \(unknown.joined(separator: ", "))")
        }
        let hosts = Set(plan.robots.values).sorted() + [plan.sms].compactMap(\.self)
        return .well("\(plan.robots.count) robots; \(hosts.joined(separator: ", "))")
    }

    private static func keys(
        _ keyring: Result<Keyring, any Error>,
        in tx: Transaction
    ) -> Examination.Finding {
        do {
            let keyring = try keyring.get()
            let count: Int? = try tx.value("SELECT COUNT(*) FROM house_keys")
            guard count != 0 else { return .doubtful("made at the first start") }
            _ = try HouseKeys.load(keyring: keyring, world: .real, in: tx)
            return .well("open")
        } catch let error as VaultError {
            switch error {
            case .keyMissing(let version): return .ill("sealed with version \(version), not given")
            case .doesNotOpen: return .ill("the contact key does not open them")
            }
        } catch {
            return .doubtful("not looked at: there is no contact key")
        }
    }

    private static func words(of error: StorageError) -> String {
        if case .unavailable(let why) = error { return why }
        return "does not answer as a store should"
    }
}

extension Transaction {
    /// Whether the book of migrations is there.
    fileprivate func isMigrated() throws -> Bool {
        switch dialect {
        case .sqlite:
            try row("SELECT name FROM sqlite_master WHERE name = 'schema_migrations'") != nil
        case .postgres:
            try value("SELECT to_regclass('schema_migrations')::text", as: String?.self) ?? nil
                != nil
        }
    }
}
