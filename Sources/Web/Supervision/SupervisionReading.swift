import Centre

extension SupervisionOrder {
    init(_ fields: inout Fields) throws {
        let kind = try fields.word("kind", as: SupervisionStep.Kind.self)
        guard SupervisionStep.Kind.opened.contains(kind) else {
            let allowed = SupervisionStep.Kind.opened.map(\.rawValue).joined(separator: ", ")
            throw Fault(.notAllowed, "kind", ["allowed": allowed])
        }
        try self.init(kind, &fields)
    }

    /// A step of a kind that is known already, such as from the page it is asked on.
    init(_ kind: SupervisionStep.Kind, _ fields: inout Fields) throws {
        let day = try fields.optionalDay("day")
        let leader = try fields.optionalID("leader", of: Officer.self)
        let responsible = try fields.optionalID("responsible", of: Officer.self)
        self.init(
            kind: kind,
            assignment: try fields.optionalID("assignment"),
            ground: try fields.text("ground", 1...64),
            words: try fields.text("words", 1...2000, .lines),
            skipReason: try fields.optionalText("skipReason", 1...1000, .lines),
            day: day,
            leader: try SupervisionOrder.leader(kind, leader, responsible, day)
        )
    }

    private static func leader(
        _ kind: SupervisionStep.Kind,
        _ leader: ID<Officer>?,
        _ responsible: ID<Officer>?,
        _ day: Day?
    ) throws(Fault) -> LeaderInCharge? {
        guard kind == .leader else { return nil }
        guard let leader else { throw Fault(.missing, "leader") }
        guard let responsible else { throw Fault(.missing, "responsible") }
        guard let day else { throw Fault(.missing, "day") }
        return LeaderInCharge(leader: leader, responsible: responsible, promised: day)
    }
}

extension SupervisionWords {
    init(_ fields: inout Fields, with move: SupervisionStep.Move) throws {
        self.init(
            try fields.text("words", 1...5000, .lines),
            result: move == .answer
                ? try fields.optionalWord("result", as: LeaderResult.self) : nil,
            finding: move == .hold
                ? try fields.optionalWord("finding", as: RecheckFinding.self) : nil,
            leader: move == .replace ? try fields.id("leader") : nil,
            promised: move == .replace ? try fields.optionalDay("day") : nil
        )
    }
}

extension SupervisionList {
    private static let name = "supervision"

    init(_ query: inout Query, in town: Town) throws {
        self.init()
        waits = try query.word("waits", as: SupervisionStep.Side.self)
        unit = try query.text("unit", 1...64).map { try town.unit(named: $0, field: "unit") }
        kind = try query.word("kind", as: SupervisionStep.Kind.self)
        limit = try query.limit()
        after = try query.cursor(of: Self.name).map { try $0.id(at: 0) }
    }

    static func cursor(_ last: ID<SupervisionStep>) -> String {
        Cursor(of: name, [.bytes(last.bytes)]).text
    }
}

extension ListingOrder {
    init(_ fields: inout Fields, in town: Town) throws {
        let months = try fields.whole("months", 1...24)
        try self.init(&fields, months: months, in: town)
    }

    /// With the term read already: a form writes numbers as text.
    init(_ fields: inout Fields, months: Int, in town: Town) throws {
        let unit = try fields.text("unit", 1...64)
        self.init(
            subject: try fields.word("subject", as: Listing.Subject.self),
            code: try fields.optionalText("code", 1...64),
            name: try fields.optionalText("name", 1...100),
            ground: try fields.text("ground", 1...64),
            problem: try fields.text("problem", 1...2000, .lines),
            measures: try fields.text("measures", 1...2000, .lines),
            unit: try town.unit(named: unit, field: "unit"),
            leader: try fields.id("leader"),
            months: months,
            after: try fields.optionalID("after"),
            skipReason: try fields.optionalText("skipReason", 1...1000, .lines)
        )
    }
}

extension RecheckOrder {
    init(_ fields: inout Fields) throws {
        self.init(
            seed: try fields.text("seed", 1...100),
            size: try fields.whole("size", 1...1000),
            from: try fields.day("from"),
            to: try fields.day("to")
        )
    }
}
