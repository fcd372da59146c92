internal import GRDB
import Storage
import Synchronization

/// How well writes have been gathered into commits.
package struct GroupTally: Sendable, Equatable {
    package var commits = 0
    package var writes = 0
    package var largest = 0
}

/// The one writer.
///
/// A durable commit costs a disk flush, so all writes that wait while one flush is under way go
/// into the next commit together; each of several runs in its own savepoint, and all are answered
/// after the commit.
final class GroupWriter: Sendable {
    /// Keeps the answer to the first of a group from waiting too long for the last.
    private static let largestGroup = 256

    private struct State {
        var waiting: [WriteJob] = []
        var draining = false
        var closed = false
        var lastNumber = 0
        var tally = GroupTally()
    }

    private let pool: DatabasePool
    private let columns: ColumnBook
    private let state = Mutex(State())

    init(pool: DatabasePool, columns: ColumnBook) {
        self.pool = pool
        self.columns = columns
    }

    var tally: GroupTally { state.withLock { $0.tally } }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enqueue(WriteJob(number: number, body: body, continuation: continuation))
            }
        } onCancel: {
            withdraw(number)
        }
    }

    func close() {
        state.withLock { $0.closed = true }
    }

    private func enqueue(_ job: WriteJob) {
        var refusal: (any Error)?
        let startsDraining = state.withLock { state in
            // A cancellation that came before this lock found no job to withdraw.
            if Task.isCancelled { refusal = CancellationError() }
            if state.closed { refusal = StorageError.closed }
            guard refusal == nil else { return false }
            state.waiting.append(job)
            defer { state.draining = true }
            return !state.draining
        }
        if let refusal { job.refuse(refusal) }
        if startsDraining { pool.asyncWriteWithoutTransaction { self.drain($0) } }
    }

    private func withdraw(_ number: Int) {
        let withdrawn = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        withdrawn?.refuse(CancellationError())
    }

    private func drain(_ db: GRDB.Database) {
        while let group = takeGroup() {
            commit(group, in: db)
        }
    }

    private func takeGroup() -> [WriteJob]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.draining = false
                return nil
            }
            let group = Array(state.waiting.prefix(Self.largestGroup))
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    private func commit(_ group: [WriteJob], in db: GRDB.Database) {
        let connection = SQLiteConnection(db, columns: columns)
        do {
            try db.beginTransaction(.immediate)
            let answers = try run(group, on: connection) { db.isInsideTransaction }
            try db.commit()
            count(group)
            for answer in answers { answer() }
        } catch {
            undo(group, because: error, in: db)
        }
    }

    private func run(
        _ group: [WriteJob],
        on connection: SQLiteConnection,
        isInside: () -> Bool
    ) throws -> [() -> Void] {
        if group.count == 1, let job = group.first { return [try job.runAlone(connection)] }
        return try group.map { job in
            let answer = job.run(connection)
            // A full disk may undo the whole transaction, and with it what went well before.
            guard isInside() else { throw connection.failure ?? .conflict }
            return answer
        }
    }

    private func undo(_ group: [WriteJob], because error: any Error, in db: GRDB.Database) {
        var error = StorageError.translated(error)
        do {
            if db.isInsideTransaction { try db.rollback() }
        } catch let second {
            error = StorageError.translated(second)
        }
        for job in group { job.refuse(error) }
    }

    private func count(_ group: [WriteJob]) {
        state.withLock { state in
            state.tally.commits += 1
            state.tally.writes += group.count
            state.tally.largest = max(state.tally.largest, group.count)
        }
    }
}
