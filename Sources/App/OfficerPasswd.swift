import ArgumentParser
import Centre

struct OfficerPasswd: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "passwd",
        abstract: "Gives an officer a new password; open sessions end and a lock is lifted.",
        discussion: "The password is asked for, or read from the first line of standard input."
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
            let password = try PasswordPrompt().password()
            try await access.setPassword(of: officer.id, to: password, by: .house)
            print("Officer \(officer.login) has a new password.")
        }
    }
}

extension AccessDesk {
    /// The officer of a login, for the machine's own command line.
    func known(_ login: String) async throws -> Officer {
        do {
            return try await officer(login: login, by: .house)
        } catch is NotFound {
            throw CommandRefusal.officerUnknown(login)
        }
    }
}
