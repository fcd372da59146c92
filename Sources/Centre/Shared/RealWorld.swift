import Foundation

extension World {
    /// The machine's clock and the system's random numbers.
    package static let real = World(
        now: { Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) },
        random: { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }
    )
}
