/// When and through which door a concern of the demonstration comes.
struct DemoArrival {
    private let scenario: DemoScenario
    private let occurrence: Int
    private let today: Day
    private let calendar: DemoCalendar
    private let season: DemoSeason?

    init(
        _ scenario: DemoScenario,
        _ occurrence: Int,
        _ today: Day,
        _ calendar: DemoCalendar,
        _ script: DemoScript
    ) {
        self.scenario = scenario
        self.occurrence = occurrence
        self.today = today
        self.calendar = calendar
        season = scenario.season.flatMap { script.seasons[$0] }
    }

    func moment(_ dice: inout SeedDice) -> (Concern.Channel, Moment) {
        let channels = scenario.channels
        let channel = channels.isEmpty ? .walkin : channels[occurrence % channels.count]
        let day = day(channel, &dice)
        let minute = minute(on: day, channel, &dice)
        return (channel, calendar.at(day, minute: minute, second: dice.number(0...59)))
    }

    /// A day that is drawn is drawn again where it is closed, so that nothing piles up before
    /// the holidays; a day that is named moves back to the last open one.
    private func day(_ channel: Concern.Channel, _ dice: inout SeedDice) -> Day {
        if scenario.days.indices.contains(occurrence) {
            let named = today.adding(-scenario.days[occurrence])
            return isOpen(named, channel, &dice) ? named : calendar.workday(until: named)
        }
        for _ in 0..<40 {
            let drawn = today.adding(-daysAgo(&dice))
            if isOpen(drawn, channel, &dice) { return drawn }
        }
        return calendar.workday(until: today.adding(-daysAgo(&dice)))
    }

    private func daysAgo(_ dice: inout SeedDice) -> Int {
        let busy = (1..<DemoPlan.days).filter { season?.holds(today.adding(-$0)) == true }
        if !busy.isEmpty, dice.chance(800) { return dice.pick(busy) }
        return dice.number(1..<DemoPlan.days)
    }

    /// The window and the grid have their days; the other doors are quieter when offices rest.
    private func isOpen(
        _ day: Day,
        _ channel: Concern.Channel,
        _ dice: inout SeedDice
    ) -> Bool {
        if scenario.danger || calendar.calendar.isWorking(day) { return true }
        switch channel {
        case .walkin, .kiosk, .grid: return false
        default: return dice.chance(200)
        }
    }

    private func minute(
        on day: Day,
        _ channel: Concern.Channel,
        _ dice: inout SeedDice
    ) -> Int {
        let hour = DemoCalendar.lastHour
        if day == today { return dice.number(hour.from + 2...hour.to - 8) }
        switch channel {
        case .walkin, .kiosk, .grid: return calendar.officeMinute(&dice)
        default:
            if scenario.season == "noise" { return dice.number(21 * 60...23 * 60 + 20) }
            return dice.number(7 * 60 + 40...21 * 60 + 30)
        }
    }
}

extension SeedDice {
    fileprivate mutating func number(_ range: Range<Int>) -> Int {
        number(range.lowerBound...range.upperBound - 1)
    }
}
