import ArgumentParser
import Centre
import Storage

/// Brings the store's schema up to this program.
struct Migrate: PlainCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings the store's schema up to this program.",
        discussion: "Every start does the same; of several processes one does it."
    )

    @OptionGroup var options: ConfigurationOptions

    func work() async throws {
        let configuration = try options.configuration()
        try await withStore(try configuration.openStore()) { database in
            let all = try Schema.migrations()
            let applied = try await Migrator.migrate(database, migrations: all)
            for migration in applied { print("applied \(migration.number) \(migration.name)") }
            print("The store is at migration \(all.last?.number ?? 0).")
        }
    }
}
