import ArgumentParser

struct OfficerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officer",
        abstract: "Makes a new centre's first officers, and helps when nobody else can.",
        subcommands: [
            OfficerAdd.self, OfficerPasswd.self, OfficerPost.self, OfficerSecondFactor.self,
        ]
    )
}
