import Storage

/// Where a shift hands over to the next.
package struct ShiftDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Writes a note for one of the writer's own units.
    package func write(
        _ handover: ShiftHandover,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<ID<ShiftNote>> {
        let actor = try viewer.actor(for: .readMatters)
        try viewer.requirePost(in: handover.unit)
        return try await house.perform(operation) { turn in
            let id: ID<ShiftNote> = turn.newID()
            let box = try turn.house.keys.sealAnswer(handover.words, as: ShiftRecords.purpose(id))
            try ShiftRecords.add(handover, as: id, box: box, by: viewer.officer, in: turn)
            let sight = Sight(viewer, in: turn.town)
            for (place, end) in handover.openEnds.enumerated() {
                try ShiftRecords.add(end, at: place, of: id, within: sight, in: turn)
            }
            try turn.enter(
                .shiftNoteWritten,
                by: actor,
                [
                    "note": id.description,
                    "unit": turn.town.unit(handover.unit)?.code ?? "",
                    "desk": handover.desk.rawValue,
                    "day": handover.day.description,
                    "shift": handover.shift.rawValue,
                    "openEnds": "\(handover.openEnds.count)",
                    "words.digest": sealedDigest(box),
                ]
            )
            return id
        }
    }

    /// The next shift has read it and goes on from there.
    package func take(
        _ id: ID<ShiftNote>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<ID<ShiftNote>> {
        let actor = try viewer.actor(for: .readMatters)
        return try await house.perform(operation) { turn in
            let note = try ShiftRecords.find(id, of: viewer, in: turn)
            try note.mayBeTaken(by: viewer.officer)
            try ShiftRecords.take(id, by: viewer.officer, at: turn.at, in: turn.tx)
            let unit = turn.town.unit(note.unit)?.code ?? ""
            try turn.enter(.shiftTakenOver, by: actor, ["note": id.description, "unit": unit])
            return id
        }
    }

    /// The notes of the viewer's own units, the newest first.
    ///
    /// An open end of a matter that the viewer may not see is left out.
    package func notes(
        for viewer: Viewer,
        after: ID<ShiftNote>? = nil,
        limit: Int
    ) async throws -> Portion<ShiftNote, ID<ShiftNote>> {
        try viewer.require(.readMatters)
        return try await house.look { turn in
            let found = try ShiftRecords.page(
                of: Set(viewer.posts.map(\.unit)).sorted(),
                below: after,
                limit: limit + 1,
                in: turn.tx
            )
            let shown = Array(found.prefix(limit))
            return Portion(
                items: try shown.map { try ShiftRecords.note($0, for: viewer, in: turn) },
                next: found.count > limit ? try shown.last?["id"] : nil
            )
        }
    }
}

extension Viewer {
    fileprivate func requirePost(in unit: ID<Unit>) throws(NotFound) {
        guard posts.contains(where: { $0.unit == unit }) else { throw NotFound() }
    }
}

extension Turn {
    fileprivate func enter(_ act: Act, by actor: Actor, _ facts: [String: String]) throws {
        try house.timeline.record(
            act,
            on: .house,
            by: actor,
            at: at,
            facts: facts,
            world: house.world,
            in: tx
        )
    }
}
