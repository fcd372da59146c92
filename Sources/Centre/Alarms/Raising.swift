import Storage

/// Raises what some clocks ask for, in one turn.
struct Raising {
    let turn: Turn
    let places: AlarmPlaces
    /// What was raised of each clock before, and what this turn adds.
    private(set) var raised: [ClockKey: [RaisedMark]]

    init(_ turn: Turn, at places: AlarmPlaces, after raised: [ClockKey: [RaisedMark]]) {
        self.turn = turn
        self.places = places
        self.raised = raised
    }

    /// - Returns: the alarms that are new.
    mutating func raise(_ clocks: [Clock]) throws -> [Alarm] {
        var alarms: [AlarmRecords.Placed] = []
        for clock in clocks {
            guard let matter = clock.matter else { continue }
            let before = raised[clock.place] ?? []
            let pending = turn.town.marks(of: clock)
                .pending(at: turn.at, after: before, due: clock.dueAt)
            for mark in pending {
                alarms.append(placed(mark, of: clock, in: matter))
                raised[clock.place, default: []].append(
                    RaisedMark(kind: mark.kind, dueAt: clock.dueAt, at: mark.at)
                )
            }
        }
        guard !alarms.isEmpty else { return [] }
        return try AlarmRecords.add(alarms, in: turn.tx)
    }

    /// When the house looks at the clock again.
    func watch(_ clock: Clock) -> WatchRecords.Watch {
        let next = turn.town.marks(of: clock)
            .next(after: raised[clock.place] ?? [], due: clock.dueAt)
        return WatchRecords.Watch(clock: clock.place, nextAt: next)
    }

    private func placed(
        _ mark: AlarmMark,
        of clock: Clock,
        in matter: ID<Matter>
    ) -> AlarmRecords.Placed {
        AlarmRecords.Placed(
            alarm: Alarm(
                id: turn.newID(),
                clock: clock.place,
                subject: clock.subject.kind,
                kind: mark.kind,
                dueAt: clock.dueAt,
                at: mark.at,
                raisedAt: turn.at,
                answeredAt: nil,
                matter: matter,
                unit: places.unit(of: clock, in: matter)
            ),
            village: places[matter].village,
            grid: places[matter].grid
        )
    }
}
