import Foundation
import Synchronization

/// How far a long piece of work is, on standard error: one line that changes on a terminal, a
/// line every few seconds elsewhere.
final class ProgressLine: Sendable {
    private let what: String
    private let total: Int?
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let shownAt = Mutex(ContinuousClock.now)

    init(_ what: String, of total: Int? = nil) {
        self.what = what
        self.total = total
    }

    func show(_ done: Int) {
        let pause = Duration.milliseconds(isTerminal ? 200 : 5_000)
        let now = ContinuousClock.now
        let isDue = shownAt.withLock { last in
            guard now - last >= pause else { return false }
            last = now
            return true
        }
        if isDue { write(line(done) + (isTerminal ? "" : "\n")) }
    }

    /// Takes the changing line away again.
    func end() {
        if isTerminal { write("\r\u{1B}[K") }
    }

    private func line(_ done: Int) -> String {
        let figures = total.map { "\(done) of \($0)" } ?? "\(done)"
        return (isTerminal ? "\r\u{1B}[K" : "") + "\(what): \(figures)"
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
