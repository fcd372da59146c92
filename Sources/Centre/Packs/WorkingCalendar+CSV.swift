extension PackReading {
    func calendar(of manifest: Manifest?) -> WorkingCalendar {
        let notices = source.rows("calendar/notices.csv", columns: ["year", "link"])
        for row in notices where row.number("year", from: 2000) != nil { _ = row.text("link") }
        let sheets = CalendarSheets(days: noticedDays(), overlay: overlaidDays())
        sheets.check(noting: source.findings)
        return WorkingCalendar(
            days: sheets.days.map(\.day),
            overlay: sheets.overlay.map(\.day),
            officeHours: manifest?.officeHours ?? WorkingCalendar.customaryHours,
            offset: manifest?.offset ?? .china
        )
    }

    private func noticedDays() -> [CalendarSheets.Line<WorkingCalendar.NoticedDay>] {
        var known = CodeBook("day")
        return source.rows("calendar/days.csv", columns: ["date", "name", "off"]).compactMap {
            row in
            guard let day = row.day("date") else { return nil }
            known.add(day.description, of: row)
            let name = row.text("name")
            let off = row.flag("off")
            return .init(day: .init(day: day, name: name, off: off), line: row.line)
        }
    }

    private func overlaidDays() -> [CalendarSheets.Line<WorkingCalendar.OverlaidDay>] {
        var known = CodeBook("day")
        let rows = source.rows("calendar/overlay.csv", columns: ["date", "off", "reason"])
        return rows.compactMap { row in
            guard let day = row.day("date") else { return nil }
            known.add(day.description, of: row)
            let off = row.flag("off")
            return .init(
                day: .init(day: day, off: off, reason: row.text("reason")),
                line: row.line
            )
        }
    }
}
