import Storage

/// A matter goes up to a higher level with its whole file (提级: village to street, street to
/// city), or down to the village that can settle it on the spot (下沉).
///
/// Going up is proposed with a reason of the pack and decided by the director (DOMAIN 3.5, 3.7);
/// going down is the dispatcher's alone. No limit begins anew (DOMAIN 3.3).
package struct LevelChange: Sendable, Equatable {
    package enum Direction: String, Storable, CaseIterable, Codable {
        case up
        case down
    }

    package enum State: String, Storable, CaseIterable, Codable {
        case open
        case done
        case declined
        case withdrawn
    }

    package let id: ID<LevelChange>
    package let direction: Direction
    package internal(set) var state: State
    /// A ground of the pack.
    package let reason: String
    /// Who led when it was proposed; nil where it had not been given out.
    package let from: ID<Unit>?
    package internal(set) var to: ID<Unit>
    package let proposedBy: ID<Officer>
    package let proposedAt: Moment
    /// Under which the sentence lies sealed.
    let words: String
    package internal(set) var decidedAt: Moment?
    var answer: String?
}

extension Town {
    /// The level a unit works at: that of its area, else of the unit above it; the centre's own
    /// where nothing says more.
    package func level(of unit: ID<Unit>) -> AreaLevel {
        for one in lineage(of: unit) {
            if let area = self.unit(one)?.area.flatMap({ self.area($0) }) { return area.level }
        }
        return .town
    }

    package func units(_ direction: LevelChange.Direction, from level: AreaLevel) -> [Unit] {
        units.filter { self.level(of: $0.id).lies(direction, from: level) }
    }

    func reason(_ code: String, _ direction: LevelChange.Direction) -> Ground? {
        reasons(direction).first { $0.code == code }
    }

    package func reasons(_ direction: LevelChange.Direction) -> [Ground] {
        switch direction {
        case .up: grounds.escalation
        case .down: grounds.sendingDown
        }
    }
}

extension AreaLevel {
    func lies(_ direction: LevelChange.Direction, from level: AreaLevel) -> Bool {
        switch direction {
        case .up: self < level
        case .down: self > level
        }
    }
}
