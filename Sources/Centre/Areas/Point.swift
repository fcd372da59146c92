/// A position on the earth in degrees, with the system it was measured in.
package struct Point: Sendable, Hashable {
    package let lng: Double
    package let lat: Double
    package let crs: ReferenceSystem

    package init(lng: Double, lat: Double, crs: ReferenceSystem) {
        self.lng = lng
        self.lat = lat
        self.crs = crs
    }

    /// Takes a position from outside.
    /// - Throws: a ``Fault`` on `field` for numbers that are no place on the earth.
    package init(
        reading lng: Double,
        _ lat: Double,
        _ crs: ReferenceSystem,
        field: String = "place"
    ) throws(Fault) {
        self.init(lng: lng, lat: lat, crs: crs)
        guard isOnEarth else { throw Fault(.outsideEarth, field) }
    }

    package var isOnEarth: Bool {
        lng.isFinite && lat.isFinite && (-180...180).contains(lng) && (-90...90).contains(lat)
    }

    /// The same place in the system of the town's borders.
    package var inCGCS2000: Point {
        switch crs {
        case .cgcs2000: self
        case .wgs84: Point(lng: lng, lat: lat, crs: .cgcs2000)
        case .gcj02: MapShift.unshifted(self)
        case .bd09: MapShift.unshifted(MapShift.withoutBaidu(self))
        }
    }

    package func converted(to crs: ReferenceSystem) -> Point {
        guard crs != self.crs else { return self }
        let plain = inCGCS2000
        return switch crs {
        case .cgcs2000, .wgs84: Point(lng: plain.lng, lat: plain.lat, crs: crs)
        case .gcj02: MapShift.shifted(plain)
        case .bd09: MapShift.withBaidu(MapShift.shifted(plain))
        }
    }
}
