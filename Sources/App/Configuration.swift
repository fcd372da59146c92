import Foundation
import Gateways
import Logging

/// The program's settings, read once at start and passed by value.
struct Configuration {
    let port: Int
    let bind: String
    let dataDirectory: String
    let database: DatabaseAddress
    let contactKey: ContactKeySource
    let packFolder: String?
    /// Where messages leave the house; none unless a file names some.
    let gateways: GatewaySettings
    let isDemo: Bool
    let isBehindTLS: Bool
    let sessionHours: Int
    /// The binary logarithm of scrypt's N: one more doubles time and memory of a sign-in.
    let passwordCost: Int
    let logLevel: Logger.Level
    /// Connections that read beside the one that writes, where the store has such.
    let readers: Int
    let poolSize: Int
    let limits: RequestLimits

    /// How much a caller may ask for.
    struct RequestLimits {
        let bodyBytes: Int
        /// Requests under way at once; more are turned away with 503.
        let inFlight: Int
        let signInsPerMinute: Int
        let publicPerMinute: Int
    }

    init(_ layers: ConfigurationLayers) throws {
        let isDemo = try layers.truth(.demo)
        let directory = Self.absolute(layers.value(of: .dataDirectory) ?? ".")
        port = try layers.number(.port, in: 0...65535)
        bind = try Self.bind(in: layers, isDemo: isDemo)
        dataDirectory = directory
        database = try DatabaseAddress(layers.value(of: .database) ?? "")
        contactKey = try ContactKeySource(layers, isDemo: isDemo, directory: directory)
        packFolder = layers.value(of: .packFolder).map(Self.absolute)
        gateways = try Self.gateways(in: layers)
        self.isDemo = isDemo
        isBehindTLS = try layers.truth(.behindTLS)
        sessionHours = try layers.number(.sessionHours, in: 1...24)
        passwordCost = try layers.number(.passwordCost, in: 10...20)
        logLevel = try Self.logLevel(in: layers)
        readers = try layers.number(.readers, in: 1...64)
        poolSize = try layers.number(.poolSize, in: 1...200)
        limits = RequestLimits(
            bodyBytes: try layers.number(.bodyLimit, in: 16_384...104_857_600),
            inFlight: try layers.number(.inFlightLimit, in: 1...100_000),
            signInsPerMinute: try layers.number(.signInsPerMinute, in: 1...10_000),
            publicPerMinute: try layers.number(.publicPerMinute, in: 1...1_000_000)
        )
    }

    /// The records' folder is the program's alone.
    func makeDataDirectory() throws {
        try FileManager.default.createDirectory(
            atPath: dataDirectory,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    /// Everybody knows the demo's logins, so it stays on this machine unless told twice.
    private static func bind(in layers: ConfigurationLayers, isDemo: Bool) throws -> String {
        let address = layers.value(of: .bind) ?? "127.0.0.1"
        let isLoopback = address == "localhost" || address == "::1" || address.hasPrefix("127.")
        guard try !isDemo || isLoopback || layers.truth(.bindDemoOpenly) else {
            throw ConfigurationRefusal.demoOnOpenAddress(address)
        }
        return address
    }

    private static func gateways(in layers: ConfigurationLayers) throws -> GatewaySettings {
        guard let path = layers.value(of: .gatewaysFile).map(absolute) else {
            return GatewaySettings()
        }
        do {
            return try GatewaySettings(file: path)
        } catch let refusal as GatewayRefusal {
            throw ConfigurationRefusal.gateways(refusal)
        }
    }

    private static func logLevel(in layers: ConfigurationLayers) throws -> Logger.Level {
        guard let level = layers.value(of: .logLevel).flatMap(Logger.Level.init(rawValue:)) else {
            throw ConfigurationRefusal.notALevel
        }
        return level
    }

    private static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }
}
