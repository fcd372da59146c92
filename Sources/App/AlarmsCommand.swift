import ArgumentParser
import Centre

struct AlarmsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alarms",
        abstract: "Raises what limits ask for, or tells how much they will ask for.",
        discussion: "A server does the raising by itself; both may be at work at once.",
        subcommands: [Raise.self, Outlook.self]
    )

    struct Raise: PlainCommand {
        static let configuration = CommandConfiguration(
            commandName: "raise",
            abstract: "Raises every alarm that is due by now."
        )

        @OptionGroup var options: ConfigurationOptions

        func work() async throws {
            try await Opening(try options.configuration()).house { house in
                let clock = ContinuousClock()
                let began = clock.now
                let round = try await AlarmDesk(house: house).catchUp()
                let seconds = AlarmsCommand.text(clock.now - began)
                print(
                    "\(round.looked) clocks looked at, \(round.raised) alarms raised, \(seconds)."
                )
            }
        }
    }

    struct Outlook: PlainCommand {
        static let configuration = CommandConfiguration(
            commandName: "outlook",
            abstract: "Tells how many clocks ask for attention within so many hours."
        )

        @Option(help: "How many hours from now.")
        var hours = 24

        @OptionGroup var options: ConfigurationOptions

        func validate() throws {
            guard (0...100_000).contains(hours) else {
                throw ValidationError("--hours is between 0 and 100000.")
            }
        }

        func work() async throws {
            try await Opening(try options.configuration()).house { house in
                let clock = ContinuousClock()
                let began = clock.now
                let until = house.world.now().adding(hours: hours)
                let count = try await AlarmDesk(house: house).outlook(until: until)
                let seconds = AlarmsCommand.text(clock.now - began)
                print(
                    "\(count) clocks ask for attention within \(hours) hours, found in \(seconds)."
                )
            }
        }
    }

    /// Seconds with three places.
    static func text(_ duration: Duration) -> String {
        let milliseconds = Int(duration / .milliseconds(1))
        let rest = "\(milliseconds % 1000 + 1000)".dropFirst()
        return "\(milliseconds / 1000).\(rest) s"
    }
}
