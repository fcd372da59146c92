import Foundation
import Synchronization

/// Where slow hashes are computed: two at a time beside the cooperative pool, with a short
/// waiting line, so that a flood of sign-ins costs those who sign in and nobody else.
package final class PasswordRoom: Sendable {
    private let queue: OperationQueue
    private let inside = Mutex(0)
    private let places: Int

    package init(atOnce: Int = 2, waiting: Int = 32) {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = atOnce
        places = atOnce + waiting
    }

    func run<Answer: Sendable>(
        _ work: @escaping @Sendable () throws -> Answer
    ) async throws
        -> Answer
    {
        try enter()
        defer { inside.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation {
                continuation.resume(with: Result(catching: work))
            }
        }
    }

    private func enter() throws(ComeBackLater) {
        let hasPlace = inside.withLock { count in
            guard count < places else { return false }
            count += 1
            return true
        }
        guard hasPlace else { throw ComeBackLater(.signInBusy, seconds: 1) }
    }
}
