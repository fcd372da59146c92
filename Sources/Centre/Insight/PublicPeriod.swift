/// A period whose figures everybody may see: a whole calendar month, quarter or year that has ended.
struct PublicPeriod: Equatable {
    let first: Day
    let last: Day
    /// How many months: 1, 3 or 12.
    let length: Int

    /// Without days it is the last month that has ended; with one of them, that day's month.
    init(from: Day?, to: Day?, today: Day) throws(StatisticsRefusal) {
        let usual = today.firstOfMonth.adding(-1)
        let last = to ?? (from ?? usual).lastOfMonth
        let first = from ?? last.firstOfMonth
        guard first <= last, last.number - first.number <= StatisticsDesk.longest else {
            throw .period
        }
        guard first == first.firstOfMonth, last == last.lastOfMonth, last < today,
            let length = Self.length(from: first.parts, to: last.parts)
        else { throw .notWhole }
        self.init(first: first, last: last, length: length)
    }

    private init(first: Day, last: Day, length: Int) {
        self.first = first
        self.last = last
        self.length = length
    }

    private static func length(
        from first: (year: Int, month: Int, day: Int),
        to last: (year: Int, month: Int, day: Int)
    ) -> Int? {
        guard first.year == last.year else { return nil }
        let months = last.month - first.month + 1
        let fits = [1, 3, 12].contains(months) && (first.month - 1) % months == 0
        return fits ? months : nil
    }

    /// What the period is made of and is published of its own: a year's quarters, a quarter's
    /// months.
    var parts: [PublicPeriod] {
        guard length > 1 else { return [] }
        let step = length == 12 ? 3 : 1
        var parts: [PublicPeriod] = []
        var start = first
        while start < last {
            var end = start.lastOfMonth
            for _ in 1..<step { end = end.adding(1).lastOfMonth }
            parts.append(PublicPeriod(first: start, last: end, length: step))
            start = end.adding(1)
        }
        return parts
    }
}

extension Day {
    var lastOfMonth: Day { firstOfMonth.adding(31).firstOfMonth.adding(-1) }
}
