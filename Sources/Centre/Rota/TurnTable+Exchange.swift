extension TurnTable {
    /// Lets units exchange turns as long as that spares one the same half-day two weeks running, or
    /// else brings units to the weekdays on which residents ask for them.
    ///
    /// Nobody's number of turns changes. Within a week all exchanges are tried; to spare a
    /// repetition, all of the rota.
    mutating func exchange() {
        var isBetter = true
        while isBetter {
            isBetter = false
            for half in 0..<halves {
                for unit in sitting[half] where sits(unit, half) {
                    let range = neighbours(unit, half) > 0 ? 0..<halves : restOfWeek(half)
                    if exchange(unit, half, with: range) { isBetter = true }
                }
            }
        }
    }

    private func restOfWeek(_ half: Int) -> Range<Int> {
        var end = half + 1
        while end < halves, week[end] == week[half] { end += 1 }
        return half + 1..<end
    }

    /// The first exchange that is better.
    private mutating func exchange(_ unit: Int, _ half: Int, with range: Range<Int>) -> Bool {
        for other in range where other != half && canTake(unit, other) {
            for partner in sitting[other] where canTake(partner, half) {
                if exchange(unit, half, partner, other) { return true }
            }
        }
        return false
    }

    private mutating func exchange(
        _ unit: Int,
        _ half: Int,
        _ partner: Int,
        _ other: Int
    ) -> Bool {
        let before = neighbours(unit, half) + neighbours(partner, other)
        unseat(unit, half)
        unseat(partner, other)
        let after = neighbours(unit, other) + neighbours(partner, half)
        let gain =
            asked(unit, other) + asked(partner, half) - asked(unit, half) - asked(partner, other)
        let isBetter = after < before || (after == before && gain > 0)
        seat(isBetter ? unit : partner, other)
        seat(isBetter ? partner : unit, half)
        return isBetter
    }
}
