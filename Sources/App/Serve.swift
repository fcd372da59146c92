import ArgumentParser
import Centre
import Gateways

struct Serve: PlainCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the centre until it is told to stop.",
        discussion: """
            On SIGTERM or SIGINT it finishes what is under way and leaves. The log goes to \
            standard error, one JSON object a line. With --demo the pack, the demo's officers and \
            their ninety days are loaded when missing, and some logins are printed.
            """
    )

    @Flag(help: "With --demo: only the officers, no concerns.")
    var demoStaffOnly = false

    @OptionGroup var options: ConfigurationOptions

    func work() async throws {
        let configuration = try options.configuration()
        let policy = try configuration.accessPolicy()
        try await configuration.servingAlone {
            try await Opening(configuration).house { house in
                var notice = ""
                if configuration.isDemo {
                    let town = try DemoTown(house, configuration)
                    notice = try await town.complete(staffOnly: demoStaffOnly)
                }
                // The demo's ninety days are over: nobody is written to about them.
                var open = house
                open.messages = configuration.gateways.plan
                try await Serving(open, configuration, policy, notice: notice).run()
            }
        }
    }
}
