import Foundation
import Storage

/// One grid of the town with its border, for a map.
package struct GridBorder: Sendable, Equatable {
    package let code: String
    package let name: Bilingual
    package let village: Bilingual
    package let parts: [[[AreaBorder.Position]]]
}

extension WallDesk {
    private static let file = "borders.geojson"

    /// The borders of the grids that stand today, in the pack's own system of reference.
    package func gridBorders() async throws -> [GridBorder] {
        try await house.look { turn in
            let text: String? = try turn.tx.value(
                """
                SELECT content FROM pack_files
                WHERE version = \(turn.town.version) AND path = \(Self.file)
                """
            )
            guard let text else { return [] }
            let today = turn.at.day(in: turn.town.offset)
            let map = try JSONDecoder().decode(GeoMap.self, from: Data(text.utf8))
            let borders = map.features.compactMap { feature -> AreaBorder? in
                Day(feature.properties.validFrom).map { day in
                    AreaBorder(
                        code: feature.properties.code,
                        validFrom: day,
                        parts: feature.geometry.parts
                    )
                }
            }
            return borders.inForce(on: today).compactMap { border in
                guard let grid = turn.town.area(code: border.code, on: today),
                    grid.level == .grid
                else { return nil }
                let village = turn.town.area(at: .village, of: grid.id)
                return GridBorder(
                    code: grid.code,
                    name: grid.name,
                    village: village?.name ?? grid.name,
                    parts: border.parts
                )
            }
        }
    }
}
