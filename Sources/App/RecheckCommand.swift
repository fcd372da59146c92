import ArgumentParser
import Centre
import Foundation

struct RecheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recheck",
        abstract: "Repeats a draw of closed matters for a second look.",
        subcommands: [Draw.self]
    )

    struct Draw: PlainCommand {
        static let configuration = CommandConfiguration(
            commandName: "draw",
            abstract: "Draws closed matters by a seed, as the desk does; it changes nothing.",
            discussion: """
                The numbers are drawn from what was closed in the days from --from to --to, or \
                from a file with one number a line, for which no store and no key is needed: \
                whoever has the published list can repeat a draw. First come three lines with \
                the count, the digest of the list and the digest of what was drawn, then the \
                drawn numbers in their order. The algorithm: SHA-256 of the seed, a line feed and \
                the number; ordered by the hexadecimal value, the first ones are drawn.
                """
        )

        @Option(help: "The published words.")
        var seed: String

        @Option(help: "How many are drawn.")
        var size: Int

        @Option(help: "The first day of closing, such as 2026-03-01.")
        var from: String?

        @Option(help: "The last day of closing, which counts.")
        var to: String?

        @Option(help: "A file with one number a line, instead of the days; - is standard input.")
        var numbers: String?

        @OptionGroup var options: ConfigurationOptions

        func validate() throws {
            guard (1...1000).contains(size) else {
                throw ValidationError("--size is between 1 and 1000.")
            }
            guard (1...100).contains(seed.count) else {
                throw ValidationError("--seed has 1 to 100 characters.")
            }
            guard numbers == nil ? from != nil && to != nil : from == nil && to == nil else {
                throw ValidationError("Give --from and --to, or --numbers.")
            }
        }

        func work() async throws {
            if let numbers {
                let draw = RecheckDraw(seed: seed, size: size)
                return show(draw.outcome(from: try lines(of: numbers)))
            }
            let order = RecheckOrder(
                seed: seed,
                size: size,
                from: try day(from, "--from"),
                to: try day(to, "--to")
            )
            try await Opening(try options.configuration()).house { house in
                show(try await RecheckDesk(house: house).rehearse(order))
            }
        }

        private func day(_ text: String?, _ name: String) throws -> Day {
            guard let day = text.flatMap({ Day($0) }) else {
                throw ValidationError("\(name) is not a day such as 2026-03-01.")
            }
            return day
        }

        private func lines(of path: String) throws -> [String] {
            let data =
                path == "-"
                ? FileHandle.standardInput.readDataToEndOfFile()
                : FileManager.default.contents(atPath: path)
            guard let data else { throw CommandRefusal.fileMissing(path) }
            guard let text = String(validating: data, as: UTF8.self) else {
                throw CommandRefusal.notUTF8(path)
            }
            return text.split(whereSeparator: \.isNewline)
                .map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { !$0.isEmpty }
        }

        private func show(_ outcome: RecheckOutcome) {
            print("matters\t\(outcome.population)")
            print("numbers\t\(outcome.digest)")
            print("drawn\t\(outcome.chosenDigest)")
            for number in outcome.chosen { print(number) }
        }
    }
}
