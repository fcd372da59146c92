import Foundation

/// The mark that a server is at work on a store of one file.
///
/// Such a store has one writer, and what a server keeps in memory beside it (limits of rate,
/// sessions of the wall) holds for one server alone; a second one refuses to start. The system
/// takes the mark away with the process, however that ends. Commands work beside a server.
struct SoleServer {
    /// Held open as long as the process serves.
    private let descriptor: Int32

    /// - Parameter path: the store's file.
    init(of path: String) throws {
        let mark = path + ".serving"
        descriptor = open(mark, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CommandRefusal.storeMarkMissing(mark) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw CommandRefusal.servedAlready(path)
        }
    }

    func leave() { close(descriptor) }
}

extension Configuration {
    /// Serves alone where the store bears only one server.
    func servingAlone<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        guard case .sqlite(let path) = database else { return try await body() }
        try makeDataDirectory()
        let mark = try SoleServer(of: path)
        defer { mark.leave() }
        return try await body()
    }
}
