import Centre
import Synchronization

/// The snapshot that all who look at the wall share, taken anew at most every few seconds and only
/// while somebody looks.
final class WallBoard: Sendable {
    private struct State: Sendable {
        var latest: WallSnapshot?
        var takenAt: ContinuousClock.Instant?
        var isBusy = false
        var watchers = 0
    }

    private enum Claim {
        case kept(WallSnapshot)
        case take(after: WallSnapshot?)
    }

    /// Screens and browsers that may follow at one time.
    static let mostWatchers = 200

    let desk: WallDesk
    private let freshness: Duration
    private let state = Mutex(State())

    init(_ desk: WallDesk, freshness: Duration = .seconds(5)) {
        self.desk = desk
        self.freshness = freshness
    }

    /// The newest snapshot; while one is being taken, the others read the one before.
    func current() async throws -> WallSnapshot {
        switch claim() {
        case .kept(let snapshot): return snapshot
        case .take(let previous):
            do {
                let snapshot = try await desk.snapshot(after: previous)
                settle(snapshot)
                return snapshot
            } catch {
                settle(nil)
                throw error
            }
        }
    }

    private func claim() -> Claim {
        state.withLock { state in
            if let latest = state.latest, let takenAt = state.takenAt {
                if state.isBusy || takenAt.duration(to: .now) < freshness { return .kept(latest) }
            }
            state.isBusy = true
            return .take(after: state.latest)
        }
    }

    private func settle(_ snapshot: WallSnapshot?) {
        state.withLock { state in
            state.isBusy = false
            guard let snapshot else { return }
            state.latest = snapshot
            state.takenAt = .now
        }
    }

    /// - Returns: false when too many are following already.
    func enter() -> Bool {
        state.withLock { state in
            guard state.watchers < Self.mostWatchers else { return false }
            state.watchers += 1
            return true
        }
    }

    func leave() { state.withLock { $0.watchers -= 1 } }
}
