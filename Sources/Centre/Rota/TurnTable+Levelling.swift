extension TurnTable {
    /// Makes turns as even as absences allow.
    ///
    /// A turn is handed on, over others if need be, from a unit to one that has at least two fewer.
    /// Where no such way is left, no rota on these half-days is more even (Harvey, Ladner, Lovász,
    /// Tamir: Semi-matchings for bipartite graphs, 2006).
    mutating func level() {
        while let way = wayToFewer() {
            for step in way {
                unseat(step.from, step.half)
                seat(step.to, step.half)
            }
        }
    }

    /// A half-day that one unit hands on to another.
    private struct Step {
        let from: Int
        let to: Int
        let half: Int
    }

    private func wayToFewer() -> [Step]? {
        guard let least = turns.min() else { return nil }
        let many = (0..<units).filter { turns[$0] >= least + 2 }
        for unit in many.sorted(by: { (-turns[$0], $0) < (-turns[$1], $1) }) {
            if let way = way(from: unit) { return way }
        }
        return nil
    }

    /// The shortest way from the unit to one with at least two turns fewer.
    private func way(from first: Int) -> [Step]? {
        var came: [Int: Step] = [:]
        var waiting = [first]
        var reached: Set<Int> = [first]
        var place = 0
        while place < waiting.count {
            let unit = waiting[place]
            place += 1
            for other in 0..<units where !reached.contains(other) {
                guard let half = gift(from: unit, to: other) else { continue }
                came[other] = Step(from: unit, to: other, half: half)
                if turns[other] <= turns[first] - 2 { return steps(to: other, came) }
                reached.insert(other)
                waiting.append(other)
            }
        }
        return nil
    }

    private func steps(to last: Int, _ came: [Int: Step]) -> [Step] {
        var way: [Step] = []
        var unit = last
        while let step = came[unit] {
            way.append(step)
            unit = step.from
        }
        return way
    }

    /// The half-day one of them has and the other can take, where the other is asked for more.
    private func gift(from unit: Int, to other: Int) -> Int? {
        var best: Int?
        var most = Int.min
        for half in 0..<halves where sits(unit, half) && canTake(other, half) {
            let gain = asked(other, half) - asked(unit, half)
            if gain > most { (best, most) = (half, gain) }
        }
        return best
    }
}
