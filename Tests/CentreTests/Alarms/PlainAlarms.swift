import Storage

@testable import Centre

/// What the alarms should be, worked out in the plainest way and knowing nothing of watches,
/// batches and stores: every clock is looked at on every occasion.
struct PlainAlarms {
    struct Fired: Hashable {
        let clock: ClockKey
        let kind: String
        let due: Int64
        let at: Int64
    }

    let rules: [LimitRule]
    let calendar: WorkingCalendar
    private(set) var fired: Set<Fired> = []
    private var open: [ClockKey: Clock] = [:]

    init(rules: [LimitRule], calendar: WorkingCalendar) {
        self.rules = rules
        self.calendar = calendar
    }

    /// The house looked at everything.
    mutating func look(at now: Moment) {
        for clock in open.values { fire(clock, at: now) }
    }

    /// Something happened to a matter, whose clocks now stand so.
    mutating func matter(_ id: ID<Matter>, stands clocks: [Clock], at now: Moment) {
        let running = clocks.filter { $0.endedAt == nil && $0.state == .running }
        let keys = Set(running.map(\.place))
        for clock in open.values where clock.matter == id && !keys.contains(clock.place) {
            fire(clock, at: now)
            open[clock.place] = nil
        }
        for clock in running {
            if let before = open[clock.place], before != clock { fire(before, at: now) }
            open[clock.place] = clock
        }
    }

    /// Whether an alarm is of a limit that still runs to the same moment.
    func isOpen(_ clock: ClockKey, due: Moment) -> Bool { open[clock]?.dueAt == due }

    private mutating func fire(_ clock: Clock, at now: Moment) {
        let due = clock.dueAt.milliseconds
        for (kind, at) in moments(of: clock) where at <= now.milliseconds {
            let earlier = fired.filter { $0.clock == clock.place && $0.kind == kind }
            if earlier.contains(where: { $0.due == due || $0.at >= at }) { continue }
            fired.insert(Fired(clock: clock.place, kind: kind, due: due, at: at))
        }
    }

    private func moments(of clock: Clock) -> [(String, Int64)] {
        guard clock.dueAt < .never,
            let rule = rules.first(where: { $0.code == clock.rule && $0.version == clock.version })
        else { return [] }
        let late =
            rule.ends.contains(.firstContact)
            ? "noFirstContact" : rule.subject == .concern ? "promiseMissed" : "overdue"
        let due = clock.dueAt.milliseconds
        let last =
            rule.unit != .hours && rule.unit != .workingHours
            ? calendarDay(of: due) * 86_400_000 - 28_800_000 : due
        return [
            ("halfUsed", min(moment(5, of: clock, rule), last)),
            ("mostlyUsed", min(moment(8, of: clock, rule), last)),
            ("due", last), (late, due + 1),
        ]
    }

    private func calendarDay(of moment: Int64) -> Int64 { (moment + 28_800_000) / 86_400_000 }

    private func moment(_ tenths: Int, of clock: Clock, _ rule: LimitRule) -> Int64 {
        let whole = rule.amount + clock.extensions.map(\.amount).reduce(0, +)
        switch rule.unit {
        case .naturalDays, .workingDays:
            var day = calendarDay(of: clock.startedAt.milliseconds)
            var left = whole * tenths / 10 + 1
            while left > 0 {
                day += 1
                if counts(day, of: clock, rule) { left -= 1 }
            }
            return day * 86_400_000 - 28_800_000
        case .months:
            let first = calendarDay(of: clock.startedAt.milliseconds)
            let days = calendarDay(of: clock.dueAt.milliseconds) - first
            return (first + days * Int64(tenths) / 10 + 1) * 86_400_000 - 28_800_000
        case .hours, .workingHours:
            return moment(
                whenUsed: Int64(whole * tenths) * 360_000,
                of: clock,
                inOffice: rule.unit == .workingHours
            )
        }
    }

    private func counts(_ day: Int64, of clock: Clock, _ rule: LimitRule) -> Bool {
        let begin = day * 86_400_000 - 28_800_000
        let isPaused = clock.pauses.contains {
            $0.from.milliseconds < begin + 86_400_000 && $0.until.milliseconds > begin
        }
        if isPaused { return false }
        return rule.unit == .naturalDays || calendar.isWorking(Day(number: Int(day)))
    }

    /// The first millisecond by which so much time has gone, found by halving.
    private func moment(whenUsed wanted: Int64, of clock: Clock, inOffice: Bool) -> Int64 {
        var low = clock.startedAt.milliseconds
        var high = low + 400 * 86_400_000
        while low < high {
            let middle = (low + high) / 2
            if used(by: middle, of: clock, inOffice) >= wanted {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }

    private func used(by end: Int64, of clock: Clock, _ inOffice: Bool) -> Int64 {
        let start = clock.startedAt.milliseconds
        var stretches: [(Int64, Int64)] = []
        if inOffice {
            for day in calendarDay(of: start)...calendarDay(of: end)
            where calendar.isWorking(Day(number: Int(day))) {
                let midnight = day * 86_400_000 - 28_800_000
                for hours in calendar.officeHours {
                    stretches.append(
                        (midnight + Int64(hours.from) * 60_000, midnight + Int64(hours.to) * 60_000)
                    )
                }
            }
        } else {
            stretches = [(start, end)]
        }
        return stretches.reduce(0) { sum, stretch in
            let (from, to) = (max(stretch.0, start), min(stretch.1, end))
            guard from < to else { return sum }
            return sum + (to - from) - paused(from, to, clock)
        }
    }

    private func paused(_ from: Int64, _ to: Int64, _ clock: Clock) -> Int64 {
        var reached = from
        var sum: Int64 = 0
        for pause in clock.pauses.sorted(by: { $0.from < $1.from }) {
            let (begin, end) = (
                max(pause.from.milliseconds, reached), min(pause.until.milliseconds, to)
            )
            if begin < end {
                sum += end - begin
                reached = end
            }
        }
        return sum
    }
}
