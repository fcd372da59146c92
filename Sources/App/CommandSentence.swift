import Centre
import Foundation
import Storage
import Web

/// What went wrong, in one sentence without personal data.
struct CommandSentence {
    private let sentences: Sentences

    init() throws {
        sentences = try Sentences.load()
    }

    func of(_ error: any Error) -> String {
        switch error {
        case let error as CommandRefusal: error.description
        case let error as ConfigurationRefusal: error.description
        case let error as PackRefusal: findings(of: error)
        case let error as any Refusal:
            sentences.sentence(for: error.word, error.particulars, in: .english)
        case is NotFound: "There is no such thing here."
        case let error as StorageError: Self.sentence(of: error)
        case let error as MigrationRefusal: Self.sentence(of: error)
        case let error as VaultError: Self.sentence(of: error)
        case let error as RotationStopped:
            "Rotation stopped at row \(error.row) of \(error.table): it does not open."
        case let error as CocoaError:
            "A file cannot be used: \(error.localizedDescription)"
        default: "Something broke: \(type(of: error))."
        }
    }

    /// The sentence of one row's refusal, for a list of them.
    func of(_ refusal: any Refusal) -> String {
        sentences.sentence(for: refusal.word, refusal.particulars, in: .english)
    }

    private func findings(of refusal: PackRefusal) -> String {
        let shown = refusal.findings.prefix(50).map { "  \(sentence(of: $0))" }
        let more = refusal.findings.count - shown.count
        let count = refusal.findings.count
        let lines = ["The pack has \(count) fault\(count == 1 ? "" : "s"):"] + shown
        return (lines + (more > 0 ? ["  … and \(more) more"] : [])).joined(separator: "\n")
    }

    /// What is wrong with a limit or the calendar has a sentence of its own in the tables.
    private func sentence(of finding: PackFinding) -> String {
        guard let word = finding.particulars["finding"] else { return "\(finding)" }
        let why = sentences.sentence(for: word, finding.particulars, in: .english)
        return "\(finding) \(why)"
    }

    private static func sentence(of error: StorageError) -> String {
        switch error {
        case .unavailable(let why): "The store cannot be used: \(why)."
        case .conflict: "The store was changed by others at the same time; try again."
        case .outcomeUnknown:
            "The connection was lost while saving, and the outcome is not known; run it again."
        case .constraint(_, let name): "A rule of the store says no: \(name)."
        case .unreadable(let what): "The store holds something unexpected: \(what)."
        case .statement(let what): "The store did not understand: \(what)."
        }
    }

    private static func sentence(of refusal: MigrationRefusal) -> String {
        switch refusal {
        case .edited(let number):
            "Migration \(number) was applied in another wording than this program has."
        case .newerThanProgram(let number):
            "The store is at migration \(number), which this program does not know: "
                + "use the newer program."
        }
    }

    private static func sentence(of error: VaultError) -> String {
        switch error {
        case .keyMissing(let version):
            "The store is sealed with version \(version) of the contact key, which is not given."
        case .doesNotOpen: "The contact key does not open this store."
        }
    }
}
