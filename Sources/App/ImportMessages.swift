import ArgumentParser
import Centre
import Foundation

struct ImportMessages: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "messages",
        abstract: "Registers each row of a CSV file as a concern.",
        discussion: """
            The file is in UTF-8 with a heading. Fields: externalNo, title, content, receivedAt, \
            name, phone, address; the first three are needed. Times are the town's local ones. A \
            row that cannot be taken harms no other and is listed in FILE.errors.csv. The same \
            file again registers only what is missing.
            """
    )

    @Argument(help: "The file.")
    var file: String

    @Option(help: "Which column holds which field: column=field,… A message board's by default.")
    var map: String?

    @Option(help: "What all of them are: consult, help, suggestion, complaint, report, dispute, …")
    var kind = Concern.Kind.other.rawValue

    @Option(help: "The code of the area all of them are from.")
    var area: String?

    @Option(help: "How the centre calls this import; otherwise the file's name.")
    var name: String?

    @OptionGroup var options: ConfigurationOptions

    func validate() throws {
        guard Concern.Kind(rawValue: kind) == nil else { return }
        let known = Concern.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("There is no kind \(kind). Kinds: \(known).")
    }

    func work() async throws {
        let sheet = try ImportSheet(try text(), map: try map.map { try ImportMap($0) } ?? .usual)
        var settings = ImportSettings(name: name ?? URL(filePath: file).lastPathComponent)
        settings.kind = Concern.Kind(rawValue: kind) ?? .other
        settings.area = area
        let chosen = settings
        try await Opening(try options.configuration()).house { house in
            if let area, house.town.town.area(code: area, on: house.today) == nil {
                throw CommandRefusal.areaUnknown(area)
            }
            let line = ProgressLine("rows", of: sheet.rows.count)
            defer { line.end() }
            let report = try await ImportDesk(house: house).run(sheet, chosen, by: .house) {
                line.show($0)
            }
            line.end()
            try tell(report)
        }
    }

    private func text() throws -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandRefusal.fileMissing(file)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandRefusal.notUTF8(file)
        }
        return text
    }

    private func tell(_ report: ImportReport) throws {
        print("batch \(report.batch)")
        print("\(report.registered) registered, \(report.known) known before")
        if let first = report.first, let last = report.last { print("numbers \(first) to \(last)") }
        let list = ImportErrorList(file: file + ".errors.csv")
        try list.write(report.failures)
        guard report.failures.isEmpty else {
            throw CommandRefusal.rowsLeft(report.failures.count, file: list.file)
        }
    }
}

extension House {
    /// The day it is in the town.
    var today: Day { world.now().day(in: town.town.offset) }
}
