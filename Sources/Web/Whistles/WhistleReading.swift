import Centre

extension WhistleOrder {
    init(_ fields: inout Fields, in town: Town) throws {
        self.init(
            kind: try fields.text("kind", 1...64),
            ground: try fields.text("ground", 1...64),
            reason: try fields.text("reason", 1...2000, .lines),
            place: try fields.text("place", 1...200),
            meetsAt: try fields.optionalMoment("meetsAt"),
            calls: try Call.list(&fields, in: town)
        )
    }

    /// As the page asks it: day and time in boxes of their own, and a row for each unit.
    init(form fields: inout Fields, in town: Town) throws {
        self.init(
            kind: try fields.text("kind", 1...64),
            ground: try fields.text("ground", 1...64),
            reason: try fields.text("reason", 1...2000, .lines),
            place: try fields.text("place", 1...200),
            meetsAt: try WhistleOrder.meeting(&fields, in: town),
            calls: try Call.rows(&fields, in: town)
        )
    }

    static func meeting(_ fields: inout Fields, in town: Town) throws -> Moment? {
        let day = try fields.optionalDay("meetsDay")
        let time = try fields.optionalText("meetsTime", 1...5)
        guard day != nil || time != nil else { return nil }
        guard let day else { throw Fault(.missing, "meetsDay") }
        guard let time else { throw Fault(.missing, "meetsTime") }
        let utc = Moment(text: "\(day)T\(time):00Z")
        guard let utc else { throw Fault(.impossible, "meetsTime", ["format": "09:30"]) }
        return utc.adding(milliseconds: -Int64(town.offset.minutes) * 60_000)
    }
}

extension WhistleOrder.Call {
    /// So many units a call of the API names at once.
    static let most = 20
    /// So many rows the page offers.
    static let rows = 5

    init(_ fields: inout Fields, in town: Town) throws {
        let unit = try fields.text("unit", 1...64)
        self.init(
            unit: try town.unit(named: unit, field: fields.full("unit")),
            purpose: try fields.text("purpose", 1...500, .lines)
        )
    }

    static func list(_ fields: inout Fields, in town: Town) throws -> [Self] {
        let calls = try fields.objects("calls", upTo: most) { try Self(&$0, in: town) }
        guard !calls.isEmpty else { throw Fault(.missing, "calls") }
        return calls
    }

    /// Rows that were left empty call nobody.
    static func rows(_ fields: inout Fields, in town: Town) throws -> [Self] {
        var calls: [Self] = []
        for row in 1...rows {
            let call = try fields.optionalObject("call\(row)") { try Self(&$0, in: town) }
            if let call { calls.append(call) }
        }
        guard !calls.isEmpty else { throw Fault(.missing, "call1.unit") }
        return calls
    }
}

extension WhistleWords {
    init(_ fields: inout Fields, with move: WhistleCall.Move) throws {
        self.init(
            move.needsWords
                ? try fields.text("words", 1...2000, .lines)
                : try fields.optionalText("words", 1...2000, .lines),
            presence: move.needsPresence
                ? try fields.word("presence", as: WhistleCall.Presence.self) : nil
        )
    }
}

extension WhistleList {
    private static let name = "whistles"

    enum State: String, CaseIterable {
        case open
        case over
    }

    init(_ query: inout Query, in town: Town) throws {
        self.init()
        isOpen = try query.word("state", as: State.self) != .over
        unit = try query.text("unit", 1...64).map { try town.unit(named: $0, field: "unit") }
        limit = try query.limit()
        after = try query.cursor(of: Self.name).map { try $0.id(at: 0) }
    }

    static func cursor(_ last: ID<Whistle>) -> String {
        Cursor(of: name, [.bytes(last.bytes)]).text
    }

    static func place(_ text: String) throws -> ID<Whistle>? {
        try Cursor(text, of: name).map { try $0.id(at: 0) }
    }
}

extension WhistleCallList {
    private static let name = "whistle-calls"

    init(_ query: inout Query, in town: Town, now: Moment) throws {
        let unit = try query.text("unit", 1...64)
        guard let unit else { throw Fault(.missing, "unit") }
        let month = try WhistleMonth(&query, in: town, now: now)
        self.init(
            month: month,
            unit: try town.unit(named: unit, field: "unit"),
            measure: try query.word("measure", as: WhistleMeasure.self) ?? .called
        )
        limit = try query.limit()
        after = try query.cursor(of: Self.name).map(Self.place)
    }

    static func place(_ text: String) throws -> Cursor? {
        try Web.Cursor(text, of: name).map(place)
    }

    private static func place(_ cursor: Web.Cursor) throws -> Cursor {
        Cursor(
            calledAt: Moment(milliseconds: try cursor.number(at: 0)),
            call: try cursor.id(at: 1)
        )
    }

    static func cursor(_ last: Cursor) -> String {
        Web.Cursor(of: name, last.calledAt.milliseconds, last.call).text
    }
}

extension WhistleMonth {
    /// The month asked for, or this one.
    init(_ query: inout Query, in town: Town, now: Moment) throws {
        guard let text = try query.text("month", 1...10) else {
            self.init(of: now.day(in: town.offset))
            return
        }
        guard let month = WhistleMonth(text) else {
            throw Fault(.impossible, "month", ["format": "2026-11"])
        }
        self = month
    }
}
