import Foundation

/// A town as data: what the files of a pack say, with nothing in it that the checks found wrong.
package struct Pack: Sendable {
    package let files: [PackFile]
    package let manifest: Manifest
    package let areas: [PackArea]
    package let borders: [AreaBorder]
    package let units: [PackUnit]
    package let classes: [DisputeClass]
    package let groups: [ItemGroup]
    package let items: [Item]
    package let legalRoutes: [LegalRoute]
    package let routing: [RoutingRule]
    package let limits: [LimitRule]
    package let outside: [OutsideLimit]
    package let grounds: Grounds
    package let supervision: SupervisionRules
    package let whistles: WhistleRules
    package let rota: RotaRules
    package let calendar: WorkingCalendar
    package let numbering: Numbering
    package let texts: Texts
    package let documents: DocumentTexts
    package let demo: DemoStaff

    /// Reads and checks the files.
    /// - Returns: a pack when nothing is wrong with it, else what is wrong with it, all at once.
    package static func read(files: [PackFile]) -> (pack: Pack?, findings: [PackFinding]) {
        let findings = Findings()
        let pack = PackReading(PackSource(files, findings: findings)).pack(of: files)
        let sorted = findings.sorted
        return (sorted.isEmpty ? pack : nil, sorted)
    }

    /// The files of a pack's folder.
    ///
    /// Anything that is neither a table nor a sheet, a map or a paper's text, such as the script
    /// that drew the borders, stays behind.
    package static func folder(_ path: String) throws -> [PackFile] {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        var files: [PackFile] = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted()
        where kept.contains(name.split(separator: ".").last.map(String.init) ?? "") {
            let data = try Data(contentsOf: folder.appending(path: name))
            files.append(PackFile(path: name, content: String(decoding: data, as: UTF8.self)))
        }
        return files
    }

    private static let kept: Set<String> = ["yaml", "csv", "geojson", "mustache"]
}

/// An area as the pack's table has it: with codes, not yet with an identity.
package struct PackArea: Sendable, Hashable {
    package let code: String
    package let name: Bilingual
    package let level: AreaLevel
    package let parent: String?
    package let kind: String
    package let validFrom: Day
    package let validTo: Day?
    package let successor: String?

    func stands(on day: Day) -> Bool {
        guard validFrom <= day else { return false }
        guard let validTo else { return true }
        return day <= validTo
    }
}

/// A unit as the pack's table has it.
package struct PackUnit: Sendable, Hashable {
    package let code: String
    package let name: Bilingual
    package let presence: UnitPresence
    package let parent: String?
    package let area: String?
    package let phone: String?
    package let duties: String
}

/// The invented staff of a demonstration.
package struct DemoStaff: Sendable, Equatable {
    package let officers: [DemoOfficer]
    package let logins: [DemoLogin]
}

package struct DemoOfficer: Sendable, Equatable {
    package let login: String
    package let name: String
    package let unit: String
    package let role: Role
    package let area: String?
}

/// A login that the demonstration prints when it starts.
package struct DemoLogin: Sendable, Equatable {
    package let officer: String
    package let password: String
    package let role: Role
    package let unit: String
}
