import ArgumentParser
import Centre

struct OfficerSecondFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "second-factor",
        abstract: "Helps an officer whose phone is lost.",
        subcommands: [Remove.self]
    )

    struct Remove: PlainCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Takes an officer's second factor off; open sessions end.",
            discussion: "It is written on the officer's chain."
        )

        @Argument(help: "The login.")
        var login: String

        @OptionGroup var options: ConfigurationOptions

        func work() async throws {
            let configuration = try options.configuration()
            let policy = try configuration.accessPolicy()
            try await Opening(configuration).house { house in
                let access = AccessDesk(house: house, policy: policy)
                let officer = try await access.known(login)
                try await access.removeSecondFactor(of: officer.id, by: .house)
                print("Officer \(officer.login) signs in with the password alone from now on.")
            }
        }
    }
}
