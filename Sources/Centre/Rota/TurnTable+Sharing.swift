extension TurnTable {
    /// Goes through the half-days and gives each seat to one of those who had the fewest turns:
    /// first whoever did not have this half-day the week before, then whom residents ask for most
    /// on this weekday.
    mutating func share() {
        for half in 0..<halves {
            for _ in 0..<seats {
                guard let unit = next(for: half) else { break }
                seat(unit, half)
            }
        }
    }

    private func next(for half: Int) -> Int? {
        (0..<units).filter { canTake($0, half) }.min { left, right in
            rank(left, half) < rank(right, half)
        }
    }

    private func rank(_ unit: Int, _ half: Int) -> (Int, Int, Int, Int) {
        (turns[unit], neighbours(unit, half), -asked(unit, half), unit)
    }
}
