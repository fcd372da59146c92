import Dispatch
import Foundation
import Synchronization

/// One run of the program that makes a PDF, from its start to its end.
///
/// It blocks: it runs in the press's own queue.
struct PressRun: Sendable {
    let settings: PaperPress.Settings
    let script: URL
    let stylesheet: URL
    let page: Data

    func pdf() throws -> [UInt8] {
        guard FileManager.default.isExecutableFile(atPath: settings.program) else {
            throw PaperRefusal.missing.problem
        }
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: settings.program)
        process.arguments = [
            "-I", script.path(), stylesheet.path(), "\(settings.seconds)",
            "\(settings.megabytes)",
        ]
        // Nothing of the server's own surroundings, where its secrets may be.
        process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        process.currentDirectoryURL = URL(filePath: "/")
        process.standardInput = input
        process.standardOutput = output
        // What a renderer complains of may quote the page.
        process.standardError = FileHandle.nullDevice
        try process.run()
        let guarding = guardTime(of: process.processIdentifier)
        let feeding = feed(input.fileHandleForWriting)
        let made = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        feeding.wait()
        guard guarding.end() else { throw PaperRefusal.tooSlow.problem }
        guard process.terminationReason == .exit, process.terminationStatus == 0,
            made.starts(with: Data("%PDF".utf8))
        else { throw PaperRefusal.failed.problem }
        return Array(made)
    }

    /// Writes the page while the output is read, or two full pipes would wait for each other.
    ///
    /// A program that ends early takes no more: how it ended tells the rest.
    private func feed(_ input: FileHandle) -> DispatchGroup {
        let group = DispatchGroup()
        let page = page
        DispatchQueue.global().async(group: group) {
            do {
                try input.write(contentsOf: page)
                try input.close()
            } catch {
                return
            }
        }
        return group
    }

    private func guardTime(of process: Int32) -> TimeGuard {
        let guarding = TimeGuard()
        let deadline = DispatchTime.now() + .seconds(settings.seconds)
        DispatchQueue.global().asyncAfter(deadline: deadline) { guarding.strike(process) }
        return guarding
    }
}

/// Ends a program at its time; after the program has ended nothing is struck, since its number may
/// by then be another's.
private final class TimeGuard: Sendable {
    private enum State {
        case running
        case ended
        case struck
    }

    private let state = Mutex(State.running)

    func strike(_ process: Int32) {
        state.withLock { state in
            guard state == .running else { return }
            state = .struck
            kill(process, SIGKILL)
        }
    }

    /// - Returns: whether it ended in time.
    func end() -> Bool {
        state.withLock { state in
            guard state == .running else { return false }
            state = .ended
            return true
        }
    }
}
