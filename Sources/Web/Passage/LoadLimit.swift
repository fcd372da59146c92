import Hummingbird
import Synchronization

/// Refuses calls beyond what the house can carry at once, so that those inside still get their
/// answers.
final class LoadLimit: RouterMiddleware {
    typealias Context = SiteContext

    let most: Int
    let figures: Figures
    private let inside = Atomic<Int>(0)

    init(most: Int, figures: Figures) {
        self.most = most
        self.figures = figures
    }

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        let now = inside.add(1, ordering: .relaxed).newValue
        defer { inside.subtract(1, ordering: .relaxed) }
        guard now <= most else {
            figures.count("calls_shed")
            throw WebRefusal.overloaded
        }
        return try await next(request, context)
    }

    var present: Int { inside.load(ordering: .relaxed) }
}
