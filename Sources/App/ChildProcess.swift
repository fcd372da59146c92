import Foundation

/// A program of the database's own, run to its end.
///
/// It blocks: call it where blocking is allowed.
struct ChildProcess {
    let program: String
    let arguments: [String]
    var environment: [String: String] = [:]

    func run() throws {
        guard let path = Self.find(program) else { throw CommandRefusal.childMissing(program) }
        let process = Process()
        let words = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, own in own }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = words
        try process.run()
        let said = words.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandRefusal.childFailed(
                program,
                status: Int(process.terminationStatus),
                said: Self.first(of: said)
            )
        }
    }

    private static func find(_ program: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
            .split(separator: ":").map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The first line alone: the ones after it may quote rows.
    private static func first(of said: Data) -> String {
        let text = String(decoding: said.prefix(4096), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).first ?? "no reason given"
        return String(line.prefix(200))
    }
}
