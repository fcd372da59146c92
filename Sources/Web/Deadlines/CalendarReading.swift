import Centre

/// A proposal as it is sent: exactly one of a notice, own days, days taken back, or new rules.
struct Proposal {
    let content: CalendarChange.Content
    let reason: String

    init(_ fields: inout Fields) throws {
        reason = try fields.text("reason", 1...200)
        var found: [CalendarChange.Content] = []
        if let notice = try fields.optionalObject("notice", HolidayNotice.init) {
            found.append(.notice(notice))
        }
        if let own = try fields.optionalObject("overlay", Self.overlay) { found.append(own) }
        if let lift = try fields.optionalObject(
            "lift",
            { CalendarChange.Content.lift(days: try $0.days()) }
        ) {
            found.append(lift)
        }
        if let text = try fields.optionalText("rules", 1...60_000, .lines) {
            found.append(.rules(text: text))
        }
        try fields.nothingElse()
        guard let content = found.first else { throw Fault(.missing, "notice") }
        guard found.count == 1 else { throw Fault(.twice, found[1].kind.rawValue) }
        self.content = content
    }

    private static func overlay(_ fields: inout Fields) throws -> CalendarChange.Content {
        .overlay(days: try fields.days(), off: try fields.flag("off"))
    }
}

extension HolidayNotice {
    fileprivate init(_ fields: inout Fields) throws {
        let year = try fields.whole("year", 1...9999)
        let papers = try fields.list("papers", upTo: 10) { try Fields.text($0, at: $1, 1...300) }
        let days = try fields.objects("days", upTo: 120) { day in
            HolidayNotice.NoticeDay(
                name: try day.text("name", 1...40),
                date: try day.day("date"),
                isOffDay: try day.flag("isOffDay")
            )
        }
        self.init(year: year, papers: papers, days: days)
    }
}

extension Fields {
    /// A list of days, each once.
    fileprivate mutating func days() throws -> [Day] {
        let days = try list("days", upTo: CalendarChange.Content.mostDays) { value, path in
            guard let day = Day(try Fields.text(value, at: path, 1...10)) else {
                throw Fault(.impossible, path, ["format": "date"])
            }
            return day
        }
        return Set(days).sorted()
    }
}

/// What the second person says.
struct ChangeDecision {
    let isApproved: Bool
    let reason: String

    init(_ fields: inout Fields) throws {
        isApproved = try fields.flag("approved")
        reason = try fields.text("reason", 1...500, .lines)
        try fields.nothingElse()
    }
}
