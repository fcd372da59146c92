import Storage

extension AlarmDesk {
    /// How many clocks ask for attention by a moment, read along the index, page by page.
    package func outlook(until moment: Moment, page limit: Int = 5000) async throws -> Int {
        var count = 0
        var last: WatchRecords.Watch?
        while true {
            let after = last
            let found = try await house.database.read { tx in
                try WatchRecords.due(by: moment, after: after, limit: limit, in: tx)
            }
            count += found.count
            guard found.count == limit else { return count }
            last = found.last
        }
    }

    /// Puts all open clocks under watch where that is behind, and raises what is due, to the end.
    /// - Returns: how many alarms were raised.
    package func catchUp(limit: Int = 200) async throws -> Round {
        if try await isBehind() {
            var cursor: DueCursor? = .start
            while let after = cursor { cursor = try await learn(after: after) }
        }
        var all = Round()
        while true {
            let round = try await raise(limit: limit)
            all.looked += round.looked
            all.raised += round.raised
            all.putOff += round.putOff
            guard round.looked == limit else { return all }
        }
    }
}
