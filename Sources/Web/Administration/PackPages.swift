import Centre
import Hummingbird

/// The editions of the town's pack for the system administrator, and what loading the one that lies
/// ready would change.
///
/// Loading itself is a command.
struct PackPages: Sendable {
    let front: Front
    let desk: PackDesk
    let folder: String?

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/admin/pack", use: show)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let versions = try await desk.versions(for: context.viewer)
        // Reading a pack takes a second: it is asked for by a button.
        let isAsked = request.uri.queryParameters["compare"] == "1"
        var outlook: PackOutlook?
        if isAsked, let folder {
            outlook = try await desk.outlook(
                on: { try Pack.folder(folder) },
                for: context.viewer
            )
        }
        let view = PackView(
            versions,
            outlook,
            in: front.town.town,
            mayCompare: folder != nil,
            front.wording(context)
        )
        return try front.show(Sheet(view, .staff(.administration)), in: context)
    }
}

struct PackView: PageView {
    static let template = "Administration/pack"
    let title: String
    let facts: Facts
    let compare: Bool
    let notice: Notice?
    let changes: [Change]
    let faults: [String]
    let versions: [VersionRow]

    struct Change: Sendable {
        let kind: String
        let parts: [Part]

        struct Part: Sendable {
            let label: String
            let codes: String
        }
    }

    struct VersionRow: Sendable {
        let version: String
        let label: String
        let loaded: String
        let digest: String
        let state: Badge?
    }
}

extension PackView {
    init(
        _ versions: [PackVersion],
        _ outlook: PackOutlook?,
        in town: Town,
        mayCompare: Bool,
        _ say: Wording
    ) {
        title = say("admin-pack")
        facts = Facts([
            (say("pack-town"), say(town.manifest.title)),
            (say("pack-edition"), "\(town.label) (\(town.version))"),
            (say("pack-valid-from"), say.day(town.manifest.validFrom)),
            (say("pack-units"), say.number(town.units.count)),
            (say("pack-grids"), say.number(town.areas.count { $0.level == .grid })),
            (say("pack-limits"), say.number(town.limits.count)),
            (say("pack-items"), say.number(town.items.count)),
        ])
        compare = mayCompare
        (notice, changes, faults) = Self.read(outlook, mayCompare: mayCompare, say)
        self.versions = versions.map { Self.row($0, of: town, say) }
    }

    static func row(_ version: PackVersion, of town: Town, _ say: Wording) -> VersionRow {
        VersionRow(
            version: "\(version.version)",
            label: version.label,
            loaded: say.moment(version.loadedAt),
            digest: String((version.digest.split(separator: ":").last ?? "").prefix(12)),
            state: version.version == town.version ? Badge(say("pack-in-force"), .good) : nil
        )
    }

    private static func read(
        _ outlook: PackOutlook?,
        mayCompare: Bool,
        _ say: Wording
    ) -> (Notice?, [Change], [String]) {
        switch outlook {
        case nil: (mayCompare ? nil : Notice(say("pack-no-folder")), [], [])
        case .change(let label, let difference) where difference.isEmpty:
            (Notice(say("pack-same", ["label": label]), .good), [], [])
        case .change(let label, let difference):
            (
                Notice(say("pack-would-change", ["label": label])),
                difference.kinds.map { change($0, say) }, []
            )
        case .faulty(let findings):
            (Notice(say("pack-faulty"), .grave), [], findings.prefix(50).map(\.description))
        }
    }

    static func change(_ change: PackDifference.Change, _ say: Wording) -> Change {
        let parts: [(String, [String])] = [
            ("pack-added", change.added), ("pack-removed", change.removed),
            ("pack-changed", change.changed),
        ]
        return Change(
            kind: say("pack-kind-\(change.kind)"),
            parts: parts.filter { !$0.1.isEmpty }.map { key, codes in
                Change.Part(label: say.count(key, codes.count), codes: say.list(codes))
            }
        )
    }
}
