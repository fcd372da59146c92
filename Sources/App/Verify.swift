import ArgumentParser
import Centre
import Storage

/// Recomputes the timeline and says where it is not as it was written.
struct Verify: PlainCommand {
    static let configuration = CommandConfiguration(
        abstract: "Recomputes every hash of the timeline and names each broken link.",
        discussion: "The centre may be at work meanwhile."
    )

    @Option(help: "Only this matter and the concerns linked to it, by the matter's id.")
    var matter: String?

    @Option(help: "Only the concern of this number.")
    var concern: String?

    @OptionGroup var options: ConfigurationOptions

    func validate() throws {
        guard matter == nil || concern == nil else {
            throw ValidationError("Give a matter or a concern, not both.")
        }
        if let matter, ID<Matter>(matter) == nil {
            throw ValidationError("\(matter) is not an id.")
        }
    }

    func work() async throws {
        try await Opening(try options.configuration()).vaults { database, _, keys in
            let timeline = Timeline(keys: keys)
            guard let chains = try await chains(in: database) else {
                return try Self.tell([try await Self.verify(timeline, database)])
            }
            var parts: [Verification] = []
            for chain in chains {
                parts.append(try await timeline.verify(database, chain: chain))
            }
            try Self.tell(parts)
        }
    }

    static func verify(
        _ timeline: Timeline,
        _ database: any Database
    ) async throws -> Verification {
        let line = ProgressLine("entries verified")
        defer { line.end() }
        return try await timeline.verify(database) { line.show($0) }
    }

    /// Nil for all of them.
    private func chains(in database: any Database) async throws -> [Chain]? {
        let desk = UpkeepDesk(database: database, world: .real)
        do {
            if let concern { return try await desk.chains(ofConcern: concern) }
            return try await matter.flatMap { ID<Matter>($0) }.asyncMap(desk.chains(ofMatter:))
        } catch is NotFound {
            throw CommandRefusal.concernUnknown(concern ?? "")
        }
    }

    private static func tell(_ parts: [Verification]) throws {
        let findings = parts.flatMap(\.findings)
        let unnamed = parts.map(\.unnamed).reduce(0, +)
        for link in findings { print(link.line) }
        if unnamed > 0 { print("… and \(unnamed) more") }
        guard findings.isEmpty else { throw CommandRefusal.broken(links: findings.count + unnamed) }
        let entries = parts.map(\.entries).reduce(0, +)
        let chains = parts.map(\.chains).reduce(0, +)
        print("\(entries) entries on \(chains) chains, all whole.")
    }
}

extension BrokenLink {
    fileprivate var line: String {
        let range = through > position ? "\(position)–\(through)" : "\(position)"
        let id = entry.map { ", entry \($0)" } ?? ""
        return "broken: \(chain), position \(range): \(kind.rawValue)\(id)"
    }
}

extension Optional {
    fileprivate func asyncMap<Answer>(
        _ body: (Wrapped) async throws -> Answer
    ) async throws -> Answer? {
        guard let self else { return nil }
        return try await body(self)
    }
}
