extension DayCount {
    mutating func workingHours(_ amount: Int) -> Moment? {
        workingTime(milliseconds: Int64(amount) * 3_600_000)
    }

    mutating func workingTime(milliseconds: Int64) -> Moment? {
        var left = milliseconds
        var day = startDay
        guard left > 0 else { return start }
        while day.number - startDay.number <= Self.horizon {
            if isWorking(day) {
                let before = left
                for stretch in openStretches(of: day) {
                    let length = stretch.upperBound.milliseconds - stretch.lowerBound.milliseconds
                    if left <= length {
                        listWorking(day)
                        return stretch.lowerBound.adding(milliseconds: left)
                    }
                    left -= length
                }
                listHours(day, counted: left < before)
            } else {
                listResting(day)
            }
            day = day.adding(1)
        }
        return nil
    }

    mutating func hours(_ amount: Int) -> Moment? {
        time(milliseconds: Int64(amount) * 3_600_000)
    }

    mutating func time(milliseconds: Int64) -> Moment? {
        var left = milliseconds
        var from = start
        for pause in pauses where pause.until > from {
            let running = max(pause.from.milliseconds - from.milliseconds, 0)
            guard left > running else { break }
            left -= running
            from = pause.until
        }
        let end = from.adding(milliseconds: left)
        guard end < .never else { return nil }
        listElapsed(until: end)
        return end
    }

    /// The office hours of a day from the start on, without the paused time.
    private func openStretches(of day: Day) -> [Range<Moment>] {
        let midnight = day.start(in: calendar.offset)
        var stretches: [Range<Moment>] = []
        for hours in calendar.officeHours {
            let open = max(midnight.adding(milliseconds: Int64(hours.from) * 60_000), start)
            let close = midnight.adding(milliseconds: Int64(hours.to) * 60_000)
            guard open < close else { continue }
            stretches.append(contentsOf: Self.without(pauses, in: open..<close))
        }
        return stretches
    }

    private static func without(_ pauses: [Pause], in stretch: Range<Moment>) -> [Range<Moment>] {
        var rest: [Range<Moment>] = []
        var from = stretch.lowerBound
        for pause in pauses where pause.until > from && pause.from < stretch.upperBound {
            if from < pause.from { rest.append(from..<pause.from) }
            from = max(from, min(pause.until, stretch.upperBound))
        }
        if from < stretch.upperBound { rest.append(from..<stretch.upperBound) }
        return rest
    }

    private mutating func listHours(_ day: Day, counted: Bool) {
        guard !counted else { return listWorking(day) }
        let ground = pauseGround(touching: day)
        list(day, counted: false, ground.map(DayWhy.paused) ?? .afterHours)
    }

    private mutating func listElapsed(until end: Moment) {
        guard listing else { return }
        var day = startDay
        while day <= end.day(in: calendar.offset) {
            let begin = max(day.start(in: calendar.offset), start)
            let close = min(day.end(in: calendar.offset).adding(milliseconds: 1), end)
            let runs = begin < close && !Self.without(pauses, in: begin..<close).isEmpty
            let ground = runs ? nil : pauseGround(touching: day)
            list(day, counted: ground == nil, ground.map(DayWhy.paused) ?? .elapsed)
            day = day.adding(1)
        }
    }
}
