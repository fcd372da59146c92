import Centre

/// Where a matter is: a sentence for everybody, and a drawing where a script may draw.
struct MapView: Sendable {
    let address: String
    let sentence: String
    let label: String
}

extension MapView {
    init?(_ hand: MatterAtHand, _ say: Wording) {
        let place = MatterHead(hand: hand, say: say).place
        guard let place = place ?? (hand.screen.points.isEmpty ? nil : say("map-point-only")) else {
            return nil
        }
        let points = hand.screen.points.count
        address = "/desk/matters/\(hand.matter.id)/map"
        sentence = say(points == 0 ? "map-area" : "map-area-point", ["place": place])
        label = say("map-label", ["place": place])
    }
}

/// The drawing: the borders of the village's grids as GeoJSON (RFC 7946), and the places that
/// residents named.
///
/// It is drawn on nothing else: the centre's network may have no way out.
struct MatterMap: Encodable, Sendable {
    struct Feature: Encodable, Sendable {
        struct Properties: Encodable, Sendable {
            let name: String
            let isHere: Bool
        }

        struct Geometry: Encodable, Sendable {
            let type = "MultiPolygon"
            let coordinates: [[[[Double]]]]

            enum CodingKeys: String, CodingKey {
                case type
                case coordinates
            }
        }

        let type = "Feature"
        let properties: Properties
        let geometry: Geometry

        enum CodingKeys: String, CodingKey {
            case type
            case properties
            case geometry
        }
    }

    let type = "FeatureCollection"
    let features: [Feature]
    let points: [[Double]]

    enum CodingKeys: String, CodingKey {
        case type
        case features
        case points
    }

    init(_ screen: MatterScreen, _ borders: [GridBorder], _ town: Town, _ say: Wording) {
        let here = screen.place.flatMap { town.area($0) }
        let village = here.flatMap { town.area(at: .village, of: $0.id) }
        let around = Set(village.map { town.areaAndBelow($0.id) } ?? [])
        let shown = borders.filter { border in
            around.isEmpty
                || town.areas.contains { $0.code == border.code && around.contains($0.id) }
        }
        features = shown.map { border in
            Feature(
                properties: .init(
                    name: say(border.name),
                    isHere: border.code == here?.code || here?.level == .village
                ),
                geometry: .init(
                    coordinates: border.parts.map { part in
                        part.map { ring in ring.map { [$0.lng, $0.lat] } }
                    }
                )
            )
        }
        points = screen.points.map { [$0.lng, $0.lat] }
    }
}
