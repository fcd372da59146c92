/// What loading a pack would change, by kind: which codes are new, gone, or say something else.
package struct PackDifference: Sendable, Equatable {
    package let kinds: [Change]

    package struct Change: Sendable, Equatable {
        /// A word such as `units`; `files` for what has no codes of its own.
        package let kind: String
        package let added: [String]
        package let removed: [String]
        package let changed: [String]

        package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
    }

    package var isEmpty: Bool { kinds.isEmpty }

    /// - Parameter old: nil before the first pack.
    package init(from old: Pack?, to new: Pack) {
        let kinds = [
            Self.change("areas", old?.areas, new.areas) { "\($0.code)@\($0.validFrom)" },
            Self.change("borders", old?.borders, new.borders) { "\($0.code)@\($0.validFrom)" },
            Self.change("units", old?.units, new.units, by: \.code),
            Self.change("classes", old?.classes, new.classes, by: \.code),
            Self.change("groups", old?.groups, new.groups, by: \.code),
            Self.change("items", old?.items, new.items, by: \.code),
            Self.change("legalRoutes", old?.legalRoutes, new.legalRoutes, by: \.code),
            Self.change("routing", old?.routing, new.routing) { "\($0.code)/\($0.version)" },
            Self.change("limits", old?.limits, new.limits) { "\($0.code)/\($0.version)" },
            Self.change("outside", old?.outside, new.outside) { "\($0.code)/\($0.version)" },
            Self.change("files", old?.files.kept, new.files.kept, by: \.path),
        ]
        self.kinds = kinds.filter { !$0.isEmpty }
    }

    private static func change<Element: Equatable>(
        _ kind: String,
        _ old: [Element]?,
        _ new: [Element],
        by code: (Element) -> String
    ) -> Change {
        let before = Dictionary(
            (old ?? []).map { (code($0), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let after = Dictionary(new.map { (code($0), $0) }, uniquingKeysWith: { first, _ in first })
        return Change(
            kind: kind,
            added: after.keys.filter { before[$0] == nil }.sorted(),
            removed: before.keys.filter { after[$0] == nil }.sorted(),
            changed: after.keys.filter { before[$0] != nil && before[$0] != after[$0] }.sorted()
        )
    }
}
