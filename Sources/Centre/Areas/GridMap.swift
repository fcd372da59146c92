import Synchronization

/// Which of a town's areas a place lies in.
///
/// A place on a shared border belongs to the area with the lowest code, so every place in the town
/// is in exactly one.
package final class GridMap: Sendable {
    private let sheets: [Sheet]
    private let polygons: Mutex<Polygons>

    /// One border with the box around it, which spares most of the exact questions.
    private struct Sheet: Sendable {
        let code: String
        let validFrom: Day
        /// The day from which a newer border of the same code holds.
        let validTo: Day?
        let west: Double
        let east: Double
        let south: Double
        let north: Double
        let shape: Int

        init(_ border: AreaBorder, until newer: Day?, shape: Int) {
            let outline = border.parts.compactMap(\.first).joined()
            let lngs = outline.map(\.lng)
            let lats = outline.map(\.lat)
            code = border.code
            validFrom = border.validFrom
            validTo = newer
            west = lngs.min() ?? 0
            east = lngs.max() ?? 0
            south = lats.min() ?? 0
            north = lats.max() ?? 0
            self.shape = shape
        }

        func holds(on day: Day) -> Bool {
            guard validFrom <= day else { return false }
            guard let validTo else { return true }
            return day < validTo
        }

        func surrounds(_ place: AreaBorder.Position) -> Bool {
            west <= place.lng && place.lng <= east && south <= place.lat && place.lat <= north
        }
    }

    /// - Throws: ``GridMapFault`` for rings that close nothing.
    package init(_ borders: [AreaBorder]) throws {
        guard var polygons = Polygons() else { throw GridMapFault.noMemory }
        var sheets: [Sheet] = []
        let sorted = borders.sorted { ($0.code, $0.validFrom) < ($1.code, $1.validFrom) }
        for (index, border) in sorted.enumerated() {
            guard polygons.add(border) else {
                throw GridMapFault.openRing(code: border.code)
            }
            let next = sorted.indices.contains(index + 1) ? sorted[index + 1] : nil
            let newer = next?.code == border.code ? next?.validFrom : nil
            sheets.append(Sheet(border, until: newer, shape: index))
        }
        self.sheets = sheets
        self.polygons = Mutex(polygons)
    }

    /// The codes of the borders that cover the place on the day, lowest first.
    package func codes(at point: Point, on day: Day) -> [String] {
        let plain = point.inCGCS2000
        let place = AreaBorder.Position(lng: plain.lng, lat: plain.lat)
        let near = sheets.filter { $0.holds(on: day) && $0.surrounds(place) }
        guard !near.isEmpty else { return [] }
        return polygons.withLock { polygons in
            near.filter { polygons.covers(place, at: $0.shape) }.map(\.code)
        }
    }

    package func code(at point: Point, on day: Day) -> String? {
        codes(at: point, on: day).first
    }
}

/// Why a map cannot be made of borders.
package enum GridMapFault: Error, Equatable {
    case noMemory
    case openRing(code: String)
}
