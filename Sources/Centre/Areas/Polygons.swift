import CGEOS

/// GEOS, as one library handle with the shapes made through it.
///
/// The handle is not for two threads at once, and cannot be copied: it lives in one place and is
/// given back once.
struct Polygons: ~Copyable {
    private let handle: GEOSContextHandle_t
    private var shapes: [OpaquePointer] = []
    private var prepared: [OpaquePointer] = []

    /// - Returns: nil when the library has no memory to give.
    init?() {
        guard let handle = GEOS_init_r() else { return nil }
        self.handle = handle
    }

    deinit {
        for shape in prepared { GEOSPreparedGeom_destroy_r(handle, shape) }
        for shape in shapes { GEOSGeom_destroy_r(handle, shape) }
        GEOS_finish_r(handle)
    }

    var count: Int { shapes.count }

    /// Adds a border as the next shape.
    /// - Returns: false for rings that close nothing.
    mutating func add(_ border: AreaBorder) -> Bool {
        var parts: [OpaquePointer?] = []
        for rings in border.parts {
            guard let part = polygon(rings) else {
                for part in parts { GEOSGeom_destroy_r(handle, part) }
                return false
            }
            parts.append(part)
        }
        let kind = Int32(GEOS_MULTIPOLYGON.rawValue)
        guard
            let shape = parts.withUnsafeMutableBufferPointer({
                GEOSGeom_createCollection_r(handle, kind, $0.baseAddress, UInt32($0.count))
            }), let fast = GEOSPrepare_r(handle, shape)
        else { return false }
        shapes.append(shape)
        prepared.append(fast)
        return true
    }

    private func polygon(_ rings: [[AreaBorder.Position]]) -> OpaquePointer? {
        var made: [OpaquePointer?] = []
        for ring in rings {
            guard ring.count >= 4, ring.first == ring.last, let ring = self.ring(ring) else {
                for ring in made { GEOSGeom_destroy_r(handle, ring) }
                return nil
            }
            made.append(ring)
        }
        guard let shell = made.first else { return nil }
        var holes = Array(made.dropFirst())
        return holes.withUnsafeMutableBufferPointer {
            GEOSGeom_createPolygon_r(handle, shell, $0.baseAddress, UInt32($0.count))
        }
    }

    private func ring(_ positions: [AreaBorder.Position]) -> OpaquePointer? {
        let numbers = positions.flatMap { [$0.lng, $0.lat] }
        let sequence = numbers.withUnsafeBufferPointer {
            GEOSCoordSeq_copyFromBuffer_r(
                handle,
                $0.baseAddress,
                UInt32(positions.count),
                0,
                0
            )
        }
        return sequence.flatMap { GEOSGeom_createLinearRing_r(handle, $0) }
    }

    /// Whether the place is inside the shape or on its border.
    func covers(_ place: AreaBorder.Position, at index: Int) -> Bool {
        guard let point = GEOSGeom_createPointFromXY_r(handle, place.lng, place.lat) else {
            return false
        }
        defer { GEOSGeom_destroy_r(handle, point) }
        return GEOSPreparedCovers_r(handle, prepared[index], point) == 1
    }

    /// Whether the rings cross neither themselves nor each other.
    func isSimple(at index: Int) -> Bool {
        GEOSisValid_r(handle, shapes[index]) == 1
    }

    func area(at index: Int) -> Double { area(of: shapes[index]) }

    /// The area two shapes share, in square degrees.
    func shared(_ first: Int, _ second: Int) -> Double {
        guard GEOSPreparedIntersects_r(handle, prepared[first], shapes[second]) == 1,
            let common = GEOSIntersection_r(handle, shapes[first], shapes[second])
        else { return 0 }
        defer { GEOSGeom_destroy_r(handle, common) }
        return area(of: common)
    }

    private func area(of shape: OpaquePointer) -> Double {
        var area = 0.0
        return GEOSArea_r(handle, shape, &area) == 1 ? area : 0
    }

    /// What all shapes make together.
    struct Whole {
        var area: Double
        var parts: Int
        /// The largest hole, in square degrees.
        var hole: Double
    }

    func whole() -> Whole? {
        var copies: [OpaquePointer?] = shapes.map { GEOSGeom_clone_r(handle, $0) }
        let kind = Int32(GEOS_GEOMETRYCOLLECTION.rawValue)
        guard
            let collection = copies.withUnsafeMutableBufferPointer({
                GEOSGeom_createCollection_r(handle, kind, $0.baseAddress, UInt32($0.count))
            })
        else { return nil }
        defer { GEOSGeom_destroy_r(handle, collection) }
        guard let union = GEOSUnaryUnion_r(handle, collection) else { return nil }
        defer { GEOSGeom_destroy_r(handle, union) }
        let parts = GEOSGetNumGeometries_r(handle, union)
        return Whole(area: area(of: union), parts: Int(parts), hole: largestHole(in: union, parts))
    }

    private func largestHole(in union: OpaquePointer, _ parts: Int32) -> Double {
        var largest = 0.0
        for index in 0..<max(0, parts) {
            guard let part = GEOSGetGeometryN_r(handle, union, index),
                let shell = GEOSGetExteriorRing_r(handle, part),
                let copy = GEOSGeom_clone_r(handle, shell),
                let full = GEOSGeom_createPolygon_r(handle, copy, nil, 0)
            else { continue }
            defer { GEOSGeom_destroy_r(handle, full) }
            largest = max(largest, area(of: full) - area(of: part))
        }
        return largest
    }
}
