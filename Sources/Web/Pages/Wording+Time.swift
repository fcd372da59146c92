package import Centre

extension Wording {
    /// `2026年11月23日`, `23 Nov 2026`.
    package func day(_ day: Day) -> String {
        let (year, month, number) = day.parts
        return self(
            "a-day",
            ["year": "\(year)", "month": self.month(month), "day": "\(number)"]
        )
    }

    /// `11月23日`, `23 Nov`: where the year is plain.
    package func shortDay(_ day: Day) -> String {
        let (_, month, number) = day.parts
        return self("a-short-day", ["month": self.month(month), "day": "\(number)"])
    }

    package func day(_ moment: Moment) -> String { day(moment.day(in: offset)) }

    /// `09:30`.
    package func time(_ moment: Moment) -> String {
        let minutes = Int(moment.timeOfDay(in: offset) / 60_000)
        return "\(padded(minutes / 60)):\(padded(minutes % 60))"
    }

    /// `2026年11月23日 09:30`, `23 Nov 2026, 09:30`.
    package func moment(_ moment: Moment) -> String {
        self("a-moment", ["day": day(moment), "time": time(moment)])
    }

    /// `11月23日 09:30`, `23 Nov, 09:30`.
    package func shortMoment(_ moment: Moment) -> String {
        self("a-moment", ["day": shortDay(moment.day(in: offset)), "time": time(moment)])
    }

    /// `星期一`, `Monday`.
    package func weekday(_ day: Day) -> String { self("weekday-\(day.weekday)") }

    /// For the `datetime` of a `<time>`: programs read it.
    package func machine(_ moment: Moment) -> String { moment.text(in: offset) }

    /// `还剩 2 天 3 小时`, `2 days 3 h left`, or by how much it is over.
    package func left(until due: Moment, now: Moment) -> String {
        let span = due.milliseconds - now.milliseconds
        return self(
            span < 0 ? "over-by" : "still-left",
            ["span": self.span(milliseconds: span < 0 ? -span : span)]
        )
    }

    /// `2 天 3 小时`, `2 days 3 h`: its two greatest parts.
    package func span(milliseconds: Int64) -> String {
        let minutes = Int(milliseconds / 60_000)
        let (days, hours) = (minutes / 1440, minutes / 60 % 24)
        if days > 0 {
            let whole = count("span-days", days)
            return hours == 0 ? whole : "\(whole) \(count("span-hours", hours))"
        }
        if hours > 0, minutes % 60 > 0 {
            return "\(count("span-hours", hours)) \(count("span-minutes", minutes % 60))"
        }
        return hours > 0 ? count("span-hours", hours) : count("span-minutes", max(1, minutes))
    }

    private func month(_ month: Int) -> String { self("month-\(month)") }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
