import Storage

/// Lets suspended matters go on when their suspension has reached its end: a suspension that
/// nobody ends does not hide a matter for good.
package struct ResumptionDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    static let actor = Actor.system("suspension")

    /// Resumes what is due, each matter in a transaction of its own that takes it out of the index.
    ///
    /// One that cannot go on holds up no other; its error is thrown when the others are done.
    /// - Returns: how many went on.
    @discardableResult
    package func resumeEnded(limit: Int = 100) async throws -> Int {
        let ended = try await house.database.read { [house] tx in
            try SuspensionRecords.ended(at: house.world.now(), limit: limit, in: tx)
        }
        var resumed = 0
        var trouble: (any Error)?
        for matter in ended {
            do {
                if try await resume(matter) { resumed += 1 }
            } catch {
                trouble = error
            }
        }
        if let trouble { throw trouble }
        return resumed
    }

    private func resume(_ id: ID<Matter>) async throws -> Bool {
        try await house.database.write(.onLockedRow) { [house] tx in
            let turn = house.turn(in: tx)
            var file = try File.open(id, in: turn)
            guard try SuspensionRecords.take(id, at: turn.at, in: tx),
                file.matter.stage == .suspended
            else { return false }
            try file.resume(by: Self.actor, ["cause": "endReached"])
            try file.tell(.suspensionEnded, units: file.unitsAtWork)
            try file.save()
            return true
        }
    }

    /// Puts suspended matters into the index that are not in it yet, by what their timelines say.
    /// - Returns: how many were put there; fewer than the limit when none is left.
    package func learn(limit: Int = 100) async throws -> Int {
        let missing = try await house.database.read { tx in
            try SuspensionRecords.missing(limit: limit, in: tx)
        }
        for matter in missing {
            try await house.database.write(.onLockedRow) { [house] tx in
                let turn = house.turn(in: tx)
                let file = try File.open(matter, in: turn)
                guard file.matter.stage == .suspended else { return }
                let end = try file.suspensionEnd()
                try SuspensionRecords.put(matter, until: end, in: tx)
            }
        }
        return missing.count
    }
}

extension File {
    fileprivate var unitsAtWork: [ID<Unit>] {
        assignments.filter(\.state.isLive).map(\.unit)
    }

    /// When the suspension that is in force ends, as its entry says.
    fileprivate func suspensionEnd() throws -> Moment {
        let entries = try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
        let until = entries.last { $0.act == .matterSuspended }?.facts["until"]
        return until.flatMap { Moment(text: $0) } ?? .never
    }
}
