/// The border of an area from a day on: rings of longitude and latitude in CGCS2000, the outer
/// ring of each part first.
package struct AreaBorder: Sendable, Hashable {
    package let code: String
    package let validFrom: Day
    package let parts: [[[Position]]]

    package init(code: String, validFrom: Day, parts: [[[Position]]]) {
        self.code = code
        self.validFrom = validFrom
        self.parts = parts
    }

    package struct Position: Sendable, Hashable {
        package let lng: Double
        package let lat: Double

        package init(lng: Double, lat: Double) {
            self.lng = lng
            self.lat = lat
        }
    }
}

extension [AreaBorder] {
    /// The borders that hold on the day: of each code the newest.
    func inForce(on day: Day) -> [AreaBorder] {
        var newest: [String: AreaBorder] = [:]
        for border in self where border.validFrom <= day {
            if let known = newest[border.code], known.validFrom >= border.validFrom { continue }
            newest[border.code] = border
        }
        return newest.values.sorted { $0.code < $1.code }
    }
}
