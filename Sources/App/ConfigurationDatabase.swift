import Foundation

/// Where the records are: a file on this machine, or a server of their own.
enum DatabaseAddress: Equatable {
    case sqlite(path: String)
    case postgres(url: String)

    init(_ text: String) throws {
        let file = "sqlite://"
        if text.hasPrefix(file), text.dropFirst(file.count).hasPrefix("/") {
            self = .sqlite(path: String(text.dropFirst(file.count)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(url: text)
        } else {
            throw ConfigurationRefusal.notADatabase
        }
    }

    var description: String {
        switch self {
        case .sqlite(let path): "sqlite://\(path)"
        case .postgres(let url): Self.masked(url)
        }
    }

    /// The address without its password, wherever that stands.
    static func masked(_ text: String) -> String {
        let passwords = [/(:\/\/[^:\/?]*):.*@/, /([?&]password)=[^&]*/.ignoresCase()]
        let marks = [":•••@", "=•••"]
        return zip(passwords, marks).reduce(text) { text, rule in
            text.replacing(rule.0) { "\($0.output.1)\(rule.1)" }
        }
    }
}
