import Dispatch

/// Holds a transaction's closure in the middle until the test lets it go on.
final class Gate: Sendable {
    private let arrival = DispatchSemaphore(value: 0)
    private let opening = DispatchSemaphore(value: 0)

    /// Called inside the closure.
    func wait() {
        arrival.signal()
        opening.wait()
    }

    /// Returns when the closure waits.
    func reached() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                self.arrival.wait()
                continuation.resume()
            }
        }
    }

    func open() {
        opening.signal()
    }
}
