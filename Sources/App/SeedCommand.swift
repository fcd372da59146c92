import ArgumentParser
import Centre

/// Fills a store for measuring.
struct SeedCommand: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed",
        abstract: "Fills the store with invented matters, for measuring.",
        discussion: """
            The matters are spread over three years and all stages, sealed and chained like real \
            ones; nobody in them exists. The same seed gives the same stories. Officers must be \
            there: load the demo first. Not for a centre at work.
            """
    )

    @Option(help: "How many matters, each with a concern of its own.")
    var matters: Int

    @Option(help: "What chance begins from.")
    var seed: UInt64 = 1

    @OptionGroup var options: ConfigurationOptions

    func validate() throws {
        guard (1...10_000_000).contains(matters) else {
            throw ValidationError("--matters must be a number from 1 to 10000000.")
        }
    }

    func work() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        try await Opening(try options.configuration()).house { house in
            let line = ProgressLine("matters seeded", of: matters)
            defer { line.end() }
            try await SeedDesk(house: house).seed(matters, seed: seed) { progress in
                line.show(progress.matters)
            }
        }
        let seconds = (clock.now - start).components.seconds
        print("\(matters) matters seeded in \(seconds) s.")
    }
}
