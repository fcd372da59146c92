import Storage

/// A ruling as it is found by whoever decides a like matter: which unit, why, and on what it rests.
package struct Precedent: Codable, Sendable, Equatable {
    package let id: ID<Ruling>
    package let matter: ID<Matter>
    package let number: String?
    package let `class`: MatterView.Named
    /// The village it holds in; nil for the whole town.
    package let area: MatterView.Named?
    package let parties: [MatterView.Named]
    package let unit: MatterView.Named
    package let words: String?
    package let basis: String?
    package let day: Day
    package let standing: Ruling.Standing

    /// Whoever holds one of these finds them: those who give out, rule and supervise.
    package static let rights: [Right] = [.assign, .ruleDuty, .supervise]
}

extension File {
    /// How many are shown where a matter is given out.
    static let precedentsShown = 3

    /// The precedents in force for this matter: of its village before those of the town, of its own
    /// class before those of the classes above, the newest first; none whose unit it is about.
    func precedents(within sight: Sight) throws -> [Precedent] {
        let classes = turn.town.classLineage(of: matter.classCode)
        guard !classes.isEmpty else { return [] }
        let conflicts = try Conflict.units(of: matter.id, in: turn.tx)
        let places: [SQL] =
            [matter.village.map { "r.area = \($0)" }, "r.area IS NULL"].compactMap(\.self)
        var found: [Precedent] = []
        for place in places {
            for code in classes where found.count < Self.precedentsShown {
                found += try precedents(of: code, place, within: sight, without: conflicts)
            }
        }
        return Array(found.prefix(Self.precedentsShown))
    }

    private func precedents(
        of code: String,
        _ place: SQL,
        within sight: Sight,
        without conflicts: Set<ID<Unit>>
    ) throws -> [Precedent] {
        let rows = try turn.tx.rows(
            """
            SELECT \(PrecedentLines.columns)
            FROM rulings r JOIN matters m ON m.id = r.matter
            LEFT JOIN concerns v ON v.id = m.voice
            WHERE r.class = \(code) AND \(place) AND r.standing = 'inForce'
                AND r.matter <> \(matter.id) AND \(sight.condition)
            ORDER BY r.id DESC LIMIT \(Self.precedentsShown)
            """
        )
        return try PrecedentLines(turn: turn).lines(of: rows).filter { line in
            let unit = turn.town.unit(code: line.unit.code)
            return unit.map { conflicts.isDisjoint(with: turn.town.lineage(of: $0.id)) } ?? false
        }
    }
}

/// The lines of one page of precedents, read together and opened with the keys of their matters.
struct PrecedentLines {
    let turn: Turn

    static var columns: SQL {
        """
        r.id AS id, r.matter AS matter, r.unit AS unit, r.class AS class, r.area AS area,
        r.standing AS standing, r.ruled_at AS ruled_at, r.words_box AS words_box,
        r.basis_box AS basis_box, m.key_box AS key_box, m.key_version AS key_version,
        v.number AS number
        """
    }

    func lines(of rows: [Row]) throws -> [Precedent] {
        let parties = try RulingRecords.parties(of: try rows.map { try $0["id"] }, in: turn.tx)
        return try rows.map { try line($0, parties) }
    }

    private func line(_ row: Row, _ parties: [ID<Ruling>: [ID<Unit>]]) throws -> Precedent {
        let id: ID<Ruling> = try row["id"]
        let lock = LockedVault(box: try row["key_box"], version: try row["key_version"])
        let vault = try turn.house.keyring.open(lock)
        let (words, basis): ([UInt8]?, [UInt8]?) = (try row["words_box"], try row["basis_box"])
        let code: String = try row["class"]
        let area: ID<Area>? = try row["area"]
        let ruledAt: Moment = try row["ruled_at"]
        return Precedent(
            id: id,
            matter: try row["matter"],
            number: try row["number"],
            class: .init(code: code, name: turn.town.disputeClass(code)?.name.zh ?? code),
            area: area.flatMap { turn.town.area($0) }.map {
                .init(code: $0.code, name: $0.name.zh)
            },
            parties: (parties[id] ?? []).map(turn.town.named),
            unit: turn.town.named(try row["unit"]),
            words: try words.map { try vault.open($0, as: "matter.ruling") },
            basis: try basis.map { try vault.open($0, as: "matter.ruling") },
            day: ruledAt.day(in: turn.town.offset),
            standing: try row["standing"]
        )
    }
}

extension Town {
    func named(_ id: ID<Unit>) -> MatterView.Named {
        let found = unit(id)
        return MatterView.Named(code: found?.code ?? "", name: found?.name.zh ?? "")
    }
}

extension RulingRecords {
    static func parties(
        of rulings: [ID<Ruling>],
        in tx: Transaction
    ) throws -> [ID<Ruling>: [ID<Unit>]] {
        guard !rulings.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT ruling, unit FROM ruling_parties
            WHERE ruling IN \(list: rulings) ORDER BY ruling, unit
            """
        )
        let pairs: [(ID<Ruling>, ID<Unit>)] = try rows.map { (try $0[0], try $0[1]) }
        return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
    }

    static func due(of matter: ID<Matter>, in tx: Transaction) throws -> Moment? {
        try tx.value(
            "SELECT due_at FROM rulings WHERE matter = \(matter) AND state = 'open' LIMIT 1"
        )
    }

    static func name(of officer: ID<Officer>, in tx: Transaction) throws -> String {
        try tx.value("SELECT name FROM officers WHERE id = \(officer)") ?? ""
    }
}
