/// What a desk takes from outside its own rules: the time and the dice.
///
/// Tests give their own.
package struct World: Sendable {
    package let now: @Sendable () -> Moment
    /// Random bytes fit for keys and query codes.
    package let random: @Sendable (_ count: Int) -> [UInt8]

    package init(
        now: @escaping @Sendable () -> Moment,
        random: @escaping @Sendable (_ count: Int) -> [UInt8]
    ) {
        self.now = now
        self.random = random
    }

    package func newID<Subject>(of subject: Subject.Type = Subject.self) -> ID<Subject> {
        ID(at: now(), random: Dice(random: random))
    }

    private struct Dice: RandomNumberGenerator {
        let random: @Sendable (_ count: Int) -> [UInt8]

        mutating func next() -> UInt64 {
            random(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}
