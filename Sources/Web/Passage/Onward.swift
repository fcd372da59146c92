import Hummingbird

/// The rest of a call's way, as the router hands it to each gate.
typealias Onward = @concurrent (Request, SiteContext) async throws -> Response
