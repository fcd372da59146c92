import Storage

extension File {
    /// Lets alarms follow the clocks that a save has changed.
    ///
    /// What an old clock asked for by this moment is raised before it is let go, so that a limit
    /// that has passed leaves its alarm even when it is answered before the house looked. Nobody
    /// is told of it: whoever is at work on the matter knows.
    func watchClocks(over before: [Clock], now clocks: [Clock]) throws {
        let change = ClockChange(of: matter.id, from: before, to: clocks)
        let adopted = change.begun.filter { $0.startedAt != turn.at }
        if !change.isEmpty { try watch(change, adopted) }
        if !noted.isDisjoint(with: Act.withdrawalsOfSteps) {
            let gone = withdrawn(before, clocks)
            try AlarmRecords.void(of: gone, at: turn.at, in: turn.tx)
        }
        if !noted.isDisjoint(with: Self.movingActs) {
            let place = try AlarmPlaces(of: self, for: [])[matter.id]
            try AlarmRecords.move(
                of: matter.id,
                to: place.lead,
                village: place.village,
                grid: place.grid,
                in: turn.tx
            )
        }
    }

    private func watch(_ change: ClockChange, _ adopted: [Clock]) throws {
        let ripe = change.touched.filter { clock in
            turn.town.marks(of: clock).contains { $0.at <= turn.at }
        }
        let known = ripe + adopted
        let raised =
            known.isEmpty
            ? [:] : try AlarmRecords.raised(of: known.map(\.subject.id), in: turn.tx)
        let places = try AlarmPlaces(of: self, for: ripe)
        var raising = Raising(turn, at: places, after: raised)
        _ = try raising.raise(ripe)
        if !change.touched.isEmpty {
            let subjects = Set(change.touched.map(\.subject.id))
            try AlarmRecords.answer(of: Array(subjects), at: turn.at, in: turn.tx)
        }
        if !adopted.isEmpty {
            let subjects = Set(adopted.map(\.subject.id))
            try AlarmRecords.adopt(of: Array(subjects), for: matter.id, in: turn.tx)
        }
        try WatchRecords.forget(change.ended.map(\.place), in: turn.tx)
        try WatchRecords.put((change.moved + change.begun).map(raising.watch), in: turn.tx)
    }

    /// The steps whose limits this save has cancelled.
    private func withdrawn(_ before: [Clock], _ clocks: [Clock]) -> [[UInt8]] {
        let counted = Set(before.filter { $0.state != .cancelled }.map(\.place))
        return clocks.filter { clock in
            clock.subject.kind == .step && clock.state == .cancelled
                && counted.contains(clock.place)
        }.map(\.subject.id)
    }

    /// Raises what the clocks of a concern ask for by now, before it leaves for another matter.
    func raiseAlarms(of concern: Concern) throws {
        let clocks = try Clock.running(of: [concern.id.bytes], in: turn.tx)
        let raised = try AlarmRecords.raised(of: [concern.id.bytes], in: turn.tx)
        var raising = Raising(turn, at: try AlarmPlaces(of: self, for: clocks), after: raised)
        _ = try raising.raise(clocks)
    }

    /// After these another unit has to act, or the matter lies elsewhere.
    private static let movingActs: Set<Act> = [
        .matterAccepted, .assignmentMade, .assignmentDesignated, .assignmentReturned,
        .assignmentCancelled,
    ]
}

/// What has become of the clocks of a matter.
struct ClockChange {
    /// Open before, and no longer.
    private(set) var ended: [Clock] = []
    /// Open before and now, with other time: as they are now.
    private(set) var moved: [Clock] = []
    /// Open now, and not before.
    private(set) var begun: [Clock] = []
    /// What ended or moved, as it was.
    private(set) var touched: [Clock] = []

    var isEmpty: Bool { touched.isEmpty && begun.isEmpty }

    init(of matter: ID<Matter>, from before: [Clock], to clocks: [Clock]) {
        let own = clocks.filter { ($0.matter == nil || $0.matter == matter) && $0.isOpen }
        let now = Dictionary(own.map { ($0.place, $0) }, uniquingKeysWith: { $1 })
        var were: Set<ClockKey> = []
        for clock in before where clock.isOpen {
            were.insert(clock.place)
            guard let next = now[clock.place] else {
                ended.append(clock)
                touched.append(clock)
                continue
            }
            if !clock.runs(as: next) {
                moved.append(next)
                touched.append(clock)
            }
        }
        begun = own.filter { !were.contains($0.place) }
    }
}

extension Clock {
    fileprivate func runs(as other: Clock) -> Bool {
        dueAt == other.dueAt && version == other.version && pauses == other.pauses
            && extensions == other.extensions
    }
}
