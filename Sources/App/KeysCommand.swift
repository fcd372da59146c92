import ArgumentParser

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "The key that seals residents' data.",
        subcommands: [KeysNew.self, KeysRotate.self]
    )
}
