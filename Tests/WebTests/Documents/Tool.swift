import Foundation

/// A program of the system that reads what we made, as a person's own reader would.
struct Tool {
    struct Failed: Error {
        let program: String
        let status: Int32
    }

    let program: String

    init(_ program: String) {
        self.program = program
    }

    @discardableResult
    func run(_ arguments: String...) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(program: program, status: process.terminationStatus)
        }
        return String(decoding: said, as: UTF8.self)
    }

    /// A folder of the test's own, gone afterwards.
    static func inFolder<Answer>(_ body: (URL) async throws -> Answer) async throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do {
            let answer = try await body(folder)
            try FileManager.default.removeItem(at: folder)
            return answer
        } catch {
            try FileManager.default.removeItem(at: folder)
            throw error
        }
    }
}
