import ArgumentParser

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "The invented staff of the demonstration.",
        subcommands: [DemoLoad.self]
    )
}
