extension DayWhy {
    /// The stable word of the reason; the sentence for it is in the string tables.
    package var word: String {
        switch self {
        case .startDay: "day-start"
        case .natural: "day-natural"
        case .working(let kind): kind.word
        case .elapsed: "day-elapsed"
        case .resting(let kind): kind.word
        case .paused: "day-paused"
        case .rolledOver: "day-rolled-over"
        case .afterHours: "day-after-hours"
        }
    }

    /// What the sentence names: the holiday, the town's reason, the ground of the pause.
    package var name: String? {
        switch self {
        case .working(let kind), .resting(let kind): kind.name
        case .paused(let ground): ground
        case .startDay, .natural, .elapsed, .rolledOver, .afterHours: nil
        }
    }
}

extension DayKind {
    package var word: String {
        switch self {
        case .workday: "day-working"
        case .weekend: "day-weekend"
        case .holiday: "day-holiday"
        case .makeUp: "day-make-up"
        case .overlay(true, _): "day-closed"
        case .overlay(false, _): "day-opened"
        }
    }

    package var name: String? {
        switch self {
        case .workday, .weekend: nil
        case .holiday(let name), .makeUp(let name), .overlay(_, let name): name
        }
    }
}
