import Storage

/// What shows in a matter that units dispute whose duty it is.
package struct DutyDispute: Sendable, Equatable {
    /// A unit gave the lead back and named another.
    package struct Claim: Sendable, Equatable {
        package let unit: ID<Unit>
        package let better: ID<Unit>?

        package init(unit: ID<Unit>, better: ID<Unit>?) {
            self.unit = unit
            self.better = better
        }
    }

    package let cause: Ruling.Cause
    /// Those that gave it back and those they named.
    package let parties: [ID<Unit>]

    /// - Parameter claims: the returns of the lead for want of competence in this round.
    /// - Returns: nil where nothing is disputed.
    package init?(claims: [Claim], conferenceHeld: Bool) {
        let isMutual = claims.contains { one in
            claims.contains { $0.better == one.unit && one.better == $0.unit }
        }
        if isMutual {
            cause = .mutual
        } else if conferenceHeld {
            cause = .conference
        } else if !claims.isEmpty {
            cause = .returned
        } else {
            return nil
        }
        parties = Set(claims.map(\.unit) + claims.compactMap(\.better)).sorted()
    }
}

extension File {
    /// Whether a ruling could be asked for, or was.
    func isDisputed() throws -> Bool {
        if lead == nil, !matter.stage.isOver, dutyDispute != nil { return true }
        return try RulingRecords.isAny(of: matter.id, in: turn.tx)
    }

    var dutyDispute: DutyDispute? {
        let returned = assignments.filter {
            $0.role == .lead && $0.round == matter.round && $0.state == .returned
        }
        let claims = returned.filter { $0.returnReason.map(turn.town.isAboutDuty) ?? false }
        return DutyDispute(
            claims: claims.map { .init(unit: $0.unit, better: $0.betterUnit) },
            conferenceHeld: matter.conference == .held && !returned.isEmpty
        )
    }
}
