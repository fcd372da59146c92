/// The ninety days as a list of events in the order of their time.
///
/// The same script on the same day gives the same plan, with the numbers the concerns will have.
package struct DemoPlan: Sendable {
    package let day: Day
    package let concerns: [DemoConcern]
    package let events: [DemoEvent]
    /// Invented names, by their stock.
    let names: [String: [String]]

    /// How far back the demonstration reaches.
    package static let days = 90

    /// - Parameter only: codes of the scenarios to be played; nil for all.
    package init(
        _ script: DemoScript,
        in town: Town,
        staff: Set<String> = [],
        on day: Day,
        only: Set<String>? = nil
    ) throws {
        let stage = DemoStage(town: town, script: script, staff: staff, day: day)
        var concerns: [DemoConcern] = []
        var events: [DemoEvent] = []
        for scenario in script.scenarios where only?.contains(scenario.code) != false {
            for occurrence in 0..<scenario.occurrences {
                let telling = try DemoTelling(scenario, occurrence, on: stage)
                let place = concerns.count
                concerns.append(telling.concern)
                events += telling.events(of: place)
            }
        }
        events.sort { ($0.at, $0.concern, $0.position) < ($1.at, $1.concern, $1.position) }
        self.day = day
        names = script.stock
        self.events = events
        self.concerns = Self.numbered(concerns, by: events, in: town)
    }

    /// Numbers are drawn in the order of registration, from 1 in every year.
    private static func numbered(
        _ concerns: [DemoConcern],
        by events: [DemoEvent],
        in town: Town
    ) -> [DemoConcern] {
        var concerns = concerns
        var last: [Int: Int] = [:]
        for event in events where event.step == nil {
            let year = event.at.day(in: town.offset).year
            last[year, default: 0] += 1
            concerns[event.concern].number =
                town.numbering.number(serial: last[year] ?? 1, year: year)
        }
        return concerns
    }

    /// The last day whose first hour is over.
    package static func day(at now: Moment, in town: Town) -> Day {
        let today = now.day(in: town.offset)
        return now >= DemoCalendar(town).end(of: today) ? today : today.adding(-1)
    }
}

/// One concern of the demonstration: what is brought, by whom, and the number it will have.
package struct DemoConcern: Sendable {
    /// The scenario and which of its occurrences: `lamp-out.3`.
    package let key: String
    package let scenario: DemoScenario
    package let order: WorkOrder
    package let registeredAt: Moment
    package internal(set) var number = ""
    let villageUnit: String
    let lead: String?
    let assist: [String]
    /// The routing rule that named the lead, with its version.
    let rule: String?
    /// What the lead's reply comes to.
    let outcome: Assignment.Outcome
}

/// One thing that happens: a registration, or a step at a desk.
package struct DemoEvent: Sendable {
    package let concern: Int
    package let position: Int
    package let at: Moment
    /// Nil for the registration.
    package let step: DemoStep?
    /// The unit it is done by or to.
    package let unit: String?
    package let words: String
    package let answer: String
}
