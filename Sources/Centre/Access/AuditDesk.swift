import Storage

/// One line of what happened in the house and to its officers, as the auditor reads it.
package struct AuditLine: Codable, Sendable, Equatable {
    package let id: ID<Entry>
    package let at: Moment
    package let act: Act
    /// Whose chain: the officer's; nil for the house itself.
    package let officer: ID<Officer>?
    package let who: TimelineLine.Who
    package let facts: [String: String]
}

/// Where the auditor reads: packs, keys and imports, officers, posts, passwords and sign-ins.
///
/// Whoever audits the system reads nothing of the residents' business (三员分立).
package struct AuditDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Which entries: all of the house and its officers, or those of one chain.
    package enum Scope: Sendable, Equatable {
        case all
        case house
        case officer(ID<Officer>)
    }

    /// The entries, the newest first, from the one before `after` on.
    package func entries(
        _ scope: Scope,
        for viewer: Viewer,
        after: ID<Entry>?,
        limit: Int
    ) async throws -> Portion<AuditLine, ID<Entry>> {
        try viewer.require(.readAudit)
        return try await house.look { turn in
            let lines = try AuditRecords.page(scope, below: after, limit: limit + 1, in: turn.tx)
            let shown = Array(lines.prefix(limit))
            let names = try AuditRecords.names(of: shown.compactMap(\.actor.officer), in: turn.tx)
            return Portion(
                items: try shown.map { try $0.line(names: names) },
                next: lines.count > limit ? shown.last?.id : nil
            )
        }
    }
}

enum AuditRecords {
    struct Read {
        let id: ID<Entry>
        let at: Moment
        let chain: [UInt8]
        let actor: Actor
        let act: Act
        let facts: [String: String]

        func line(names: [ID<Officer>: String]) throws -> AuditLine {
            AuditLine(
                id: id,
                at: at,
                act: act,
                officer: chain == Chain.house.id ? nil : try ID(bytes: chain),
                who: who(names),
                facts: facts
            )
        }

        private func who(_ names: [ID<Officer>: String]) -> TimelineLine.Who {
            switch actor {
            case .officer(let id, let role):
                .init(kind: "officer", role: role.rawValue, name: names[id])
            case .resident: .init(kind: "resident", role: nil, name: nil)
            case .system(let name): .init(kind: "system", role: nil, name: name)
            }
        }
    }

    /// Entries that tell of no matter and no concern are the house's and its officers'.
    static func page(
        _ scope: AuditDesk.Scope,
        below: ID<Entry>?,
        limit: Int,
        in tx: Transaction
    ) throws -> [Read] {
        let beyond: SQL = below.map { "AND id < \($0)" } ?? ""
        return try tx.rows(
            """
            SELECT id, at, chain, actor_kind, actor, actor_role, act, facts FROM entries
            WHERE matter IS NULL AND concern IS NULL \(chain(scope)) \(beyond)
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map(Read.init)
    }

    private static func chain(_ scope: AuditDesk.Scope) -> SQL {
        switch scope {
        case .all: ""
        case .house: "AND chain = \(Chain.house.id)"
        case .officer(let id): "AND chain = \(Chain.officer(id).id)"
        }
    }

    static func names(
        of officers: [ID<Officer>],
        in tx: Transaction
    ) throws -> [ID<Officer>: String] {
        let ids = Set(officers).sorted()
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows("SELECT id, name FROM officers WHERE id IN \(list: ids)")
        let pairs: [(ID<Officer>, String)] = try rows.map { (try $0[0], try $0[1]) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

extension AuditRecords.Read {
    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        at = try row["at"]
        chain = try row["chain"]
        actor = try Actor(
            kind: try row["actor_kind"],
            identity: try row["actor"],
            role: try row["actor_role"]
        )
        act = try row["act"]
        facts = try Facts.read(try row["facts"])
    }
}
