import Centre
import Hummingbird

/// The editions of the town's pack, and what loading the one that lies ready would change.
///
/// Loading itself is a command: files come from the machine and not through the network.
struct PackCalls: Sendable {
    let desk: PackDesk
    let folder: String?

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/packs", use: versions)
        officers.get("/packs/outlook", use: outlook)
    }

    @Sendable private func versions(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<PackVersion>> {
        Answer(Page(items: try await desk.versions(for: context.viewer), next: nil))
    }

    @Sendable private func outlook(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<PackOutlookLine> {
        try context.viewer.require(.loadPack)
        guard let folder else { return Answer(PackOutlookLine()) }
        let outlook = try await desk.outlook(
            on: { try Pack.folder(folder) },
            for: context.viewer
        )
        return Answer(PackOutlookLine(outlook))
    }
}

/// What lies ready: its label and what it would change, or what is wrong with it; all empty when no
/// folder is set.
struct PackOutlookLine: Encodable, Sendable {
    struct Change: Encodable, Sendable {
        let kind: String
        let added: [String]
        let removed: [String]
        let changed: [String]
    }

    let label: String?
    let changes: [Change]
    let faults: [String]

    init() {
        label = nil
        changes = []
        faults = []
    }

    init(_ outlook: PackOutlook) {
        switch outlook {
        case .change(let label, let difference):
            self.label = label
            changes = difference.kinds.map {
                Change(kind: $0.kind, added: $0.added, removed: $0.removed, changed: $0.changed)
            }
            faults = []
        case .faulty(let findings):
            label = nil
            changes = []
            faults = findings.prefix(50).map(\.description)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case label
        case changes
        case faults
    }

    /// Without a pack that lies ready the label is null, not absent.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(label, forKey: .label)
        try container.encode(changes, forKey: .changes)
        try container.encode(faults, forKey: .faults)
    }
}
