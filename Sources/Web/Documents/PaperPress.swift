import Foundation
import Synchronization

/// Where papers become PDF: a program beside the server, few at a time, with a short waiting line
/// and a limit of time, so that a hundred receipts do not slow down the counter.
package final class PaperPress: Sendable {
    /// Where the program finds what it needs, and how much it may take.
    package struct Settings: Sendable {
        package var program = "/usr/bin/python3"
        package var atOnce = 1
        package var waiting = 8
        package var seconds = 120
        package var megabytes = 2048

        package init() {}
    }

    private let settings: Settings
    private let queue: OperationQueue
    private let inside = Mutex(0)

    package init(_ settings: Settings = Settings()) {
        self.settings = settings
        // A program that ends while it is written to would else end the server too.
        signal(SIGPIPE, SIG_IGN)
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = settings.atOnce
    }

    /// - Parameter page: a whole page in HTML; nothing it names outside itself is fetched.
    package func pdf(of page: String) async throws -> [UInt8] {
        try enter()
        defer { inside.withLock { $0 -= 1 } }
        let run = try PressRun(
            settings: settings,
            script: WebResource.place(of: "Paper/print.py"),
            stylesheet: WebResource.place(of: "Assets/paper.css"),
            page: Data(page.utf8)
        )
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation {
                continuation.resume(with: Result { try run.pdf() })
            }
        }
    }

    private func enter() throws {
        let places = settings.atOnce + settings.waiting
        let hasPlace = inside.withLock { count in
            guard count < places else { return false }
            count += 1
            return true
        }
        guard hasPlace else { throw PaperRefusal.busy.problem }
    }
}
