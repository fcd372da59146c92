import ArgumentParser
import Centre

struct ImportUndo: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Takes a whole import back, as long as nobody works on any of it.",
        discussion: """
            Its concerns, matters, words, clocks and contacts are gone; the timeline stays and \
            tells of both. All of it leaves the board at once; stopped after that, the same \
            command goes on.
            """
    )

    @Argument(help: "The batch that `import messages` printed.")
    var batch: String

    @OptionGroup var options: ConfigurationOptions

    func validate() throws {
        guard ID<ImportBatch>(batch) != nil else { throw ValidationError("\(batch) is not an id.") }
    }

    func work() async throws {
        guard let id = ID<ImportBatch>(batch) else { throw CommandRefusal.batchUnknown }
        try await Opening(try options.configuration()).house { house in
            let line = ProgressLine("concerns taken back")
            defer { line.end() }
            do {
                let count = try await ImportDesk(house: house).undo(id, by: .house) {
                    line.show($0)
                }
                line.end()
                print("\(count) concerns were taken back.")
            } catch is NotFound {
                throw CommandRefusal.batchUnknown
            }
        }
    }
}
