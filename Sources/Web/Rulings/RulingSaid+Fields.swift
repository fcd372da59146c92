import Centre

extension RulingSaid {
    init(_ fields: inout Fields, with step: RulingStep, in town: Town) throws {
        self.init()
        for field in step.needs { try read(field, from: &fields, needed: true, in: town) }
        for field in step.accepts { try read(field, from: &fields, needed: false, in: town) }
    }

    private mutating func read(
        _ field: Field,
        from fields: inout Fields,
        needed: Bool,
        in town: Town
    ) throws {
        let name = field.rawValue
        switch field {
        case .unit:
            let path = fields.full(name)
            unit = try fields.optionalText(name, 1...64).map {
                try town.unit(named: $0, field: path)
            }
        case .ruler: ruler = try fields.optionalID(name)
        case .class: classCode = try fields.optionalText(name, 1...32)
        case .reach: reach = try fields.optionalWord(name, as: Ruling.Reach.self)
        case .words: words = try fields.optionalText(name, 1...5000, .lines)
        case .basis: basis = try fields.optionalText(name, 1...500)
        case .replaces: replaces = try fields.optionalID(name)
        }
        if needed, !has(field) { throw Fault(.missing, fields.full(name)) }
    }
}

extension RulingList {
    static let name = "rulings"

    static func text(_ last: Cursor) -> String {
        Web.Cursor(of: name, last.due.milliseconds, last.id).text
    }

    static func place(_ cursor: Web.Cursor) throws -> Cursor {
        let due = Moment(milliseconds: try cursor.number(at: 0))
        return Cursor(due: due, id: try cursor.id(at: 1))
    }

    static func place(_ text: String) throws -> Cursor? {
        try Web.Cursor(text, of: name).map { try place($0) }
    }
}

extension PrecedentList {
    static let name = "precedents"

    static func text(_ last: ID<Ruling>) -> String {
        Cursor(of: name, [.bytes(last.bytes)]).text
    }

    static func place(_ text: String) throws -> ID<Ruling>? {
        try Cursor(text, of: name).map { try $0.id(at: 0) }
    }
}
