import ArgumentParser

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Brings concerns in from files, and takes them back.",
        subcommands: [ImportMessages.self, ImportUndo.self]
    )
}
