import Configuration
import Foundation

/// What was said about each setting, and where: flag over environment over file over default.
struct ConfigurationLayers {
    /// One setting with the value that counts.
    struct Told {
        let setting: Setting
        let value: String?
        let origin: SettingOrigin
    }

    let told: [Told]

    /// - Parameter flags: what was given on the command line.
    init(flags: [Setting: String], file: String?, environment: [String: String]) throws {
        try Self.refuseUnknown(in: environment)
        let path = file ?? environment[Self.fileVariable]
        let layers = [
            Layer(flags: flags),
            Layer(environment: environment),
            try path.map(Layer.init(file:)),
        ].compactMap(\.self)
        told = try Setting.allCases.map { setting in
            let told = try Self.told(setting, by: layers)
            return setting == .database ? try Self.database(told, by: layers) : told
        }
    }

    func value(of setting: Setting) -> String? {
        told.first { $0.setting == setting }?.value
    }

    func number(_ setting: Setting, in range: ClosedRange<Int>) throws -> Int {
        guard let number = value(of: setting).flatMap({ Int($0) }), range.contains(number) else {
            throw ConfigurationRefusal.notANumber(
                setting,
                from: range.lowerBound,
                to: range.upperBound
            )
        }
        return number
    }

    func truth(_ setting: Setting) throws -> Bool {
        switch value(of: setting)?.lowercased() {
        case "true", "yes", "1": true
        case "false", "no", "0": false
        default: throw ConfigurationRefusal.notATruth(setting)
        }
    }

    private static let fileVariable = "MAPLEBRIDGE_CONFIG"

    /// Variables of ours that are not settings of the server: the tests' and the scripts'.
    private static let otherVariables = ["MAPLEBRIDGE_TEST_", "MAPLEBRIDGE_SUITE_"]

    /// A misspelt variable would otherwise be a setting silently not made.
    private static func refuseUnknown(in environment: [String: String]) throws {
        let known = Set(Setting.allCases.map(\.variable)).union([fileVariable])
        for name in environment.keys.sorted()
        where name.hasPrefix("MAPLEBRIDGE_") && !known.contains(name) {
            guard otherVariables.contains(where: name.hasPrefix) else {
                throw ConfigurationRefusal.unknownVariable(name)
            }
        }
    }

    /// Where nobody names a database, the records are a file in the data directory.
    private static func database(_ told: Told, by layers: [Layer]) throws -> Told {
        guard told.value == nil, let folder = try Self.told(.dataDirectory, by: layers).value else {
            return told
        }
        let path = URL(fileURLWithPath: folder).standardizedFileURL.path
        return Told(
            setting: .database,
            value: "sqlite://\(path)/maplebridge.sqlite",
            origin: .usual
        )
    }

    private static func told(_ setting: Setting, by layers: [Layer]) throws -> Told {
        for layer in layers {
            if let value = try layer.value(of: setting) {
                return Told(setting: setting, value: value, origin: layer.origin(setting))
            }
        }
        let origin: SettingOrigin = setting.usual == nil ? .unset : .usual
        return Told(setting: setting, value: setting.usual, origin: origin)
    }
}

/// One place where settings are said.
private struct Layer {
    let snapshot: any ConfigSnapshot
    /// What goes before a setting's name there.
    let root: [String]
    let origin: @Sendable (Setting) -> SettingOrigin

    init(flags: [Setting: String]) {
        let values = flags.map { setting, value in
            (AbsoluteConfigKey([setting.rawValue]), ConfigValue(.string(value), isSecret: true))
        }
        snapshot = InMemoryProvider(
            values: Dictionary(uniqueKeysWithValues: values)
        ).snapshot()
        root = []
        origin = { .flag($0.flag) }
    }

    init(environment: [String: String]) {
        snapshot = EnvironmentVariablesProvider(environmentVariables: environment).snapshot()
        root = ["maplebridge"]
        origin = { .variable($0.variable) }
    }

    init(file path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ConfigurationRefusal.fileUnreadable(path)
        }
        try Self.refuseUnknown(in: String(decoding: data, as: UTF8.self), path: path)
        do {
            snapshot = try YAMLSnapshot(
                data: data.bytes,
                providerName: path,
                parsingOptions: .default
            )
        } catch {
            throw ConfigurationRefusal.fileMalformed(path)
        }
        root = []
        origin = { _ in .file(path: path) }
    }

    /// An empty value says nothing: `MAPLEBRIDGE_DATABASE=` is how a variable is taken back.
    func value(of setting: Setting) throws -> String? {
        let key = AbsoluteConfigKey(root + [setting.rawValue])
        guard case .string(let text) = try snapshot.value(forKey: key, type: .string).value?.content
        else { return nil }
        return text.isEmpty ? nil : text
    }

    /// The file is flat, so that each of its lines is a setting, a remark, or empty.
    private static func refuseUnknown(in text: String, path: String) throws {
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty, !line.hasPrefix("#"), line != "---" else { continue }
            guard let name = line.split(separator: ":").first, line.contains(":") else {
                throw ConfigurationRefusal.fileMalformed(path)
            }
            guard Setting(rawValue: String(name)) != nil else {
                throw ConfigurationRefusal.unknownInFile(String(name), path: path)
            }
        }
    }
}
