import Foundation

/// The shift of public maps in China, by the approximation everybody uses (DOMAIN 1.8): exact to
/// centimetres against the maps, and the same in all software.
enum MapShift {
    private static let majorAxis = 6_378_245.0
    private static let eccentricity = 0.006_693_421_622_965_943_23
    private static let baiduTurn = Double.pi * 3000 / 180

    /// GCJ-02 of a place in WGS 84.
    ///
    /// Places abroad are not shifted.
    static func shifted(_ point: Point) -> Point {
        let shift = shift(lng: point.lng, lat: point.lat)
        return Point(lng: point.lng + shift.lng, lat: point.lat + shift.lat, crs: .gcj02)
    }

    /// There is no closed inverse; the shift changes so slowly that a few rounds are exact to less
    /// than a millimetre.
    static func unshifted(_ point: Point) -> Point {
        var lng = point.lng
        var lat = point.lat
        for _ in 0..<6 {
            let shift = shift(lng: lng, lat: lat)
            lng = point.lng - shift.lng
            lat = point.lat - shift.lat
        }
        return Point(lng: lng, lat: lat, crs: .cgcs2000)
    }

    static func withBaidu(_ point: Point) -> Point {
        let radius =
            hypot(point.lng, point.lat) + 0.000_02 * sin(point.lat * baiduTurn)
        let angle = atan2(point.lat, point.lng) + 0.000_003 * cos(point.lng * baiduTurn)
        return Point(
            lng: radius * cos(angle) + 0.0065,
            lat: radius * sin(angle) + 0.006,
            crs: .bd09
        )
    }

    /// The inverse Baidu's users know is only near; the same rounds as above make it exact.
    static func withoutBaidu(_ point: Point) -> Point {
        var lng = point.lng - 0.0065
        var lat = point.lat - 0.006
        for _ in 0..<8 {
            let there = withBaidu(Point(lng: lng, lat: lat, crs: .gcj02))
            lng += point.lng - there.lng
            lat += point.lat - there.lat
        }
        return Point(lng: lng, lat: lat, crs: .gcj02)
    }

    private static func shift(lng: Double, lat: Double) -> (lng: Double, lat: Double) {
        guard (72.004...137.8347).contains(lng), (0.8293...55.8271).contains(lat) else {
            return (0, 0)
        }
        let radians = lat / 180 * Double.pi
        let sine = sin(radians)
        let magic = 1 - eccentricity * sine * sine
        let meridian = majorAxis * (1 - eccentricity) / (magic * magic.squareRoot())
        let parallel = majorAxis / magic.squareRoot() * cos(radians)
        let east = eastward(lng - 105, lat - 35)
        let north = northward(lng - 105, lat - 35)
        return (east * 180 / (parallel * Double.pi), north * 180 / (meridian * Double.pi))
    }

    private static func northward(_ x: Double, _ y: Double) -> Double {
        var metres = -100 + 2 * x + 3 * y + 0.2 * y * y
        metres += 0.1 * x * y + 0.2 * abs(x).squareRoot()
        metres += waves([(20, 6 * x), (20, 2 * x)])
        metres += waves([(20, y), (40, y / 3)])
        return metres + waves([(160, y / 12), (320, y / 30)])
    }

    private static func eastward(_ x: Double, _ y: Double) -> Double {
        var metres = 300 + x + 2 * y + 0.1 * x * x
        metres += 0.1 * x * y + 0.1 * abs(x).squareRoot()
        metres += waves([(20, 6 * x), (20, 2 * x)])
        metres += waves([(20, x), (40, x / 3)])
        return metres + waves([(150, x / 12), (300, x / 30)])
    }

    private static func waves(_ waves: [(height: Double, turns: Double)]) -> Double {
        waves.reduce(0) { $0 + $1.height * sin($1.turns * Double.pi) } * 2 / 3
    }
}
