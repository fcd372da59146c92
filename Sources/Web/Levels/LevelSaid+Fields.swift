import Centre

extension LevelSaid {
    init(_ fields: inout Fields, with step: LevelStep, in town: Town) throws {
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
        case .reason: reason = try fields.optionalText(name, 1...64)
        case .words: words = try fields.optionalText(name, 1...5000, .lines)
        }
        if needed, !has(field) { throw Fault(.missing, fields.full(name)) }
    }
}

extension LevelList {
    static let name = "levels"

    static func text(_ last: ID<LevelChange>) -> String {
        Cursor(of: name, [.bytes(last.bytes)]).text
    }

    static func place(_ text: String) throws -> ID<LevelChange>? {
        try Cursor(text, of: name).map { try $0.id(at: 0) }
    }
}
