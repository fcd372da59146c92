import ArgumentParser

@main
struct Maplebridge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maplebridge",
        abstract: "The working system of a township's comprehensive governance centre.",
        discussion: """
            Settings are flags, environment variables and lines of a file, in that order of \
            precedence; `maplebridge doctor` shows them.
            """,
        subcommands: [
            Serve.self, Migrate.self, Doctor.self, PackCommand.self, CalendarCommand.self,
            DemoCommand.self, OfficerCommand.self, KeysCommand.self, ImportCommand.self,
            AlarmsCommand.self, RecheckCommand.self, NoticesCommand.self, Verify.self, Backup.self,
            Restore.self,
            SeedCommand.self,
        ]
    )
}
