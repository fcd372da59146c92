import ArgumentParser
import Centre
import Storage

struct OfficerAdd: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Takes an officer in.",
        discussion: "The password is asked for, or read from the first line of standard input."
    )

    @Argument(help: "The login: small letters, digits, dots, hyphens.")
    var login: String

    @Option(help: "The officer's name.")
    var name: String

    @OptionGroup var place: OfficerPlace
    @OptionGroup var options: ConfigurationOptions

    func validate() throws {
        try place.check(isNeeded: false)
    }

    func work() async throws {
        let configuration = try options.configuration()
        let policy = try configuration.accessPolicy()
        try await Opening(configuration).house { house in
            let access = AccessDesk(house: house, policy: policy)
            let newcomer = try await access.newcomer(
                login: login,
                name: name,
                password: try PasswordPrompt().password(),
                by: .house
            )
            let post = try place.post(in: house)
            let officer = try await house.database.write { tx in
                let officer = try access.add(newcomer, by: .house, in: tx)
                if let post { try access.give(post(officer.id), by: .house, in: tx) }
                return officer
            }
            print("Officer \(officer.login) was taken in\(post == nil ? ", without a post" : "").")
        }
    }
}
