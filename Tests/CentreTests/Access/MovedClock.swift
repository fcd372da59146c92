import Dispatch
import Synchronization

@testable import Centre

/// A clock that stands still until it is moved.
final class MovedClock: Sendable {
    private let milliseconds: Mutex<Int64>

    init(at milliseconds: Int64) {
        self.milliseconds = Mutex(milliseconds)
    }

    var now: Moment { Moment(milliseconds: milliseconds.withLock { $0 }) }

    func move(seconds: Int64) {
        milliseconds.withLock { $0 += seconds * 1000 }
    }

    func move(minutes: Int64) { move(seconds: minutes * 60) }
}

/// Holds a thread until it is opened.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func wait() { semaphore.wait() }
    func open() { semaphore.signal() }
}
