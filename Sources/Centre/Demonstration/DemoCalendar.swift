/// When people of the demonstration do things: offices in office hours, residents when they have
/// time.
struct DemoCalendar: Sendable {
    let calendar: WorkingCalendar
    let offset: TimeOffset

    init(_ town: Town) {
        calendar = town.calendar
        offset = town.offset
    }

    /// The first moment of the demonstration's last hour: what would come after its end is not
    /// told any more.
    static let lastHour = (from: 510, to: 570)

    func at(_ day: Day, minute: Int, second: Int = 0) -> Moment {
        day.start(in: offset).adding(milliseconds: Int64(minute * 60 + second) * 1000)
    }

    func end(of day: Day) -> Moment { at(day, minute: Self.lastHour.to) }

    func after(_ wait: DemoWait, _ moment: Moment, _ dice: inout SeedDice) -> Moment {
        let second = Int64(dice.number(1...59)) * 1000
        return switch wait.unit {
        case .minutes: moment.adding(milliseconds: Int64(wait.amount) * 60_000 + second)
        case .officeMinutes:
            adding(officeMinutes: wait.amount + dice.number(0...4), to: moment)
                .adding(milliseconds: second)
        case .officeHours:
            adding(officeMinutes: wait.amount * 60 + dice.number(-20...15), to: moment)
                .adding(milliseconds: second)
        case .workingDays: workingDays(wait.amount, after: moment, &dice)
        case .naturalDays: naturalDays(wait.amount, after: moment, &dice)
        }
    }

    private func workingDays(_ count: Int, after moment: Moment, _ dice: inout SeedDice) -> Moment {
        var day = moment.day(in: offset)
        for _ in 0..<count { day = workday(from: day.adding(1)) }
        let minute = officeMinute(&dice)
        return max(at(day, minute: minute, second: dice.number(0...59)), moment)
    }

    private func naturalDays(_ count: Int, after moment: Moment, _ dice: inout SeedDice) -> Moment {
        let day = moment.day(in: offset).adding(count)
        let minute = dice.number(8 * 60...20 * 60 + 30)
        return max(at(day, minute: minute, second: dice.number(0...59)), moment)
    }

    /// The day itself when offices work, else the next on which they do.
    func workday(from day: Day) -> Day {
        var day = day
        while !calendar.isWorking(day) { day = day.adding(1) }
        return day
    }

    /// The day itself when offices work, else the last on which they did.
    func workday(until day: Day) -> Day {
        var day = day
        while !calendar.isWorking(day) { day = day.adding(-1) }
        return day
    }

    func officeMinute(_ dice: inout SeedDice) -> Int {
        let hours = dice.pick(calendar.officeHours)
        return dice.number(hours.from + 5...hours.to - 10)
    }

    /// Moves on by so many minutes in which the offices are open.
    func adding(officeMinutes count: Int, to moment: Moment) -> Moment {
        var left = max(1, count)
        var day = moment.day(in: offset)
        var minute = Int(moment.timeOfDay(in: offset) / 60_000)
        while true {
            if calendar.isWorking(day) {
                for hours in calendar.officeHours where hours.to > minute {
                    let start = max(minute, hours.from)
                    if start + left < hours.to { return at(day, minute: start + left) }
                    left -= hours.to - start
                }
            }
            day = day.adding(1)
            minute = 0
        }
    }
}
