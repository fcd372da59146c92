import ArgumentParser
import Centre
import Foundation

struct KeysNew: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Prints a line with a new key; keeps nothing.",
        discussion: "The line goes before the others in the key file."
    )

    @Option(help: "The key file that the new line will stand first in: its version is the next.")
    var after: String?

    func work() async throws {
        guard let after else { return print(Keyring.newLine(version: 1, world: .real)) }
        let keyring = try ContactKeySource.file(after).keyring()
        print(keyring.successorLine(world: .real))
    }
}
