/// A kind of thing that residents of the demonstration bring, in their own words, and the ways it
/// takes.
///
/// It happens as often as it says, each time to somebody else somewhere else.
package struct DemoScenario: Sendable, Equatable {
    package let code: String
    package let classCode: String
    package let route: String
    package let item: String?
    package let kind: Concern.Kind
    package let channels: [Concern.Channel]
    package let modes: [Concern.Mode]
    package let language: String
    package let urgency: Concern.Urgency
    package let danger: Bool
    package let confidential: Bool
    package let people: Int
    package let representatives: Int?
    /// In yuan, from the least to the most.
    package let amount: ClosedRange<Int>?
    /// Who it is about: `person`, `firm`, the code of a unit; nil for nobody.
    package let against: String?
    /// A fixed village or grid; elsewhere it is dealt.
    package let area: String?
    package let season: String?
    package let units: DemoUnits
    /// How many days ago; empty where chance says.
    package let days: [Int]
    package let times: Int
    package let paths: [String]
    /// A story told step by step takes no path.
    package let steps: [DemoStep]
    package let missing: [String]
    /// The ground of a refusal or a suspension, and the limit that is extended.
    package let ground: String?
    package let limit: String?
    package let amountOfTime: Int?
    package let attachments: [WorkOrder.Attachment]
    /// Shown to a new user: one line.
    package let look: String?
    package let title: String
    package let content: String
    /// Sentences of its own, by the name of their stock.
    package let sentences: [String: String]

    /// How often it happens.
    package var occurrences: Int { days.isEmpty ? times : days.count }
}

/// Which units have to do with it; where none is named the town's own routing says.
package struct DemoUnits: Sendable, Equatable {
    package let lead: String?
    package let assist: [String]
    /// Units it is first sent to by mistake.
    package let wrong: [String]
}

/// Weeks of the year in which some things happen more often.
package struct DemoSeason: Sendable, Equatable {
    package let code: String
    /// Pairs of month and day, both counted.
    package let weeks: [Weeks]

    package struct Weeks: Sendable, Equatable {
        package let from: MonthDay
        package let to: MonthDay
    }

    package struct MonthDay: Sendable, Equatable, Comparable {
        package let month: Int
        package let day: Int

        init(month: Int, day: Int) {
            self.month = month
            self.day = day
        }

        /// Reads `09-05`.
        init?(_ text: String) {
            let parts = text.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 2, (1...12).contains(parts[0]), (1...31).contains(parts[1]) else {
                return nil
            }
            self.init(month: parts[0], day: parts[1])
        }

        package static func < (left: Self, right: Self) -> Bool {
            (left.month, left.day) < (right.month, right.day)
        }
    }

    func holds(_ day: Day) -> Bool {
        let (_, month, date) = day.parts
        let here = MonthDay(month: month, day: date)
        return weeks.contains { $0.from <= here && here <= $0.to }
    }
}

/// The life of a demonstration as a pack's files tell it: what is brought, the ways it takes, the
/// stock of sentences, the seasons.
package struct DemoScript: Sendable {
    package let scenarios: [DemoScenario]
    package let paths: [String: [DemoStep]]
    package let stock: [String: [String]]
    package let seasons: [String: DemoSeason]
    /// A point inside each grid.
    let points: [String: Point]

    /// The steps of one occurrence.
    func steps(of scenario: DemoScenario, occurrence: Int) -> [DemoStep] {
        guard scenario.steps.isEmpty, !scenario.paths.isEmpty else { return scenario.steps }
        return paths[scenario.paths[occurrence % scenario.paths.count]] ?? []
    }
}
