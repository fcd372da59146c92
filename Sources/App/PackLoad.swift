import ArgumentParser
import Centre

struct PackLoad: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Loads a pack as the town's next version and says what it changes.",
        discussion: "Servers at work take it over within seconds. The same files change nothing."
    )

    @Argument(help: "The pack's folder.")
    var folder: String

    @OptionGroup var options: ConfigurationOptions

    func work() async throws {
        let opening = Opening(try options.configuration())
        let files = try PackFolder(folder).files()
        let loaded = try await opening.vaults { database, _, keys in
            let desk = PackDesk(
                database: database,
                timeline: Timeline(keys: keys),
                world: opening.world
            )
            return try await desk.load(files, by: .house)
        }
        let name = "\(loaded.town.manifest.name) \(loaded.town.label)"
        guard loaded.isNew else {
            return print("\(name) was in force already, as version \(loaded.town.version).")
        }
        let isFirst = loaded.town.version == 1
        for change in loaded.difference?.kinds ?? [] { Self.show(change, naming: !isFirst) }
        print("\(name) is in force as version \(loaded.town.version).")
    }

    private static func show(_ change: PackDifference.Change, naming: Bool) {
        for (sign, codes) in [("+", change.added), ("-", change.removed), ("~", change.changed)]
        where !codes.isEmpty {
            let shown = codes.prefix(8).joined(separator: " ")
            let rest = codes.count > 8 ? " …" : ""
            print("\(sign) \(codes.count) \(change.kind)" + (naming ? ": \(shown)\(rest)" : ""))
        }
    }
}
