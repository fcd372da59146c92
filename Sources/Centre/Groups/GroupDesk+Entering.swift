import Storage

/// What came of entering members.
package struct MembersEntered: Codable, Sendable, Equatable {
    package let rows: Int
    package let entered: Int
    /// They were in the group already.
    package let known: Int
    package let faults: [Fault]

    package struct Fault: Codable, Sendable, Equatable {
        package let row: Int
        package let column: String?
        package let word: String
        package let particulars: [String: String]

        package init(_ fault: RowFault) {
            row = fault.row
            column = fault.column
            word = fault.word
            particulars = fault.particulars
        }
    }
}

extension GroupDesk {
    /// So many rows are entered in one transaction; others get their turn in between, and the page
    /// shows how far it is.
    static let rowsAtOnce = 500

    /// Enters members from a sheet or a call.
    ///
    /// With faults nothing is stored unless the caller keeps the good rows. Sent twice, also after
    /// a kill in the middle, everybody is there once.
    package func enter(
        _ reading: MemberReading,
        keepingGood: Bool,
        into id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MembersEntered> {
        let actor = try viewer.actor(for: .keepGroup)
        try await admit(viewer, to: id, using: .keepGroup)
        let faults = reading.faults.map(MembersEntered.Fault.init)
        let size = reading.lines.count
        guard faults.isEmpty || keepingGood, size > 0 else {
            let nothing = MembersEntered(
                rows: size + faults.count,
                entered: 0,
                known: 0,
                faults: faults
            )
            return Performed(answer: nothing, replayed: false)
        }
        var (entered, known, replayed) = (0, 0, true)
        for start in stride(from: 0, to: size, by: Self.rowsAtOnce) {
            let end = min(start + Self.rowsAtOnce, size)
            let lines = Array(reading.lines[start..<end])
            let part = operation.part(start / Self.rowsAtOnce)
            let done = try await house.perform(part, .onLockedRow) { turn in
                var file = try File.open(id, for: viewer, using: .keepGroup, in: turn)
                let tally = try file.enter(lines, by: actor)
                let isLast = end == size
                try GroupRecords.put(
                    importing: isLast ? nil : (done: end, rows: size),
                    of: id,
                    in: turn.tx
                )
                try file.save()
                return [tally.entered, tally.known]
            }
            entered += done.answer[0]
            known += done.answer[1]
            replayed = replayed && done.replayed
        }
        let answer = MembersEntered(
            rows: size + faults.count,
            entered: entered,
            known: known,
            faults: faults
        )
        return Performed(answer: answer, replayed: replayed)
    }
}

extension Operation {
    /// One part of a long write, with an id that no caller can make.
    func part(_ number: Int) -> Operation {
        Operation(id: "\(id)\n\(number)", fingerprint: fingerprint)
    }

    private init(id: String, fingerprint: [UInt8]) {
        self.id = id
        self.fingerprint = fingerprint
    }
}
