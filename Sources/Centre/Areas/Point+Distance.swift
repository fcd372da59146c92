import Foundation

extension Point {
    /// Metres to another place of the same system, as the crow flies.
    ///
    /// Degrees are taken as flat, which is right to a hand's breadth within a town.
    package func metres(to other: Point) -> Double {
        let here = inCGCS2000
        let there = other.inCGCS2000
        let middle = (here.lat + there.lat) / 2 * Double.pi / 180
        let north = (there.lat - here.lat) * Self.metresOfDegree
        let east = (there.lng - here.lng) * Self.metresOfDegree * cos(middle)
        return (north * north + east * east).squareRoot()
    }

    /// A degree of a great circle of the earth's mean radius (6,371,008.8 m, IUGG).
    private static let metresOfDegree = 111_195.08
}
