import Centre

extension JointSaid {
    /// As a call of the API says it.
    init(_ fields: inout Fields, with step: JointStep, in town: Town) throws {
        self.init()
        for field in step.needs { try read(field, from: &fields, needed: true, in: town) }
        for field in step.accepts { try read(field, from: &fields, needed: false, in: town) }
    }

    /// As the page asks it: day and time in boxes of their own, all else as texts.
    init(form fields: inout Fields, with step: JointStep, in town: Town) throws {
        self.init()
        for field in step.needs { try readTyped(field, from: &fields, needed: true, in: town) }
        for field in step.accepts { try readTyped(field, from: &fields, needed: false, in: town) }
    }

    private mutating func readTyped(
        _ field: Field,
        from fields: inout Fields,
        needed: Bool,
        in town: Town
    ) throws {
        switch field {
        case .meetsAt: meetsAt = try WhistleOrder.meeting(&fields, in: town)
        case .verdict:
            verdict = try fields.optionalWord("verdict", as: YesOrNo.self).map { $0 == .yes }
        case .interval: interval = try fields.typedWhole("interval", 1...365)
        default: try read(field, from: &fields, needed: needed, in: town)
        }
        if needed, case .interval = field, interval == nil { throw Fault(.missing, "interval") }
        if needed, case .verdict = field, verdict == nil { throw Fault(.missing, "verdict") }
        if needed, case .meetsAt = field, meetsAt == nil { throw Fault(.missing, "meetsDay") }
    }

    private mutating func read(
        _ field: Field,
        from fields: inout Fields,
        needed: Bool,
        in town: Town
    ) throws {
        let name = field.rawValue
        switch field {
        case .words: words = try fields.optionalText(name, 1...5000, .lines)
        case .agenda: agenda = try fields.optionalText(name, 1...2000, .lines)
        case .place: place = try fields.optionalText(name, 1...200)
        case .guests: guests = try fields.optionalText(name, 1...500)
        case .evidence: evidence = try fields.optionalText(name, 1...500)
        case .meetsAt: meetsAt = try fields.optionalMoment(name)
        case .day: day = try fields.optionalDay(name)
        case .unit:
            let path = fields.full(name)
            unit = try fields.optionalText(name, 1...64).map {
                try town.unit(named: $0, field: path)
            }
        case .units:
            let path = fields.full(name)
            units = try fields.texts(name, upTo: 40, 1...64).map {
                try town.unit(named: $0, field: path)
            }
            if units.isEmpty { throw Fault(.missing, path) }
        case .meeting: meeting = try fields.optionalID(name)
        case .presence:
            presence = try fields.optionalWord(name, as: JointMeeting.Presence.self)
        case .verdict: verdict = try fields.optionalFlag(name)
        case .interval: interval = try fields.optionalWhole(name, 1...365)
        case .attachment: attachment = try fields.optionalID(name)
        }
        if needed, !has(field) { throw Fault(.missing, fields.full(name)) }
    }
}

enum YesOrNo: String, CaseIterable {
    case yes
    case no
}

extension JointList {
    private static func name(_ kind: Kind) -> String {
        kind == .pledges ? "pledges" : "follow-ups"
    }

    init(_ kind: Kind, _ query: inout Query, in town: Town) throws {
        self.init(kind)
        unit = try query.text("unit", 1...64).map { try town.unit(named: $0, field: "unit") }
        limit = try query.limit()
        after = try query.cursor(of: Self.name(kind)).map(Self.place)
    }

    static func text(_ last: Cursor, of kind: Kind) -> String {
        Web.Cursor(of: name(kind), Int64(last.day), last.id).text
    }

    static func place(_ text: String, of kind: Kind) throws -> Cursor? {
        try Web.Cursor(text, of: name(kind)).map(place)
    }

    private static func place(_ cursor: Web.Cursor) throws -> Cursor {
        Cursor(day: Int(try cursor.number(at: 0)), id: try cursor.id(at: 1))
    }
}
