import Testing

@testable import Centre

/// Everything that can happen to a whistle of up to so many units, by the real rules: every move
/// of every part in every order, units added while it runs, and the words of both sides after it.
///
/// Time stands for itself: a rise may be taken whenever its rung is next, and need not be, so that
/// every order of silence and answer is walked.
struct Exploration {
    /// What of a part decides on what can follow; the path that led there does not.
    struct Part: Hashable, Comparable {
        let state: WhistleCall.State
        let risen: Int
        let isUpheld: Bool
        let isReceived: Bool
        let isJustified: Bool

        init(_ call: WhistleCall) {
            state = call.state
            risen = call.state.isSilent ? call.risen.count : 0
            isUpheld = call.isUpheld
            isReceived = call.reception != nil
            isJustified = call.justification != nil
        }

        private var rank: [Int] {
            [
                WhistleCall.State.allCases.firstIndex(of: state) ?? 0, risen, isUpheld ? 1 : 0,
                isReceived ? 1 : 0, isJustified ? 1 : 0,
            ]
        }

        static func < (left: Self, right: Self) -> Bool {
            left.rank.lexicographicallyPrecedes(right.rank)
        }
    }

    enum Step: Hashable {
        case add
        case move(Int, WhistleCall.Move)
        case withdrawAll
        case receive(Int)
        case justify(Int)
    }

    struct Way {
        let step: Step
        let to: Int
    }

    /// Up to the order of the units, or with each order a state of its own.
    let isOrdered: Bool
    let most: Int
    private(set) var states: [Whistle] = []
    private(set) var ways: [[Way]] = []
    private(set) var broken: [String] = []
    private var places: [[Part]: Int] = [:]

    init(units most: Int, ordered isOrdered: Bool) throws {
        self.most = most
        self.isOrdered = isOrdered
        var first = Whistle(
            id: try Self.id(200),
            kind: "normal",
            ground: "severalUnits",
            blownAt: Self.early
        )
        try first.call(Self.call(1))
        _ = place(of: first)
        var next = 0
        while next < states.count {
            try explore(next)
            next += 1
        }
    }

    private static let early = Moment(milliseconds: 0)
    private static let late = Moment(milliseconds: 10_000)
    private static let limit = WhistleCall.Limit(
        first: Moment(milliseconds: 1000),
        second: Moment(milliseconds: 2000)
    )

    private static func id<Subject>(_ number: Int) throws -> ID<Subject> {
        try ID(bytes: [UInt8](repeating: 0, count: 15) + [UInt8(number)])
    }

    private static func call(_ number: Int) throws -> WhistleCall {
        WhistleCall(id: try id(number), unit: try id(number), calledAt: early, limit: limit)
    }

    private func key(_ whistle: Whistle) -> [Part] {
        let parts = whistle.calls.map(Part.init)
        return isOrdered ? parts : parts.sorted()
    }

    private mutating func place(of whistle: Whistle) -> Int {
        let key = key(whistle)
        if let known = places[key] { return known }
        places[key] = states.count
        states.append(whistle)
        ways.append([])
        return states.count - 1
    }

    var keys: Set<[Part]> { Set(places.keys) }

    /// How many ordered states one unordered state stands for, over all of them.
    var orders: Int {
        keys.reduce(0) { sum, key in
            let alike = Dictionary(grouping: key) { $0 }.values.map { factorial($0.count) }
            return sum + factorial(key.count) / alike.reduce(1, *)
        }
    }

    private func factorial(_ number: Int) -> Int { (1...max(number, 1)).reduce(1, *) }

    private mutating func explore(_ from: Int) throws {
        let whistle = states[from]
        for step in steps(of: whistle) {
            var after = whistle
            do {
                try Self.take(step, in: &after)
            } catch is any Refusal {
                if after != whistle { broken.append("a refused \(step) changed something") }
                continue
            }
            check(step, from: whistle, to: after)
            let to = place(of: after)
            ways[from].append(Way(step: step, to: to))
        }
    }

    private func steps(of whistle: Whistle) -> [Step] {
        let parts = whistle.calls.indices.flatMap { place in
            WhistleCall.Move.allCases.map { Step.move(place, $0) }
                + [.receive(place), .justify(place)]
        }
        return parts + [.withdrawAll] + (whistle.calls.count < most ? [.add] : [])
    }

    private static func take(_ step: Step, in whistle: inout Whistle) throws {
        switch step {
        case .add: try whistle.call(call(whistle.calls.count + 1))
        case .withdrawAll: try whistle.withdraw(at: late)
        case .receive(let place):
            let word = WhistleCall.Reception(inTime: true, helped: true)
            try whistle.receive(whistle.calls[place].id, word)
        case .justify(let place):
            let word = WhistleCall.Justification(justified: false)
            try whistle.justify(whistle.calls[place].id, word)
        case .move(let place, let move):
            let call = whistle.calls[place]
            let said = WhistleCall.Said(presence: .site, limit: limit, rise: call.nextRise)
            try whistle.take(move, of: call.id, said, at: late)
        }
    }

    /// What holds of every step: nothing that was said is lost, nobody else's part moves, and what
    /// has ended stays.
    private mutating func check(_ step: Step, from: Whistle, to: Whistle) {
        for (place, before) in from.calls.enumerated() {
            let after = to.calls[place]
            if !after.history.starts(with: before.history) {
                broken.append("\(step) lost what unit \(place) had said")
            }
            if before.state.isEnd, after.state != before.state {
                broken.append("\(step) moved a part that had ended")
            }
            if case .move(let moved, let move) = step {
                if place != moved, after != before { broken.append("\(step) moved another part") }
                if place == moved, after.history.last?.move != move {
                    broken.append("\(step) was not kept")
                }
            }
        }
        if !from.isOpen, to.isOpen { broken.append("\(step) opened an ended whistle") }
    }
}

extension Exploration {
    /// The states from which one of the ends can be reached by the ways that are let.
    func reaching(_ isEnd: (Whistle) -> Bool, by isLet: (Whistle, Step) -> Bool) -> Set<Int> {
        var back: [[Int]] = Array(repeating: [], count: states.count)
        for (from, ways) in ways.enumerated() {
            for way in ways where isLet(states[from], way.step) { back[way.to].append(from) }
        }
        var reached = Set(states.indices.filter { isEnd(states[$0]) })
        var open = Array(reached)
        while let place = open.popLast() {
            for from in back[place] where reached.insert(from).inserted { open.append(from) }
        }
        return reached
    }
}
