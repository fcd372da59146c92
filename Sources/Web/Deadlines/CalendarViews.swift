import Centre

/// The calendar in force for a year, the changes so far, and the forms for a new one.
struct CalendarView: PageView {
    static let template = "Deadlines/calendar"

    let title: String
    let facts: Facts
    let years: [Link]
    let yearTitle: String
    let provisional: Notice?
    let days: [DayRow]
    let noDays: String?
    let changes: PlainTable?
    let noChanges: EmptyState?
    let pager: Pager
    let forms: ProposalForms?

    /// Days next to each other that are the same kind of day.
    struct DayRow: Sendable {
        let days: String
        let count: String
        let kind: String
        let works: Bool
    }

    init(
        _ town: Town,
        year: Int,
        _ changes: [ChangeView],
        pager: Pager,
        writing: ProposalForms?,
        _ say: Wording
    ) {
        let calendar = town.calendar
        title = say("place-calendar")
        facts = Facts([
            (say("calendar-official-until"), say.day(calendar.lastOfficial)),
            (say("calendar-approved"), say.number(town.edition.approved)),
        ])
        years = [year - 1, year + 1].map {
            Link("\($0)", to: "\(CalendarPages.address)?year=\($0)")
        }
        yearTitle = say("calendar-year", ["year": "\(year)"])
        let first = Day(year: year, month: 1, day: 1) ?? Day(number: 0)
        let last = Day(year: year, month: 12, day: 31) ?? first
        provisional =
            calendar.isOfficial(first) ? nil : Notice(say("calendar-year-provisional"), .soon)
        days = Self.rows(from: first, to: last, in: calendar, say)
        noDays = days.isEmpty ? say("calendar-year-empty") : nil
        self.changes = changes.isEmpty ? nil : Self.table(changes, say)
        noChanges =
            changes.isEmpty
            ? EmptyState(say("calendar-no-changes"), say("calendar-no-changes-text")) : nil
        self.pager = pager
        forms = writing
    }

    private static func rows(
        from first: Day,
        to last: Day,
        in calendar: WorkingCalendar,
        _ say: Wording
    ) -> [DayRow] {
        let special = (first.number...last.number).map(Day.init(number:)).filter {
            calendar.kind(of: $0) != .workday && calendar.kind(of: $0) != .weekend
        }
        var groups: [[Day]] = []
        for day in special {
            if let before = groups.last?.last, before.adding(1) == day,
                calendar.kind(of: before) == calendar.kind(of: day)
            {
                groups[groups.count - 1].append(day)
            } else {
                groups.append([day])
            }
        }
        return groups.map { row(of: $0, in: calendar, say) }
    }

    private static func row(
        of days: [Day],
        in calendar: WorkingCalendar,
        _ say: Wording
    ) -> DayRow {
        let first = days[0]
        let kind = calendar.kind(of: first)
        return DayRow(
            days: say.span(first, days[days.count - 1]),
            count: say.count("span-days", days.count),
            kind: say(kind.word, kind.name.map { ["name": $0] } ?? [:]),
            works: calendar.isWorking(first)
        )
    }

    private static func table(_ changes: [ChangeView], _ say: Wording) -> PlainTable {
        PlainTable(
            say("calendar-changes"),
            columns: [
                say("calendar-change"), say("calendar-state"), say("calendar-reason"),
                say("calendar-proposed"), say("calendar-moves"),
            ],
            rows: changes.map { change in
                PlainTable.Row(
                    Link(say.title(of: change), to: "\(CalendarPages.address)/\(change.id)"),
                    [
                        say("calendar-state-\(change.state.rawValue)"), change.reason,
                        say.proposed(change),
                        say.number(change.tally.later + change.tally.earlier + change.tally.kept),
                    ]
                )
            }
        )
    }
}

/// The three forms of a proposal; what was typed goes back into the one that was sent.
struct ProposalForms: Sendable {
    struct Form: Sendable {
        let address: String
        let title: String
        let hint: String
        let head: FormHead
        let fields: [Field]
    }

    let forms: [Form]

    init(
        typed: Typed,
        kind: CalendarChange.Content.Kind?,
        _ say: Wording,
        head: (CalendarChange.Content.Kind) -> FormHead
    ) {
        let kinds: [CalendarChange.Content.Kind] = [.notice, .overlay, .rules]
        forms = kinds.map { one in
            let own = one == kind ? typed : .nothing
            return Form(
                address: "\(CalendarPages.address)/\(one.rawValue)",
                title: say("calendar-propose-\(one.rawValue)"),
                hint: say("calendar-propose-\(one.rawValue)-hint"),
                head: head(one),
                fields: Self.fields(of: one, own, say) + [
                    Field(
                        "reason",
                        say("calendar-reason"),
                        .line(upTo: 200),
                        in: own,
                        say,
                        hint: say("calendar-reason-hint"),
                        needed: true
                    )
                ]
            )
        }
    }

    private static func fields(
        of kind: CalendarChange.Content.Kind,
        _ typed: Typed,
        _ say: Wording
    ) -> [Field] {
        func area(_ name: String) -> Field {
            let rows = Field.Kind.lines(upTo: 60_000, rows: 8)
            return Field(name, say("calendar-\(name)"), rows, in: typed, say, needed: true)
        }
        switch kind {
        case .notice: return [area("notice")]
        case .rules: return [area("rules")]
        case .overlay, .lift:
            let ways = OwnDays.allCases.map {
                Field.Option($0.rawValue, say("calendar-way-\($0.rawValue)"))
            }
            return [
                Field("from", say("calendar-from"), .day, in: typed, say, needed: true),
                Field("to", say("calendar-to"), .day, in: typed, say),
                Field("way", say("calendar-way"), .choice(ways), in: typed, say, needed: true),
            ]
        }
    }
}

extension Wording {
    /// A day, or the first and the last of several.
    func span(_ first: Day, _ last: Day) -> String {
        first == last
            ? shortDay(first)
            : self("day-span", ["first": shortDay(first), "last": shortDay(last)])
    }

    func title(of change: ChangeView) -> String {
        let key = "calendar-title-\(change.kind.rawValue)"
        let number = ["number": "\(change.number)"]
        return switch change.kind {
        case .notice:
            self(key, number.merging(["year": change.year.map(String.init) ?? ""]) { $1 })
        case .overlay, .lift: count(key, change.days.count, number)
        case .rules: self(key, number.merging(["rules": list(change.rules.map(\.code))]) { $1 })
        }
    }

    func proposed(_ change: ChangeView) -> String {
        self(
            "calendar-by",
            [
                "name": change.proposedBy ?? self("calendar-by-house"),
                "moment": shortMoment(change.proposedAt),
            ]
        )
    }
}
