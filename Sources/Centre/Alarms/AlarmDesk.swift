import Storage

/// Looks at the clocks whose moment has come, raises their alarms, and has those told who act.
///
/// What is to be raised is found from an index on the next moment of each clock, however many run
/// and however long the house was closed. A clock is looked at in the transaction that writes its
/// alarms and its next moment, so that of two processes one gets it, and one that is killed leaves
/// it as it was.
package struct AlarmDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// What one round came to.
    package struct Round: Sendable, Equatable {
        /// Clocks that were looked at; fewer than the limit when no other moment has come.
        package var looked = 0
        package var raised = 0
        /// Clocks that could not be read, put off for an hour.
        package var putOff = 0
    }

    /// Raises what is due, a batch in one transaction.
    package func raise(limit: Int = 200) async throws -> Round {
        let isDue = try await house.database.read { [house] tx in
            try WatchRecords.isAnyDue(at: house.world.now(), in: tx)
        }
        guard isDue else { return Round() }
        return try await house.database.write(.onLockedRow) { [house] tx in
            let turn = house.turn(in: tx)
            let taken = try WatchRecords.take(at: turn.at, limit: limit, in: tx)
            return try look(at: taken, in: turn)
        }
    }

    /// One that cannot be read harms no other.
    private func look(at taken: [ClockKey], in turn: Turn) throws -> Round {
        var round = Round(looked: taken.count)
        do {
            round.raised = try turn.tx.savepoint { try raise(taken, in: turn) }
            return round
        } catch let error as StorageError where error.isPassing {
            throw error
        } catch {
            guard taken.count > 1 else {
                let later = turn.at.adding(hours: 1)
                try WatchRecords.put(
                    taken.map { WatchRecords.Watch(clock: $0, nextAt: later) },
                    in: turn.tx
                )
                round.putOff = taken.count
                return round
            }
        }
        for clock in taken {
            let one = try look(at: [clock], in: turn)
            round.raised += one.raised
            round.putOff += one.putOff
        }
        return round
    }

    private func raise(_ taken: [ClockKey], in turn: Turn) throws -> Int {
        guard !taken.isEmpty else { return 0 }
        let subjects = Array(Set(taken.map(\.subject)))
        let asked = Set(taken)
        let clocks = try Clock.running(of: subjects, in: turn.tx).filter {
            asked.contains($0.place)
        }
        var raising = Raising(
            turn,
            at: try AlarmPlaces(of: Set(clocks.compactMap(\.matter)).sorted(), in: turn.tx),
            after: try AlarmRecords.raised(of: subjects, in: turn.tx)
        )
        let alarms = try raising.raise(clocks)
        try WatchRecords.put(clocks.map(raising.watch), in: turn.tx)
        // A clock that ended while it was put under watch leaves a watch of nothing.
        let gone = asked.subtracting(clocks.map(\.place))
        try WatchRecords.forget(Array(gone), in: turn.tx)
        try tell(alarms, in: turn)
        return alarms.count
    }

    /// One notice a matter, of its gravest alarm: after days of standing still nobody is told of
    /// each mark that went by.
    private func tell(_ alarms: [Alarm], in turn: Turn) throws {
        for (matter, ofIt) in Dictionary(grouping: alarms, by: \.matter).sorted(by: {
            $0.key < $1.key
        }) {
            let gravest = ofIt.max { ($0.kind.gravity, $1.dueAt) < ($1.kind.gravity, $0.dueAt) }
            guard let gravest else { continue }
            let units = Set(ofIt.compactMap(\.unit)).compactMap { turn.town.unit($0)?.code }
            var facts = ["alarm": gravest.kind.rawValue, "rule": gravest.clock.rule]
            if !units.isEmpty { facts[Outbox.units] = units.sorted().joined(separator: ",") }
            try Outbox.put(gravest.kind.notice, matter: matter, facts, in: turn)
        }
    }
}

extension Alarm.Kind {
    fileprivate var notice: Notice.Kind {
        switch self {
        case .halfUsed, .mostlyUsed: .limitSoon
        case .due: .limitDue
        case .overdue, .noFirstContact, .promiseMissed: .limitMissed
        }
    }
}
