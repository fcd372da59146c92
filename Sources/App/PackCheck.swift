import ArgumentParser
import Centre

struct PackCheck: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads a pack and lists everything that is wrong with it; changes nothing."
    )

    @Argument(help: "The pack's folder.")
    var folder: String

    func work() async throws {
        let pack = try PackFolder(folder).pack()
        print(
            """
            \(pack.manifest.name) \(pack.manifest.version) is sound: \(pack.areas.count) areas, \
            \(pack.units.count) units, \(pack.classes.count) classes, \(pack.items.count) items, \
            \(pack.limits.count) limits, \(pack.routing.count) routing rules.
            """
        )
    }
}
