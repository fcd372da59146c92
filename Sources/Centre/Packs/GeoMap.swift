/// GeoJSON (RFC 7946) as far as borders need it: polygons with a code and a first day.
struct GeoMap: Decodable {
    let features: [Feature]

    struct Feature: Decodable {
        let properties: Properties
        let geometry: Geometry
    }

    struct Properties: Decodable {
        let code: String
        let validFrom: String
        /// Every name that stands there, so that an unwanted one is noticed.
        let names: [String]

        private struct Name: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            code = try container.decode(String.self, forKey: Name(stringValue: "code"))
            validFrom = try container.decode(String.self, forKey: Name(stringValue: "validFrom"))
            names = container.allKeys.map(\.stringValue).sorted()
        }
    }

    struct Geometry: Decodable {
        let parts: [[[AreaBorder.Position]]]

        private enum Key: CodingKey {
            case type
            case coordinates
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            switch try container.decode(String.self, forKey: .type) {
            case "Polygon":
                let rings = try container.decode([[[Double]]].self, forKey: .coordinates)
                parts = [try rings.map { try $0.map(Self.position) }]
            case "MultiPolygon":
                let polygons = try container.decode([[[[Double]]]].self, forKey: .coordinates)
                parts = try polygons.map { try $0.map { try $0.map(Self.position) } }
            default:
                throw DecodingError.dataCorruptedError(
                    forKey: .type,
                    in: container,
                    debugDescription: "no polygon"
                )
            }
        }

        private static func position(_ numbers: [Double]) throws -> AreaBorder.Position {
            guard numbers.count >= 2, abs(numbers[0]) <= 180, abs(numbers[1]) <= 90 else {
                throw DecodingError.dataCorrupted(
                    DecodingError.Context(codingPath: [], debugDescription: "no position")
                )
            }
            return AreaBorder.Position(lng: numbers[0], lat: numbers[1])
        }
    }
}
