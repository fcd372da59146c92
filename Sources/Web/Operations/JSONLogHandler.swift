import Foundation
package import Logging

/// Writes each event as one line of JSON, the form that log collectors take.
///
/// What is logged holds no personal data, so nothing is masked here.
package struct JSONLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel = Logger.Level.info

    private let label: String
    private let now: @Sendable () -> String
    private let write: @Sendable (String) -> Void

    /// - Parameters:
    ///   - now: the time as text.
    ///   - write: takes one line with its end.
    package init(
        label: String,
        now: @escaping @Sendable () -> String,
        write: @escaping @Sendable (String) -> Void = JSONLogHandler.toStandardOutput
    ) {
        self.label = label
        self.now = now
        self.write = write
    }

    package static func toStandardOutput(_ line: String) {
        FileHandle.standardOutput.write(Data(line.utf8))
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var all = metadata
        all.merge(metadataProvider?.get() ?? [:]) { _, later in later }
        all.merge(event.metadata ?? [:]) { _, later in later }
        var members = [
            JSON.Member("at", .string(now())),
            JSON.Member("level", .string(event.level.rawValue)),
            JSON.Member("log", .string(label)),
            JSON.Member("message", .string(event.message.description)),
        ]
        // The kind of an error only: its text may quote what somebody typed.
        if let error = event.error {
            members.append(JSON.Member("error", .string("\(type(of: error))")))
        }
        let taken = Set(members.map(\.name))
        for (key, value) in all.sorted(by: { $0.key < $1.key }) where !taken.contains(key) {
            members.append(JSON.Member(key, JSONLogHandler.json(value)))
        }
        write(String(decoding: JSON.object(members).bytes, as: UTF8.self) + "\n")
    }

    private static func json(_ value: Logger.Metadata.Value) -> JSON {
        switch value {
        case .string(let text): .string(text)
        case .stringConvertible(let number as any FixedWidthInteger): .number("\(number)")
        case .stringConvertible(let thing): .string(thing.description)
        case .array(let values): .array(values.map(json))
        case .dictionary(let values):
            .object(
                values.sorted { $0.key < $1.key }.map { JSON.Member($0.key, json($0.value)) }
            )
        }
    }
}
