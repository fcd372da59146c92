extension ID {
    /// The lowest id of its moment: ids grow with time, so that a walk along them can begin here.
    static func first(at moment: Moment) -> ID {
        ID(at: moment, random: Zeros())
    }
}

private struct Zeros: RandomNumberGenerator {
    mutating func next() -> UInt64 { 0 }
}
