import Centre
import Foundation
import Storage

/// The backup of a database on a server, by the server's own tool.
///
/// Counting and dumping see the same snapshot, so that the manifest tells of exactly what is in the
/// dump.
struct BackupDump {
    private let store: any Database
    private let path: String
    private let server: ServerTools
    private let keys: HouseKeys

    init(
        of store: any Database,
        to path: String,
        _ configuration: Configuration,
        _ keys: HouseKeys
    ) {
        self.store = store
        self.path = path
        self.keys = keys
        server = ServerTools(configuration.database)
    }

    func make() async throws -> BackupManifest {
        let verification = try await Verify.verify(Timeline(keys: keys), store)
        // Half a dump never bears the backup's name.
        let (partial, server) = (path + ".partial", server)
        let count = try await store.read { tx in
            let snapshot: String? = try tx.value("SELECT pg_export_snapshot()")
            try server.tool(
                "pg_dump",
                [
                    "--format=custom", "--no-owner", "--snapshot=\(snapshot ?? "")",
                    "--file=\(partial)",
                ]
            ).run()
            return try StoreCount(in: tx)
        }
        try FileManager.default.moveItem(atPath: partial, toPath: path)
        return try BackupManifest(
            .postgres,
            of: path,
            count: count,
            brokenLinks: verification.findings.count + verification.unnamed
        )
    }
}

/// The server's own programs, pointed at our database.
///
/// The password goes through the environment, because every user of the machine sees arguments.
struct ServerTools: Sendable {
    private let url: String
    private let password: String?

    init(_ address: DatabaseAddress) {
        guard case .postgres(let text) = address, var parts = URLComponents(string: text) else {
            url = ""
            password = nil
            return
        }
        let named = parts.queryItems?.first { $0.name == "password" }?.value
        password = parts.password ?? named
        parts.password = nil
        parts.queryItems = parts.queryItems?.filter { $0.name != "password" }
        url = parts.string ?? text
    }

    func tool(_ program: String, _ arguments: [String]) -> ChildProcess {
        ChildProcess(
            program: program,
            arguments: ["--dbname=\(url)", "--no-password"] + arguments,
            secrets: password.map { ["PGPASSWORD": $0] } ?? [:]
        )
    }
}
