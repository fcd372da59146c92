/// A whistle (吹哨): the centre calls units to one table for one matter, and each of them answers
/// (部门报到).
///
/// A value with pure rules. It is never set: ``replay(_:)`` makes it from the matter's
/// entries. docs/whistle-protocol.md tells its moves.
package struct Whistle: Sendable, Equatable {
    package let id: ID<Whistle>
    /// A kind of the pack: how fast an answer is asked for.
    package let kind: String
    /// A ground of the pack: why several have to come.
    package let ground: String
    /// When the table meets; nil for at once.
    package let meetsAt: Moment?
    package let blownBy: ID<Officer>?
    package let blownAt: Moment
    /// Each called unit's part, in the order of the calls.
    package private(set) var calls: [WhistleCall] = []
    package private(set) var withdrawnAt: Moment?

    package init(
        id: ID<Whistle>,
        kind: String,
        ground: String,
        meetsAt: Moment? = nil,
        blownBy: ID<Officer>? = nil,
        blownAt: Moment
    ) {
        self.id = id
        self.kind = kind
        self.ground = ground
        self.meetsAt = meetsAt
        self.blownBy = blownBy
        self.blownAt = blownAt
    }

    /// It runs until every part is done, excused or withdrawn.
    package var isOpen: Bool { calls.contains { !$0.state.isEnd } }

    package var endedAt: Moment? {
        isOpen ? nil : calls.compactMap { $0.history.last?.at }.max()
    }

    package func call(_ id: ID<WhistleCall>) -> WhistleCall? { calls.first { $0.id == id } }
}

extension Whistle {
    /// Calls a unit to the table: with the first call it is blown, with others it grows.
    package mutating func call(_ call: WhistleCall) throws(WhistleRefusal) {
        guard calls.isEmpty || isOpen else { throw .over }
        let isHere = calls.contains { $0.unit == call.unit && !$0.state.isGone }
        guard !isHere else { throw .unitCalledAlready }
        calls.append(call)
    }

    /// Takes one unit's part a move on, or says why not and changes nothing.
    package mutating func take(
        _ move: WhistleCall.Move,
        of id: ID<WhistleCall>,
        _ said: WhistleCall.Said = .init(),
        at: Moment
    ) throws {
        guard let place = calls.firstIndex(where: { $0.id == id }) else { throw NotFound() }
        var call = calls[place]
        try call.take(move, said, at: at)
        calls[place] = call
    }

    /// Whoever has blown it takes it back; what was done stays done.
    package mutating func withdraw(at: Moment) throws(WhistleRefusal) {
        guard isOpen else { throw .over }
        for place in calls.indices { calls[place].leave(at: at) }
        withdrawnAt = at
    }

    /// What the house raises of silent calls by a moment, the earliest first.
    package func rises(by moment: Moment) -> [(call: ID<WhistleCall>, rise: WhistleCall.Rise)] {
        calls.flatMap { call in call.rises(by: moment).map { (call.id, $0) } }
            .sorted { ($0.1.at, $0.0) < ($1.1.at, $1.0) }
    }

    /// Afterwards the caller says of a unit whether it came in time and helped.
    package mutating func receive(
        _ id: ID<WhistleCall>,
        _ reception: WhistleCall.Reception
    ) throws {
        try judge(id) { call throws(WhistleRefusal) in
            guard call.state != .withdrawn else { throw .nothingToJudge }
            guard call.reception == nil else { throw .judgedAlready }
            call.reception = reception
        }
    }

    /// Afterwards a unit says whether the whistle was justified.
    package mutating func justify(
        _ id: ID<WhistleCall>,
        _ justification: WhistleCall.Justification
    ) throws {
        try judge(id) { call throws(WhistleRefusal) in
            guard call.justification == nil else { throw .judgedAlready }
            call.justification = justification
        }
    }

    private mutating func judge(
        _ id: ID<WhistleCall>,
        _ word: (inout WhistleCall) throws(WhistleRefusal) -> Void
    ) throws {
        guard let place = calls.firstIndex(where: { $0.id == id }) else { throw NotFound() }
        guard !isOpen else { throw WhistleRefusal.notOver }
        try word(&calls[place])
    }
}
