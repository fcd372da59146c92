import Storage

/// One unit's part in a whistle: what it is called for, until when it answers, what it said and
/// did.
///
/// It is about a unit: who of it came is nobody's business here, and where they were neither.
package struct WhistleCall: Sendable, Equatable {
    package let id: ID<WhistleCall>
    package let unit: ID<Unit>
    package let calledAt: Moment
    package private(set) var state = State.called
    /// Until when it answers; anew after a ruling that the call stands.
    package private(set) var limit: Limit
    /// Where the silence of the running limit has risen to.
    package private(set) var risen: [Rise] = []
    /// The director has ruled on its refusal that the call stands.
    package private(set) var isUpheld = false
    package private(set) var presence: Presence?
    /// Every move, in the order they were taken: no answer is ever lost.
    package private(set) var history: [Line] = []
    package var reception: Reception?
    package var justification: Justification?

    package init(id: ID<WhistleCall>, unit: ID<Unit>, calledAt: Moment, limit: Limit) {
        self.id = id
        self.unit = unit
        self.calledAt = calledAt
        self.limit = limit
    }

    package enum State: String, Storable, CaseIterable, Codable {
        case called
        case seen
        case coming
        case present
        case done
        case declined
        case absent
        /// Its refusal or its absence was accepted.
        case excused
        case withdrawn

        package var isEnd: Bool { self == .done || isGone }
        /// It ended without the unit at the table: the unit may be called again.
        package var isGone: Bool { self == .excused || self == .withdrawn }
        /// The unit has not answered yet; that it has seen the call is no answer.
        package var isSilent: Bool { self == .called || self == .seen }
    }

    /// On site or by a link; never where anybody was.
    package enum Presence: String, Storable, CaseIterable, Codable {
        case site
        case link
    }

    /// When silence goes up: first to the deputy director, then to the director.
    package struct Limit: Sendable, Equatable {
        package let first: Moment
        package let second: Moment

        package init(first: Moment, second: Moment) {
            self.first = first
            self.second = second
        }
    }

    package enum Rung: String, Storable, CaseIterable, Codable {
        case deputy
        case director
    }

    /// Silence has gone up to a rung, at the moment at which it was to.
    package struct Rise: Sendable, Equatable {
        package let rung: Rung
        package let at: Moment

        package init(rung: Rung, at: Moment) {
            self.rung = rung
            self.at = at
        }
    }

    package struct Line: Sendable, Equatable {
        package let move: Move
        package let at: Moment
    }

    /// What the caller says of the unit afterwards.
    package struct Reception: Sendable, Equatable, Codable {
        package let inTime: Bool
        package let helped: Bool

        package init(inTime: Bool, helped: Bool) {
            self.inTime = inTime
            self.helped = helped
        }
    }

    /// What the unit says of the whistle afterwards.
    package struct Justification: Sendable, Equatable, Codable {
        package let justified: Bool

        package init(justified: Bool) {
            self.justified = justified
        }
    }

    /// Whose turn it is.
    package enum Side: String, Storable, CaseIterable, Codable {
        case unit
        case centre
        case director
        case nobody
    }

    package var waits: Side {
        switch state {
        case .called, .seen, .coming, .present: .unit
        case .absent: .centre
        case .declined: .director
        case .done, .excused, .withdrawn: .nobody
        }
    }

    /// When the unit first said whether it comes, or was there.
    package var answeredAt: Moment? { history.first { $0.move.isAnswer }?.at }

    /// Whether it said so before its silence went up; nil while it has said nothing.
    package var answeredInTime: Bool? {
        history.firstIndex { $0.move.isAnswer }.map { place in
            !history[..<place].contains { $0.move == .rise }
        }
    }

    package var hasDeclined: Bool { history.contains { $0.move == .decline } }
    package var hasRisen: Bool { history.contains { $0.move == .rise } }
}

extension WhistleCall {
    /// What goes with a move.
    package struct Said: Sendable, Equatable {
        package var presence: Presence?
        /// After a ruling that the call stands the limit runs anew.
        package var limit: Limit?
        package var rise: Rise?

        package init(presence: Presence? = nil, limit: Limit? = nil, rise: Rise? = nil) {
            self.presence = presence
            self.limit = limit
            self.rise = rise
        }
    }

    mutating func take(_ move: Move, _ said: Said, at: Moment) throws {
        let next = try WhistleCall.next(from: state, move)
        switch move {
        case .decline where isUpheld: throw WhistleRefusal.upheld
        case .arrive, .markPresent:
            guard let presence = said.presence else { throw WhistleRefusal.presenceMissing }
            self.presence = presence
        case .uphold:
            guard let limit = said.limit else { throw WhistleRefusal.limitMissing }
            self.limit = limit
            risen = []
            if state == .declined { isUpheld = true }
        case .rise:
            guard let rise = said.rise, rise == nextRise, rise.at <= at else {
                throw WhistleRefusal.notDueYet
            }
            risen.append(rise)
        case .see, .come, .decline, .stayAway, .markAbsent, .finish, .excuse, .withdraw: break
        }
        state = next
        history.append(Line(move: move, at: at))
    }

    private static func next(from state: State, _ move: Move) throws(StageRefusal) -> State {
        guard let found = machine.steps(from: state).first(where: { $0.step == move }) else {
            throw StageRefusal(state, move)
        }
        return found.to
    }

    /// With the whole whistle; what has ended stays as it ended.
    mutating func leave(at: Moment) {
        guard !state.isEnd else { return }
        state = .withdrawn
        history.append(Line(move: .withdraw, at: at))
    }

    /// Where the silence of the running limit goes next, and when.
    package var nextRise: Rise? {
        guard state.isSilent else { return nil }
        switch risen.count {
        case 0: return Rise(rung: .deputy, at: limit.first)
        case 1: return Rise(rung: .director, at: limit.second)
        default: return nil
        }
    }

    /// What is to be raised by a moment: both rungs where the house was closed that long.
    func rises(by moment: Moment) -> [Rise] {
        guard state.isSilent else { return [] }
        return [Rise(rung: .deputy, at: limit.first), Rise(rung: .director, at: limit.second)]
            .dropFirst(risen.count).filter { $0.at <= moment }
    }
}

extension StageRefusal {
    /// Parts of a whistle have words of their own for their states.
    init(_ state: WhistleCall.State, _ move: WhistleCall.Move) {
        self.init(stage: "whistle-\(state.rawValue)", step: "whistle-\(move.rawValue)")
    }
}
