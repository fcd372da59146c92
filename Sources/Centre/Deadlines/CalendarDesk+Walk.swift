import Storage

/// How far a count or a walk has come.
package struct CalendarProgress: Sendable, Equatable {
    package let change: ID<CalendarChange>
    package let done: Int
    package let of: Int
    package let isDone: Bool
}

extension CalendarDesk {
    /// Counts a piece of the preview that is under way: which clocks the change would move.
    ///
    /// Each piece is kept with the place it ended at, so that a count that was broken off goes on
    /// there.
    /// - Returns: nil when no preview waits to be counted.
    package func count(limit: Int = 4000) async throws -> CalendarProgress? {
        try await house.database.write(.onLockedRow) { [house] tx in
            guard let (change, cursor) = try ChangeRecords.take(in: [.counting], in: tx) else {
                return nil
            }
            return try house.turn(in: tx).count(change, from: cursor, limit: limit)
        }
    }

    /// Brings a piece of the running clocks to the change that is in force.
    ///
    /// Only matters with a clock that moves are opened, each in a transaction of its own; a walk
    /// that was broken off goes on at the place it had kept.
    /// - Returns: nil when nothing is left to do, or the change has just come into force.
    package func settle(limit: Int = 2000, atOnce: Int = 16) async throws -> CalendarProgress? {
        let piece = try await house.look { turn in try turn.nextPiece(limit: limit) }
        guard let piece else { return nil }
        var moved = 0
        for part in piece.matters.parts(of: atOnce) {
            moved += try await settle(Array(part))
        }
        return try await keep(piece, moved: moved)
    }

    private func settle(_ matters: [ID<Matter>]) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for matter in matters {
                group.addTask {
                    try await house.database.write(.onLockedRow) { tx in
                        try File.settle(matter, in: house.turn(in: tx))
                    }
                }
            }
            return try await group.reduce(0, +)
        }
    }

    private func keep(_ piece: SettlingPiece, moved: Int) async throws -> CalendarProgress {
        let progress = try await house.database.write(.onLockedRow) { tx in
            try ChangeRecords.keep(piece, moved: moved, in: tx)
        }
        if progress.isDone { try await PackDesk(house: house).refresh(house.town) }
        return progress
    }
}

/// A stretch of the due index and the matters in it that have a clock that moves.
struct SettlingPiece: Sendable {
    let change: ID<CalendarChange>
    let from: DueCursor
    let to: DueCursor
    let walked: Int
    let matters: [ID<Matter>]
    let isLast: Bool
}

extension File {
    /// Opening brings the clocks to the calendar; how many moved is known from doing it here.
    fileprivate static func settle(_ matter: ID<Matter>, in turn: Turn) throws -> Int {
        var file = try unsettled(matter, in: turn)
        return try file.settleClocks()
    }
}

extension Turn {
    fileprivate func count(
        _ change: CalendarChange,
        from cursor: DueCursor,
        limit: Int
    ) throws -> CalendarProgress {
        let calendar = change.content.applied(to: town.calendar, reason: change.reason)
        let recount = Recount(in: town, by: calendar, at: at)
        let clocks = try Clock.running(after: cursor, limit: limit, in: tx)
        let moves = try moves(of: clocks, recount)
        try ChangeRecords.add(moves, of: change.id, in: tx)
        var tally = change.tally
        tally.scanned += clocks.count
        tally.add(moves)
        let isDone = clocks.count < limit
        try ChangeRecords.advance(
            change.id,
            to: clocks.last?.cursor ?? cursor,
            tally: tally,
            state: isDone ? .counted : .counting,
            countedAt: isDone ? at : nil,
            in: tx
        )
        return CalendarProgress(
            change: change.id,
            done: tally.scanned,
            of: max(tally.running, tally.scanned),
            isDone: isDone
        )
    }

    fileprivate func moves(of clocks: [Clock], _ recount: Recount) throws -> [ClockMove] {
        try clocks.compactMap { clock in
            try recount.move(of: clock) {
                guard let matter = clock.matter else { return [] }
                return try Clock.running(of: matter, in: tx)
            }
        }
    }

    /// The next stretch of the walk, once every server has taken the change over.
    fileprivate func nextPiece(limit: Int) throws -> SettlingPiece? {
        guard let (change, cursor) = try ChangeRecords.look(in: [.settling], in: tx),
            let inForceAt = change.inForceAt, at >= inForceAt, town.edition.isSettling
        else { return nil }
        let clocks = try Clock.running(after: cursor, limit: limit, in: tx)
        let moves = try moves(of: clocks, Recount(in: town, at: at))
        return SettlingPiece(
            change: change.id,
            from: cursor,
            to: clocks.last?.cursor ?? cursor,
            walked: clocks.count,
            matters: Set(moves.compactMap(\.clock.matter)).sorted(),
            isLast: clocks.count < limit
        )
    }
}

extension CalendarChange.Tally {
    fileprivate mutating func add(_ moves: [ClockMove]) {
        for move in moves {
            switch move.outcome {
            case .later: later += 1
            case .earlier: earlier += 1
            case .kept: kept += 1
            case .fixed: fixed += 1
            }
        }
    }
}
