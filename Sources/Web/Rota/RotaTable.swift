import Centre

/// Some days of the hall as a table: a line for each half-day, a column for each seat.
///
/// Partial `Rota/table`.
struct RotaTable: Sendable {
    struct Row: Sendable {
        let label: String
        let isNow: Bool
        /// Why the hall is closed.
        let closed: String?
        let width: Int
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let unit: String
        let people: String?
        let address: String?
        let marks: [Badge]
    }

    let caption: String
    let seats: [String]
    let rows: [Row]
}

extension RotaTable {
    /// - Parameter sittings: the rotating places of these days.
    init(_ days: [Day], _ sittings: [SittingView], now: HalfDay, _ town: Town, _ say: Wording) {
        caption = say(
            "day-span",
            [
                "first": days.first.map { say.day($0) } ?? "",
                "last": days.last.map { say.day($0) } ?? "",
            ]
        )
        seats = town.rota.seats.map { say($0.name) }
        let known = Dictionary(grouping: sittings, by: \.halfDay)
        rows = days.flatMap { day -> [Row] in
            guard town.calendar.isWorking(day) else {
                return [Row(closed: day, seats: town.rota.seats.count, town, say)]
            }
            return HalfDay.Half.allCases.map { half in
                let halfDay = HalfDay(day, half)
                return Row(halfDay, known[halfDay] ?? [], isNow: halfDay == now, town, say)
            }
        }
    }
}

extension RotaTable.Row {
    init(
        _ halfDay: HalfDay,
        _ sittings: [SittingView],
        isNow: Bool,
        _ town: Town,
        _ say: Wording
    ) {
        label = say.halfDay(halfDay)
        self.isNow = isNow
        closed = nil
        width = 0
        cells = town.rota.seats.map { seat in
            if let unit = seat.unit {
                return RotaTable.Cell(
                    unit: say(town.unitName(unit)),
                    people: nil,
                    address: nil,
                    marks: []
                )
            }
            return RotaTable.Cell(sittings.first { $0.seat == seat.code }, town, say)
        }
    }

    fileprivate init(closed day: Day, seats: Int, _ town: Town, _ say: Wording) {
        label = "\(say.shortDay(day)) \(say.weekday(day))"
        isNow = false
        closed = town.calendar.name(of: day, say)
        width = seats
        cells = []
    }
}

extension RotaTable.Cell {
    init(_ sitting: SittingView?, _ town: Town, _ say: Wording) {
        unit = sitting?.unit.map { say(town.unitName($0)) } ?? say("rota-nobody")
        people = sitting?.people(say)
        address = sitting.map { "/desk/rota/sittings/\($0.id)" }
        var marks: [Badge] = []
        if sitting?.unit == nil { marks.append(Badge(say("gap-nobody"), .soon)) }
        if sitting?.cannotCome == true { marks.append(Badge(say("gap-cannotCome"), .soon)) }
        if sitting?.takenAt != nil { marks.append(Badge(say("seat-taken"), .good)) }
        if let origin = sitting?.origin, origin != .drafted {
            marks.append(Badge(say("sitting-origin-\(origin.rawValue)")))
        }
        self.marks = marks
    }
}

extension SittingView {
    /// Who comes, and who else.
    func people(_ say: Wording) -> String? {
        guard let officer else { return nil }
        guard let substitute else { return officer.name }
        return say("sitting-people", ["name": officer.name, "substitute": substitute.name])
    }
}

extension Wording {
    func halfDay(_ halfDay: HalfDay) -> String {
        let half = self("half-\(halfDay.half.rawValue)")
        return "\(shortDay(halfDay.day)) \(weekday(halfDay.day)) \(half)"
    }
}

extension WorkingCalendar {
    /// What a day off is called.
    func name(of day: Day, _ say: Wording) -> String {
        switch kind(of: day) {
        case .holiday(let name): name
        case .overlay(_, let reason): reason
        case .weekend, .workday, .makeUp: say("rota-closed")
        }
    }
}
