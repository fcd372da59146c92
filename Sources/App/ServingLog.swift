import Foundation
import Logging
import Web

/// The log: one JSON object a line on standard error, so that standard output is for people.
enum ServingLog {
    static func begin(level: Logger.Level, now: @escaping @Sendable () -> String) {
        LoggingSystem.bootstrap { label in
            var handler = JSONLogHandler(label: label, now: now) { line in
                FileHandle.standardError.write(Data(line.utf8))
            }
            handler.logLevel = level
            return handler
        }
    }
}

/// What was printed is seen at once, also through a pipe.
func flushStandardOutput() {
    fflush(nil)
}
