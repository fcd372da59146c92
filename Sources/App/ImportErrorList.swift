import Centre
import Foundation

/// The rows that were not taken, beside the file they came from: where, which field, and why.
///
/// What the rows say is not repeated.
struct ImportErrorList {
    let file: String

    /// A list of an earlier run that no longer holds is taken away.
    func write(_ failures: [ImportReport.Failure]) throws {
        guard !failures.isEmpty else {
            if FileManager.default.fileExists(atPath: file) {
                try FileManager.default.removeItem(atPath: file)
            }
            return
        }
        let sentences = try CommandSentence()
        let rows = failures.map { failure in
            [
                "\(failure.row)", "\(failure.line)", failure.refusal.field ?? "",
                sentences.of(failure.refusal as any Refusal),
            ].map(Self.cell).joined(separator: ",")
        }
        let text = (["row,line,field,why"] + rows).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
    }

    private static func cell(_ text: String) -> String {
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
