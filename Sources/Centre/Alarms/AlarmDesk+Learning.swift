import Storage

extension AlarmDesk {
    /// Whether clocks run that were put under watch by another calendar or other rules than those
    /// in force, or that no watch knows.
    package func isBehind() async throws -> Bool {
        try await house.database.read { [house] tx in
            try WatchRecords.townVersion(in: tx) != house.town.town.version
        }
    }

    /// Puts the open clocks after the cursor under watch, a batch in one transaction; the last
    /// batch writes into the book that all are.
    /// - Returns: where to go on; nil when that was the last.
    package func learn(
        after cursor: DueCursor = .start,
        limit: Int = 500
    ) async throws
        -> DueCursor?
    {
        try await house.database.write(.onLockedRow) { [house] tx in
            let turn = house.turn(in: tx)
            let clocks = try Clock.dueBefore(
                .never.adding(milliseconds: 1),
                after: cursor,
                limit: limit,
                in: tx
            )
            try learn(clocks, in: turn)
            if clocks.count == limit { return clocks.last?.cursor }
            try WatchRecords.keep(townVersion: turn.town.version, in: tx)
            return nil
        }
    }

    private func learn(_ clocks: [Clock], in turn: Turn) throws {
        guard !clocks.isEmpty else { return }
        let subjects = Array(Set(clocks.map(\.subject.id)))
        let known = try WatchRecords.known(of: subjects, in: turn.tx)
        let raising = Raising(
            turn,
            at: AlarmPlaces(),
            after: try AlarmRecords.raised(of: subjects, in: turn.tx)
        )
        let watches = clocks.map(raising.watch).filter { watch in
            guard let before = known[watch.clock] else { return true }
            return before != watch.nextAt
        }
        try WatchRecords.put(watches, in: turn.tx)
    }
}
