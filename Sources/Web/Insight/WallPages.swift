import Centre
import Foundation
import Hummingbird
import NIOCore

/// The wall of the centre: what came in today, what is in work, what is due; live while it hangs
/// there.
struct WallPages: Sendable {
    let front: Front
    let board: WallBoard
    /// The officer behind a session, asked again while a wall is followed.
    let viewer: @Sendable (_ token: String) async throws -> Viewer
    var pace = Duration.seconds(5)

    func routes(in wall: RouterGroup<OfficerContext>) {
        wall.get("/", use: show)
        wall.get("/live", use: live)
        wall.get("/borders", use: borders)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try board.desk.require(context.viewer)
        let say = front.wording(context)
        let snapshot = try await board.current()
        let view = WallBoardView(snapshot, in: front.town.town, say)
        if context.visit.wantsPart { return try front.part(view, in: context) }
        return try front.show(Sheet(WallView(board: view, say), .wall), in: context)
    }

    @Sendable private func live(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try board.desk.require(context.viewer)
        guard let token = context.visit.session else { throw WebRefusal.signInNeeded }
        return WallStream(board: board, say: front.wording(context), pace: pace) {
            do {
                try board.desk.require(try await viewer(token))
                return true
            } catch is NotFound {
                return false
            }
        }.response
    }

    /// The borders of the grids in GeoJSON (RFC 7946), with names in the reader's language.
    @Sendable private func borders(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try board.desk.require(context.viewer)
        let say = front.wording(context)
        let map = GridCollection(try await board.desk.gridBorders(), say)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes = Array(try encoder.encode(map))
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json", .cacheControl: "private, max-age=3600",
                .vary: "Cookie",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

/// Grids as a map in a browser reads them.
struct GridCollection: Encodable {
    let type = "FeatureCollection"
    let features: [Feature]

    struct Feature: Encodable {
        let type = "Feature"
        let properties: Properties
        let geometry: Geometry
    }

    struct Properties: Encodable {
        let code: String
        let name: String
        let village: String
    }

    struct Geometry: Encodable {
        let type = "MultiPolygon"
        let coordinates: [[[[Double]]]]
    }

    init(_ grids: [GridBorder], _ say: Wording) {
        features = grids.map { grid in
            Feature(
                properties: Properties(
                    code: grid.code,
                    name: say(grid.name),
                    village: say(grid.village)
                ),
                geometry: Geometry(
                    coordinates: grid.parts.map { rings in
                        rings.map { ring in ring.map { [$0.lng, $0.lat] } }
                    }
                )
            )
        }
    }
}
