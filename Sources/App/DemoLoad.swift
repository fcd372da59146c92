import ArgumentParser
import Centre

struct DemoLoad: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Takes in the demo's officers with known logins, and prints some of them.",
        discussion: "Those who are there already stay as they are."
    )

    @OptionGroup var options: ConfigurationOptions

    func work() async throws {
        let configuration = try options.configuration()
        guard configuration.isDemo else { throw CommandRefusal.demoNotAsked }
        try await Opening(configuration).house { house in
            let demo = try DemoStaffing(house, configuration)
            try await demo.complete()
            print(demo.notice)
        }
    }
}
