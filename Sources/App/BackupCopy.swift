import Centre
import Foundation
import SQLiteStore
import Storage

/// The backup of a file store.
///
/// What is examined and counted is the copy itself.
struct BackupCopy {
    private let store: SQLiteDatabase
    private let path: String
    private let opening: Opening
    private let keyring: Keyring

    init(of store: SQLiteDatabase, to path: String, _ opening: Opening, _ keyring: Keyring) {
        self.store = store
        self.path = path
        self.opening = opening
        self.keyring = keyring
    }

    func make() async throws -> BackupManifest {
        let line = ProgressLine("pages copied")
        try await store.backup(to: path) { copied, _ in line.show(copied) }
        line.end()
        let (count, broken) = try await StoreExamination(path, opening, keyring).examined()
        return try BackupManifest(.sqlite, of: path, count: count, brokenLinks: broken)
    }
}

/// A store's file that is not at work: sound by the engine's own check, then counted and verified.
struct StoreExamination {
    private let path: String
    private let opening: Opening
    private let keyring: Keyring

    init(_ path: String, _ opening: Opening, _ keyring: Keyring) {
        self.path = path
        self.opening = opening
        self.keyring = keyring
    }

    /// - Throws: ``CommandRefusal/copyFaulty(_:)`` for a damaged file, which is removed.
    func examined() async throws -> (StoreCount, brokenLinks: Int) {
        if let fault = try await SQLiteDatabase.faults(inFileAt: path).first {
            try remove()
            throw CommandRefusal.copyFaulty(fault)
        }
        let found = try await withStore(try SQLiteDatabase(path: path, readers: 1)) { database in
            let keys = try await opening.keys(of: database, keyring)
            return try await database.examined(keys)
        }
        try removeCompanions()
        return found
    }

    func remove() throws {
        if FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
        try removeCompanions()
    }

    /// Closing wrote everything into the file itself; what the engine keeps beside a file at work
    /// would be taken for another file's once this one is moved.
    private func removeCompanions() throws {
        for path in [path + "-wal", path + "-shm"]
        where FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
    }
}

extension Database {
    /// What the store holds, and how many links of its timeline are broken.
    func examined(_ keys: HouseKeys) async throws -> (StoreCount, brokenLinks: Int) {
        let count = try await read { tx in try StoreCount(in: tx) }
        let verification = try await Verify.verify(Timeline(keys: keys), self)
        return (count, verification.findings.count + verification.unnamed)
    }
}
