import Logging
import ServiceLifecycle

/// Work that comes round again: it ends with the house, and one failure is not the end of it.
struct Recurring: Service {
    let name: String
    let pause: Duration
    let logger: Logger
    let work: @Sendable () async throws -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await Task.sleep(for: pause)
                    try await work()
                } catch is CancellationError {
                    return
                } catch {
                    logger.warning(
                        "recurring work failed",
                        metadata: ["work": "\(name)", "kind": "\(type(of: error))"]
                    )
                }
            }
        }
    }
}
