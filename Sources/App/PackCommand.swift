import ArgumentParser

struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Checks and loads a town's data.",
        subcommands: [PackCheck.self, PackLoad.self]
    )
}
