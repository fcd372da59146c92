import ArgumentParser
import Centre

struct DemoLoad: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Plays the demonstration: officers with known logins, and ninety days of life.",
        discussion: """
            Whoever is there already stays. The concerns are played into a store that has none; \
            a load that was stopped goes on where it stopped, and a second one changes nothing. \
            The last events are of this morning's first hour.
            """
    )

    @Flag(help: "Takes in the officers and plays nothing.")
    var staffOnly = false

    @OptionGroup var options: ConfigurationOptions

    func work() async throws {
        let configuration = try options.configuration()
        guard configuration.isDemo else { throw CommandRefusal.demoNotAsked }
        try await Opening(configuration).house { house in
            let town = try DemoTown(house, configuration)
            print(try await town.complete(staffOnly: staffOnly))
        }
    }
}
