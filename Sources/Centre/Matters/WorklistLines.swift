import Storage

/// The lines of one page, read together: the matters, the titles of the concerns that name them,
/// the lead units.
struct WorklistLines {
    let turn: Turn

    func lines(of matters: [ID<Matter>]) throws -> [WorklistLine] {
        guard !matters.isEmpty else { return [] }
        let leads = try leads(of: matters)
        let rows = try turn.tx.rows(
            """
            SELECT \(Matter.columns), c.number AS number, w.title_box AS title_box,
                p.key_box AS contact_box, p.key_version AS contact_version
            FROM matters m
            LEFT JOIN concerns c ON c.id = m.voice
            LEFT JOIN concern_words w ON w.concern = c.id AND w.kind = 'registration'
            LEFT JOIN contacts p ON p.id = c.contact
            WHERE m.id IN \(list: matters)
            """
        )
        let lines = try rows.map { try line($0, leads: leads) }
        let byMatter = Dictionary(
            lines.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return matters.compactMap { byMatter[$0] }
    }

    private func leads(of matters: [ID<Matter>]) throws -> [ID<Matter>: ID<Unit>] {
        let rows = try turn.tx.rows(
            """
            SELECT a.matter, a.unit FROM assignments a
            WHERE a.matter IN \(list: matters) AND a.role = 'lead'
                AND a.state NOT IN ('returned', 'reassigned', 'cancelled')
            ORDER BY a.id
            """
        )
        let pairs: [(ID<Matter>, ID<Unit>)] = try rows.map { (try $0[0], try $0[1]) }
        return Dictionary(pairs, uniquingKeysWith: { _, later in later })
    }

    private func line(_ row: Row, leads: [ID<Matter>: ID<Unit>]) throws -> WorklistLine {
        let matter = try Matter(row)
        let lead = leads[matter.id].flatMap { turn.town.unit($0) }
        let place = (matter.grid ?? matter.village).flatMap { turn.town.area($0) }
        return WorklistLine(
            id: matter.id,
            number: try row["number"],
            title: try title(row),
            stage: matter.stage,
            class: turn.town.disputeClass(matter.classCode ?? "").map {
                .init(code: $0.code, name: $0.name.zh)
            },
            area: place.map { .init(code: $0.code, name: $0.name.zh) },
            urgency: matter.urgency,
            dangerNow: matter.dangerNow,
            confidential: matter.confidential,
            lead: lead.map { .init(code: $0.code, name: $0.name.zh) },
            createdAt: matter.createdAt,
            updatedAt: matter.touchedAt,
            due: matter.dueAt.ifAny,
            overdue: matter.dueAt < turn.at
        )
    }

    private func title(_ row: Row) throws -> String? {
        let key: [UInt8]? = try row["contact_box"]
        let box: [UInt8]? = try row["title_box"]
        guard let key, let box else { return nil }
        let lock = LockedVault(box: key, version: try row["contact_version"])
        return try turn.house.keyring.open(lock).open(box, as: "concern.title")
    }
}
