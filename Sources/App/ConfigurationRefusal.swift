import Gateways

/// Why the program does not start with these settings: one sentence for whoever starts it.
enum ConfigurationRefusal: Error, Equatable, CustomStringConvertible {
    case notANumber(Setting, from: Int, to: Int)
    case notATruth(Setting)
    case notALevel
    case notADatabase
    case fileUnreadable(String)
    case fileMalformed(String)
    case unknownInFile(String, path: String)
    case unknownVariable(String)
    case contactKeyMissing
    case contactKeyTwice
    case contactKeyUnreadable(String)
    case contactKeyOpenToOthers(String)
    case demoOnOpenAddress(String)
    case gateways(GatewayRefusal)

    var description: String {
        switch self {
        case .notANumber(let setting, let from, let to):
            "\(setting.rawValue) must be a whole number from \(from) to \(to)."
        case .notATruth(let setting):
            "\(setting.rawValue) must be true or false."
        case .notALevel:
            "logLevel must be trace, debug, info, notice, warning, error or critical."
        case .notADatabase:
            "database must read sqlite:///path/to/file or postgres://user@host/name."
        case .fileUnreadable(let path):
            "The configuration file \(path) cannot be read."
        case .fileMalformed(let path):
            "The configuration file \(path) is not a flat list of `name: value` in YAML."
        case .unknownInFile(let name, let path):
            "The configuration file \(path) holds an unknown setting: \(name)."
        case .unknownVariable(let name):
            "The environment holds an unknown setting: \(name)."
        case .contactKeyMissing:
            "The contact key is missing: residents' data cannot be sealed without it. "
                + "Give --contact-key-file, or MAPLEBRIDGE_CONTACT_KEY."
        case .contactKeyTwice:
            "Both contactKey and contactKeyFile are given: keep one of them."
        case .contactKeyUnreadable(let path):
            "The contact key file \(path) cannot be read."
        case .contactKeyOpenToOthers(let path):
            "The contact key file \(path) can be read by everyone on this machine: "
                + "give it mode 600."
        case .demoOnOpenAddress(let address):
            "The demo's logins are known to everyone, so it does not listen on \(address) "
                + "unless --bind-demo-openly is given as well."
        case .gateways(let refusal): refusal.description
        }
    }
}
