import Dispatch
import Storage
import Synchronization

/// Lends the lines one by one: first come, first served, and not waiting for ever.
final class LinePool: Sendable {
    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<Line, any Error>
    }

    private struct State {
        /// The last one used is lent first, so that few connections carry a light load.
        var free: [Line]
        var waiting: [Waiter] = []
        var lastNumber = 0
        var serverAway = false
        var closed = false
    }

    private let lines: [Line]
    private let waiting: Duration
    private let state: Mutex<State>

    init(lines: [Line], waiting: Duration) {
        self.lines = lines
        self.waiting = waiting
        state = Mutex(State(free: lines.reversed()))
    }

    func lending<Answer: Sendable>(
        _ work: (Line) async throws -> Answer
    ) async throws -> Answer {
        let line = try await borrow()
        defer { giveBack(line) }
        do {
            let answer = try await work(line)
            note(serverAway: false)
            return answer
        } catch let loss as ConnectionLoss {
            note(serverAway: true)
            throw loss
        }
    }

    private func note(serverAway: Bool) {
        state.withLock { $0.serverAway = serverAway }
    }

    /// Turns away who waits and who comes later.
    /// - Returns: all lines, to be closed when their work is done.
    func close() -> [Line] {
        let turnedAway = state.withLock { state in
            state.closed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiter in turnedAway { waiter.continuation.resume(throwing: Self.closed) }
        return lines
    }

    private static let closed = StorageError.unavailable("the store is closed")

    private func borrow() async throws -> Line {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queueUp(Waiter(number: number, continuation: continuation))
            }
        } onCancel: {
            turnAway(number, because: CancellationError())
        }
    }

    private func queueUp(_ waiter: Waiter) {
        let outcome: Result<Line, any Error>? = state.withLock { state in
            if state.closed { return .failure(Self.closed) }
            // A cancellation that came before this lock found nobody to turn away.
            if Task.isCancelled { return .failure(CancellationError()) }
            if let line = state.free.popLast() { return .success(line) }
            state.waiting.append(waiter)
            return nil
        }
        if let outcome { waiter.continuation.resume(with: outcome) } else { limit(waiter.number) }
    }

    private func limit(_ number: Int) {
        let (seconds, fraction) = waiting.components
        let delay = Double(seconds) + Double(fraction) / 1e18
        DispatchQueue.global().asyncAfter(deadline: .now() + delay) { [weak self] in
            guard let self else { return }
            turnAway(number, because: overdue)
        }
    }

    /// While the server is away, those that wait are not too many: it is the server's return that
    /// they wait for.
    private var overdue: any Error {
        guard state.withLock({ $0.serverAway }) else {
            return StorageError.unavailable("no connection became free in time")
        }
        return ConnectionLoss(reason: "the server is away", mayPass: true)
    }

    private func turnAway(_ number: Int, because reason: any Error) {
        let waiter = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: reason)
    }

    private func giveBack(_ line: Line) {
        let next: Waiter? = state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free.append(line)
            return nil
        }
        next?.continuation.resume(returning: line)
    }
}
