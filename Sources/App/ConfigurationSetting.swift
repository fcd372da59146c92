/// Every setting by its name in the file; its flag and its environment variable follow from it.
enum Setting: String, CaseIterable {
    case port
    case bind
    case dataDirectory
    case database
    case contactKeyFile
    case contactKey
    case packFolder
    case gatewaysFile
    case demo
    case bindDemoOpenly
    case behindTLS
    case sessionHours
    case passwordCost
    case logLevel
    case readers
    case poolSize
    case bodyLimit
    case inFlightLimit
    case signInsPerMinute
    case publicPerMinute

    /// `contactKeyFile` is `--contact-key-file`.
    var flag: String { "--" + words.joined(separator: "-") }

    /// `contactKeyFile` is `MAPLEBRIDGE_CONTACT_KEY_FILE`.
    var variable: String {
        "MAPLEBRIDGE_" + words.joined(separator: "_").uppercased()
    }

    /// What holds when nobody says anything; nil where that depends on other settings.
    var usual: String? {
        switch self {
        case .port: "8080"
        case .bind: "127.0.0.1"
        case .dataDirectory: "maplebridge-data"
        case .database, .contactKeyFile, .contactKey, .packFolder, .gatewaysFile: nil
        case .demo, .bindDemoOpenly, .behindTLS: "false"
        case .sessionHours: "10"
        case .passwordCost: "15"
        case .logLevel: "info"
        case .readers: "4"
        case .poolSize: "10"
        case .bodyLimit: "1048576"
        case .inFlightLimit: "256"
        case .signInsPerMinute: "10"
        case .publicPerMinute: "120"
        }
    }

    /// The value as it may be shown: a secret is told by its length alone, an address without its
    /// password.
    func shown(_ value: String) -> String {
        switch self {
        case .contactKey: "(secret, \(value.utf8.count) bytes)"
        case .database: DatabaseAddress.masked(value)
        default: value
        }
    }

    /// The words of the name, small: a run of capitals such as TLS is one word.
    private var words: [String] {
        var words = [""]
        var last: Character = "A"
        for letter in rawValue {
            if letter.isUppercase, !last.isUppercase { words.append("") }
            words[words.count - 1] += letter.lowercased()
            last = letter
        }
        return words
    }
}

/// Where a setting's value came from.
enum SettingOrigin: Equatable {
    case flag(String)
    case variable(String)
    case file(path: String)
    case usual
    case unset

    var description: String {
        switch self {
        case .flag(let name): "flag \(name)"
        case .variable(let name): "environment \(name)"
        case .file(let path): "file \(path)"
        case .usual: "default"
        case .unset: "not set"
        }
    }
}
