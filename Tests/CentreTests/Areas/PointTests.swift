import Testing

@testable import Centre

@Suite struct `points and their systems` {
    @Test(arguments: [
        (113.5, 22.62, 113.505_273_514, 22.617_138_200),
        (2.35, 48.86, 2.35, 48.86),
    ])
    func `a satellite's point is shifted as public maps do it, and abroad not at all`(
        lng: Double,
        lat: Double,
        shiftedLng: Double,
        shiftedLat: Double
    ) {
        let shifted = Point(lng: lng, lat: lat, crs: .wgs84).converted(to: .gcj02)
        #expect(abs(shifted.lng - shiftedLng) < 1e-9)
        #expect(abs(shifted.lat - shiftedLat) < 1e-9)
    }

    @Test func `Baidu's shift comes on top`() {
        let there = Point(lng: 116.404, lat: 39.915, crs: .gcj02).converted(to: .bd09)
        #expect(abs(there.lng - 116.410_369_49) < 1e-6)
        #expect(abs(there.lat - 39.921_336_99) < 1e-6)
    }

    @Test(arguments: ReferenceSystem.allCases)
    func `there and back is the same place to a millimetre`(crs: ReferenceSystem) {
        for (lng, lat) in [(113.5, 22.62), (121.4, 31.2), (87.6, 43.8), (113.464_712, 22.607_998)] {
            let there = Point(lng: lng, lat: lat, crs: .cgcs2000).converted(to: crs)
            let back = there.inCGCS2000
            #expect(there.crs == crs)
            #expect(back.crs == .cgcs2000)
            #expect(abs(back.lng - lng) < 1e-8)
            #expect(abs(back.lat - lat) < 1e-8)
        }
    }

    @Test(arguments: [
        (181.0, 0.0), (-180.1, 0), (0, 90.1), (0, -91), (.nan, 0), (0, .infinity), (22.62, 113.5),
    ])
    func `numbers that are no place on earth are refused`(lng: Double, lat: Double) {
        #expect(throws: Fault(.outsideEarth, "place")) {
            try Point(reading: lng, lat, .wgs84)
        }
    }
}
