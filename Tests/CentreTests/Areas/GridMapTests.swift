import Testing

@testable import Centre

private func square(
    _ code: String,
    _ west: Double,
    _ south: Double,
    size: Double = 1,
    from: Int = 0
) -> AreaBorder {
    let corners = [(0.0, 0.0), (size, 0), (size, size), (0, size), (0, 0)]
    let ring = corners.map { AreaBorder.Position(lng: west + $0.0, lat: south + $0.1) }
    return AreaBorder(code: code, validFrom: Day(number: from), parts: [[ring]])
}

private let today = Day(number: 100)

@Suite struct `which grid a place lies in` {
    @Test(arguments: [
        (0.5, 0.5, "A"), (1.5, 0.5, "B"), (1.0, 0.5, "A"), (1.0, 1.0, "A"), (0.0, 0.0, "A"),
        (2.0, 0.3, "B"), (1.5, 1.0, "B"), (0.5, 1.0, "A"),
    ])
    func `a place on a shared border is in the grid with the lowest code alone`(
        lng: Double,
        lat: Double,
        code: String
    ) throws {
        let map = try GridMap([
            square("D", 1, 1), square("B", 1, 0), square("C", 0, 1), square("A", 0, 0),
        ])
        #expect(map.code(at: Point(lng: lng, lat: lat, crs: .cgcs2000), on: today) == code)
    }

    @Test func `a place outside is in none`() throws {
        let map = try GridMap([square("A", 0, 0)])
        #expect(map.code(at: Point(lng: 1.1, lat: 0.5, crs: .cgcs2000), on: today) == nil)
    }

    @Test func `a public map's point is moved before it is looked up`() throws {
        let map = try GridMap([square("A", 113.5, 22.6, size: 0.001)])
        let point = Point(lng: 113.5005, lat: 22.6005, crs: .wgs84)
        #expect(map.code(at: point.converted(to: .gcj02), on: today) == "A")
        #expect(map.code(at: point.converted(to: .bd09), on: today) == "A")
        let mistaken = point.converted(to: .gcj02)
        let asIfWGS = Point(lng: mistaken.lng, lat: mistaken.lat, crs: .wgs84)
        #expect(map.code(at: asIfWGS, on: today) == nil)
    }

    @Test func `a border holds from its day until the next one of the same code`() throws {
        let map = try GridMap([square("A", 0, 0, from: 10), square("A", 5, 5, from: 50)])
        let old = Point(lng: 0.5, lat: 0.5, crs: .cgcs2000)
        let new = Point(lng: 5.5, lat: 5.5, crs: .cgcs2000)
        #expect(map.code(at: old, on: Day(number: 9)) == nil)
        #expect(map.code(at: old, on: Day(number: 10)) == "A")
        #expect(map.code(at: old, on: Day(number: 49)) == "A")
        #expect(map.code(at: old, on: Day(number: 50)) == nil)
        #expect(map.code(at: new, on: Day(number: 49)) == nil)
        #expect(map.code(at: new, on: Day(number: 50)) == "A")
    }

    @Test func `a hole is not inside`() throws {
        let outer = square("A", 0, 0, size: 3).parts[0][0]
        let hole = square("A", 1, 1).parts[0][0]
        let ring = AreaBorder(code: "A", validFrom: Day(number: 0), parts: [[outer, hole]])
        let map = try GridMap([ring])
        #expect(map.code(at: Point(lng: 0.5, lat: 0.5, crs: .cgcs2000), on: today) == "A")
        #expect(map.code(at: Point(lng: 1.5, lat: 1.5, crs: .cgcs2000), on: today) == nil)
    }

    @Test func `many may ask at once`() async throws {
        let map = try GridMap((0..<10).map { square("\($0)", Double($0), 0) })
        let wrong = await withTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<500).filter { turn in
                        let place = (turn + task) % 10
                        let point = Point(lng: Double(place) + 0.5, lat: 0.5, crs: .cgcs2000)
                        return map.code(at: point, on: today) != "\(place)"
                    }.count
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }

    @Test func `a ring that does not close makes no map`() {
        let line = AreaBorder(
            code: "A",
            validFrom: Day(number: 0),
            parts: [[[.init(lng: 0, lat: 0), .init(lng: 1, lat: 0), .init(lng: 1, lat: 1)]]]
        )
        #expect(throws: GridMapFault.openRing(code: "A")) { try GridMap([line]) }
    }
}

@Suite struct `grids tile the ground` {
    @Test func `neighbours that share their borders have no flaw`() {
        let borders = [
            square("A", 0, 0), square("B", 1, 0), square("C", 0, 1), square("D", 1, 1),
        ]
        #expect(Tiling.flaws(of: borders).isEmpty)
    }

    @Test func `an overlap is named with both grids`() {
        let flaws = Tiling.flaws(of: [square("A", 0, 0), square("B", 0.9, 0)])
        #expect(flaws == [.overlap(code: "A", other: "B")])
    }

    @Test func `grids that lie apart are counted`() {
        #expect(
            Tiling.flaws(of: [square("A", 0, 0), square("B", 1.01, 0)]) == [.separateParts(2)]
        )
    }

    @Test func `a gap inside is found`() {
        let ring = [(0, 0), (1, 0), (2, 0), (0, 1), (2, 1), (0, 2), (1, 2), (2, 2)]
            .map { square("\($0.0)\($0.1)", Double($0.0), Double($0.1)) }
        #expect(Tiling.flaws(of: ring) == [.gap])
    }

    @Test func `a border that crosses itself is found`() {
        let bow = AreaBorder(
            code: "A",
            validFrom: Day(number: 0),
            parts: [
                [
                    [
                        .init(lng: 0, lat: 0), .init(lng: 1, lat: 1), .init(lng: 1, lat: 0),
                        .init(lng: 0, lat: 1), .init(lng: 0, lat: 0),
                    ]
                ]
            ]
        )
        #expect(Tiling.flaws(of: [bow]) == [.crossesItself(code: "A")])
    }
}
