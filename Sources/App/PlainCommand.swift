import ArgumentParser
import Foundation

/// A command whose failure is one sentence on standard error and status 1.
protocol PlainCommand: AsyncParsableCommand {
    func work() async throws
}

extension PlainCommand {
    func run() async throws {
        // Store, backups and key files are the program's user's alone.
        umask(0o077)
        do {
            try await work()
        } catch let error as ExitCode {
            throw error
        } catch let error as ValidationError {
            throw error
        } catch {
            throw CommandFailure(sentence: try CommandSentence().of(error))
        }
    }
}

/// A failure in the words of whoever runs the program.
struct CommandFailure: Error, CustomStringConvertible {
    let sentence: String
    var description: String { sentence }
}
