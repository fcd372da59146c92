import Hummingbird
import Synchronization

/// Which methods each address takes, so that the wrong one is told from a wrong address (405, not
/// 404).
final class MethodTable: Sendable {
    private struct Line: Sendable {
        let segments: [Substring]
        let method: String
    }

    private let lines = Mutex<[Line]>([])

    func fill(from router: Router<SiteContext>) {
        let filled = router.routes.map {
            Line(
                segments: $0.path.description.split(separator: "/"),
                method: $0.method.rawValue
            )
        }
        lines.withLock { $0 = filled }
    }

    func otherMethods(for request: Request) -> Problem? {
        let segments = request.uri.path.split(separator: "/")
        let methods = lines.withLock { $0 }
            .filter { MethodTable.fits($0.segments, segments) }
            .map(\.method)
        guard !methods.isEmpty else { return nil }
        var problem = Problem(WebRefusal.methodNotAllowed)
        problem.allow = methods.sorted()
        return problem
    }

    /// The page that has the form of an address which only takes forms: the nearest one above it.
    func page(above path: String) -> String? {
        let lines = lines.withLock { $0 }.filter { $0.method == "GET" }
        var segments = path.split(separator: "/")
        while !segments.isEmpty {
            segments.removeLast()
            if lines.contains(where: { MethodTable.fits($0.segments, segments) }) {
                return "/" + segments.joined(separator: "/")
            }
        }
        return nil
    }

    private static func fits(_ pattern: [Substring], _ segments: [Substring]) -> Bool {
        pattern.count == segments.count
            && zip(pattern, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
