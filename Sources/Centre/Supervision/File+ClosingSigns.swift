import Storage

extension File {
    /// Looks at a closing as it happens: what the open rules ask about is put to the lead unit.
    ///
    /// - Parameter due: when the earliest limit of the matter would have ended.
    mutating func noteClosingSigns(due: Moment, answered words: String) throws {
        guard let part = leadOfRound else { return }
        let minutes = due == .never ? nil : Int((due.milliseconds - turn.at.milliseconds) / 60_000)
        try note(
            [
                (.replyOffTopic, try lettersShared(with: words)),
                (.closedNearLimit, minutes),
                (.samePhoto, try SupervisionRecords.photosUsedTwice(of: matter.id, in: turn.tx)),
            ],
            of: part
        )
    }

    /// Looks at a reopening: how many days after the closing it came.
    mutating func noteReopeningSigns(closedAt: Moment?, of part: Assignment?) throws {
        guard let closedAt, let part else { return }
        let offset = turn.town.offset
        let days = turn.at.day(in: offset).number - closedAt.day(in: offset).number
        try note([(.reopenedSoon, days)], of: part)
    }

    /// The lead's part of this round, done.
    var leadOfRound: Assignment? {
        assignments.last {
            $0.role == .lead && $0.round == matter.round && $0.state == .accepted
        }
    }

    private mutating func note(
        _ measures: [(sign: ClosingSign, measured: Int?)],
        of part: Assignment
    ) throws {
        let found = measures.compactMap { measure in
            turn.town.supervision.rule(of: measure.sign)?.found(measure.measured)
        }
        guard !found.isEmpty else { return }
        let open = try supervision().filter { $0.kind == .sign && $0.isOpen }.map(\.ground)
        for sign in found where !open.contains(sign.sign.rawValue) {
            try self.open(
                .sign,
                with: part,
                by: .system("closing-signs"),
                [
                    "ground": sign.sign.rawValue, "measured": "\(sign.measured)",
                    "threshold": "\(sign.threshold)",
                ]
            )
        }
    }

    private func lettersShared(with answer: String) throws -> Int? {
        guard let voice else { return nil }
        let own = try ResidentWords(of: voice, in: turn)
        let asked = [own.title, own.content].compactMap(\.self).joined(separator: "\n")
        return ClosingSign.sharedLetters(asked: asked, answered: answer)
    }
}
