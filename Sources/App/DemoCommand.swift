import ArgumentParser

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "The demonstration's officers and their ninety days.",
        subcommands: [DemoLoad.self]
    )
}
