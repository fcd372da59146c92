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
            let next = try turn.next(after: handover)
            try ShiftRecords.add(handover, as: id, box: box, by: viewer.officer, in: turn)
            try ShiftRecords.address(id, to: next, at: handover.seat, in: turn.tx)
            let sight = Sight(viewer, in: turn.town)
            for (place, end) in handover.openEnds.enumerated() {
                try ShiftRecords.add(end, at: place, of: id, within: sight, in: turn)
            }
            var facts = [
                "note": id.description,
                "unit": turn.town.unit(handover.unit)?.code ?? "",
                "desk": handover.desk.rawValue,
                "day": handover.day.description,
                "shift": handover.shift.rawValue,
                "openEnds": "\(handover.openEnds.count)",
                "words.digest": sealedDigest(box),
            ]
            facts["seat"] = handover.seat
            try turn.enter(.shiftNoteWritten, on: .house, by: actor, facts)
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
            try turn.enter(
                .shiftTakenOver,
                on: .house,
                by: actor,
                ["note": id.description, "unit": unit]
            )
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
    /// Who sits next at the seat where a note is left, by the rota that holds.
    fileprivate func next(after handover: ShiftHandover) throws -> ShiftNote.Next? {
        guard let code = handover.seat else { return nil }
        guard let seat = town.rota.seat(code) else { throw Fault(.unknownCode, "seat") }
        if let unit = seat.unit {
            guard unit == town.unit(handover.unit)?.code else { throw ShiftRefusal.otherSeat }
            return nil
        }
        guard let halfDay = handover.halfDay else { throw ShiftRefusal.otherSeat }
        let here = try SittingRecords.inForce(from: halfDay, to: halfDay, in: self)
        guard here.contains(where: { $0.seat == code && $0.place.unit == handover.unit }) else {
            throw ShiftRefusal.otherSeat
        }
        let sitting = try SittingRecords.next(at: code, after: halfDay, in: self)
        return sitting.flatMap { sitting in
            sitting.place.unit.map { .init(unit: $0, halfDay: sitting.halfDay) }
        }
    }
}
