import Storage

/// How often, how long and with which pauses one caller's transaction is tried again.
struct Persistence {
    private static let mostConflicts = 20

    private let patience: Duration
    private var conflicts = 0
    private var givingUpAt: ContinuousClock.Instant?

    init(patience: Duration) {
        self.patience = patience
    }

    /// A random pause that may double with every conflict, so that rivals part.
    mutating func pauseAfterConflict() throws -> Duration {
        conflicts += 1
        guard conflicts < Self.mostConflicts else { throw StorageError.conflict }
        let longest = 2 << min(conflicts, 7)
        return .milliseconds(Int.random(in: 1...longest))
    }

    mutating func pause(after loss: ConnectionLoss) throws -> Duration {
        let now = ContinuousClock.now
        let end = givingUpAt ?? now + patience
        givingUpAt = end
        guard loss.mayPass, now < end else { throw StorageError.unavailable(loss.reason) }
        return .milliseconds(Int.random(in: 20...200))
    }
}
