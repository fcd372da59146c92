import ArgumentParser
import Centre

struct KeysRotate: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Locks every vault anew with the first key of a file.",
        discussion: """
            The file holds the new key on its first line and the ones in use below it. Servers \
            must know the new key before: put the line into their key file and restart them \
            first. Only wrapped keys change; stopped at any point, it goes on where it was.
            """
    )

    @Option(help: "The key file. Without it, the one of the settings.")
    var to: String?

    @OptionGroup var options: ConfigurationOptions

    func work() async throws {
        let configuration = try options.configuration()
        let source = to.map { ContactKeySource.file($0) } ?? configuration.contactKey
        let keyring = try source.keyring()
        let opening = Opening(configuration)
        let tally = try await opening.store { database in
            let line = ProgressLine("vaults locked anew")
            defer { line.end() }
            let rotation = KeyRotation(keyring: keyring, world: opening.world)
            return try await rotation.run(database, by: .house) { tally in
                line.show(tally.contacts + tally.matters)
            }
        }
        print(
            """
            \(tally.contacts) contacts, \(tally.matters) matters and \(tally.houseKeys) keys of \
            the house were locked anew with version \(keyring.current). Older lines may go once \
            no server and no backup needs them.
            """
        )
    }
}
