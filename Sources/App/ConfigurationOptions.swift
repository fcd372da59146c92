import ArgumentParser
import Foundation

/// The settings as flags.
///
/// What is not given here is looked up in the environment, then in the file, and has a default
/// at last.
struct ConfigurationOptions: ParsableArguments {
    @Option(help: "A YAML file of settings (MAPLEBRIDGE_CONFIG).")
    var config: String?

    @Option(help: "The port to listen on.")
    var port: String?

    @Option(help: "The address to listen on.")
    var bind: String?

    @Option(help: "The folder for the records' file and the backups.")
    var dataDirectory: String?

    @Option(help: "sqlite:///path/to/file or postgres://user@host/name.")
    var database: String?

    @Option(help: "The file with the key that seals residents' data.")
    var contactKeyFile: String?

    @Option(help: "The key itself. Other users of this machine can see it: prefer the file.")
    var contactKey: String?

    @Option(help: "The town's data pack, loaded when none is in force.")
    var packFolder: String?

    @Option(help: "The file with the gateways that messages leave by; without it none leave.")
    var gatewaysFile: String?

    @Flag(inversion: .prefixedNo, help: "Demo officers with known logins.")
    var demo: Bool?

    @Flag(inversion: .prefixedNo, help: "Lets the demo listen beyond this machine.")
    var bindDemoOpenly: Bool?

    @Flag(
        name: .customLong("behind-tls"),
        inversion: .prefixedNo,
        help: "The server is reached through HTTPS."
    )
    var behindTLS: Bool?

    @Option(help: "Hours until a session ends.")
    var sessionHours: String?

    @Option(help: "The binary logarithm of the password hash's cost.")
    var passwordCost: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel: String?

    @Option(help: "Connections that read beside the one that writes (SQLite).")
    var readers: String?

    @Option(help: "Connections to the database server (PostgreSQL).")
    var poolSize: String?

    @Option(help: "The largest request body in bytes.")
    var bodyLimit: String?

    @Option(help: "Requests under way at once; more are turned away.")
    var inFlightLimit: String?

    @Option(help: "Sign-ins a client may try in a minute.")
    var signInsPerMinute: String?

    @Option(help: "Requests without a login a client may make in a minute.")
    var publicPerMinute: String?

    /// The settings given as flags, with the environment and the file below them.
    func layers() throws -> ConfigurationLayers {
        try ConfigurationLayers(
            flags: given,
            file: config,
            environment: ProcessInfo.processInfo.environment
        )
    }

    func configuration() throws -> Configuration {
        try Configuration(layers())
    }

    private var given: [Setting: String] {
        Dictionary(
            uniqueKeysWithValues: Setting.allCases.compactMap { setting in
                value(of: setting).map { (setting, $0) }
            }
        )
    }

    private func value(of setting: Setting) -> String? {
        switch setting {
        case .port: port
        case .bind: bind
        case .dataDirectory: dataDirectory
        case .database: database
        case .contactKeyFile: contactKeyFile
        case .contactKey: contactKey
        case .packFolder: packFolder
        case .gatewaysFile: gatewaysFile
        case .demo: demo.map(String.init)
        case .bindDemoOpenly: bindDemoOpenly.map(String.init)
        case .behindTLS: behindTLS.map(String.init)
        case .sessionHours: sessionHours
        case .passwordCost: passwordCost
        case .logLevel: logLevel
        case .readers: readers
        case .poolSize: poolSize
        case .bodyLimit: bodyLimit
        case .inFlightLimit: inFlightLimit
        case .signInsPerMinute: signInsPerMinute
        case .publicPerMinute: publicPerMinute
        }
    }
}
