import Dispatch
import Storage

/// A place for one connection, with a thread of its own: libpq blocks while it waits for the
/// server. The connection is opened when it is needed and again when it was lost.
actor Line {
    private let url: String
    private let executor = BlockingExecutor()
    private var session: Session?
    private var closed = false

    init(url: String) {
        self.url = url
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    /// Tries the transaction once.
    /// - Throws: ``StorageError/conflict`` or ``ConnectionLoss`` when nothing was changed and it may
    ///   be tried again.
    func perform<Answer: Sendable>(
        _ opening: Opening,
        _ body: @Sendable (Transaction) throws -> Answer
    ) throws -> Answer {
        let session = try openSession()
        do {
            try session.begin(opening)
            let answer = try body(Transaction(dialect: .postgres, connection: session))
            try session.commit()
            return answer
        } catch {
            let reason = session.abandon(because: error)
            if !session.isUsable { self.session = nil }
            throw reason
        }
    }

    func close() {
        closed = true
        session = nil
    }

    private func openSession() throws -> Session {
        guard !closed else { throw StorageError.unavailable("the store is closed") }
        if let session { return session }
        let opened = try Session(url: url)
        session = opened
        return opened
    }
}

/// Runs an actor on a serial queue, whose thread may block without starving Swift's own few.
private final class BlockingExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "postgres line")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async {
            unsafe job.runSynchronously(on: self.asUnownedSerialExecutor())
        }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        unsafe UnownedSerialExecutor(ordinary: self)
    }
}
