import Foundation

extension World {
    /// The machine's clock and the system's random numbers.
    package static let real = World(
        now: { Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) },
        random: { count in
            var generator = SystemRandomNumberGenerator()
            var bytes: [UInt8] = []
            bytes.reserveCapacity(count + 8)
            while bytes.count < count {
                withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
            }
            return Array(bytes.prefix(count))
        }
    )
}
