import Foundation

/// A program of the database's own, run to its end.
///
/// It blocks: call it where blocking is allowed.
struct ChildProcess {
    let program: String
    let arguments: [String]
    /// What the program is told beside its arguments, which every user of the machine sees.
    var secrets: [String: String] = [:]

    func run() throws {
        for (name, value) in secrets { setenv(name, value, 1) }
        defer { for name in secrets.keys { unsetenv(name) } }
        let process = Process()
        let words = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = words
        try process.run()
        let said = words.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let status = Int(process.terminationStatus)
        // What env says of a program that is not there (POSIX, env, EXIT STATUS).
        guard status != 127 else { throw CommandRefusal.childMissing(program) }
        guard status == 0 else {
            throw CommandRefusal.childFailed(program, status: status, said: Self.first(of: said))
        }
    }

    /// The first line alone: the ones after it may quote rows.
    private static func first(of said: Data) -> String {
        let text = String(decoding: said.prefix(4096), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).first ?? "no reason given"
        return String(line.prefix(200))
    }
}
