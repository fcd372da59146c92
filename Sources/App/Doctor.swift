import ArgumentParser
import Foundation

/// Says what the program would start with, and whether it would.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows every setting with where it came from, and examines the installation."
    )

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        let layers = try options.layers()
        print(Self.table(of: layers.told))
        let configuration = try Configuration(layers)
        var ills = 0
        for examination in Self.examinations(of: configuration) {
            let finding = await examination.finding()
            if finding.isIll { ills += 1 }
            print("\(finding.mark)  \(examination.name): \(finding.words)")
        }
        guard ills == 0 else { throw DoctorFinding(ills: ills) }
    }

    private static func table(of told: [ConfigurationLayers.Told]) -> String {
        let rows = told.map { told in
            (
                told.setting.rawValue, told.value.map(told.setting.shown) ?? "—",
                told.origin.description
            )
        }
        let first = rows.map(\.0.count).max() ?? 0
        let second = min(rows.map(\.1.count).max() ?? 0, 48)
        return rows.map { name, value, origin in
            name.padded(to: first) + "  " + value.padded(to: second) + "  " + origin
        }.joined(separator: "\n") + "\n"
    }
}

/// The doctor's last word when something is wrong.
private struct DoctorFinding: Error, CustomStringConvertible {
    let ills: Int
    var description: String {
        ills == 1 ? "One thing is not in order." : "\(ills) things are not in order."
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
