import ArgumentParser
import Centre

struct NoticesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices",
        abstract: "Shows the notices that could not be sent, and queues them again.",
        subcommands: [Failed.self, Requeue.self]
    )

    struct Failed: PlainCommand {
        static let configuration = CommandConfiguration(
            commandName: "failed",
            abstract: "Lists the notices that were given up, the longest ago first.",
            discussion: """
                One a line, tabs between: its id, what was to be told, the matter, when it was \
                ordered and given up, how often it was tried, and why it could not be sent.
                """
        )

        @OptionGroup var options: ConfigurationOptions

        func work() async throws {
            try await Opening(try options.configuration()).house { house in
                let desk = OutboxDesk(house: house)
                let offset = house.town.town.offset
                var after: DeadLetter.Place?
                repeat {
                    let page = try await desk.deadLetters(after: after, limit: 200)
                    for letter in page.items { print(line(letter, offset)) }
                    after = page.next
                } while after != nil
            }
        }

        private func line(_ letter: DeadLetter, _ offset: TimeOffset) -> String {
            [
                "\(letter.id)", letter.kind, letter.matter.map { "\($0)" } ?? "-",
                letter.orderedAt.text(in: offset), letter.givenUpAt.text(in: offset),
                "\(letter.attempts)", letter.reason?.rawValue ?? "-",
            ].joined(separator: "\t")
        }
    }

    struct Requeue: PlainCommand {
        static let configuration = CommandConfiguration(
            commandName: "requeue",
            abstract: "Queues notices that were given up again, once what broke is mended.",
            discussion: "All of them, or the one whose id is given."
        )

        @Argument(help: "The id that `notices failed` shows.")
        var id: String?

        @OptionGroup var options: ConfigurationOptions

        func work() async throws {
            let one = try id.map { text in
                guard let id = ID<Centre.Notice>(text.lowercased()) else {
                    throw CommandRefusal.noticeUnknown
                }
                return id
            }
            try await Opening(try options.configuration()).house { house in
                let desk = OutboxDesk(house: house)
                var count = 0
                var last: Int
                repeat {
                    last = try await desk.requeue(one)
                    count += last
                } while last == OutboxDesk.mostQueuedAtOnce
                if one != nil && count == 0 { throw CommandRefusal.noticeUnknown }
                print("Queued again: \(count).")
            }
        }
    }
}
