/// The findings of one reading, as they come up.
final class Findings {
    private var all: [PackFinding] = []
    /// The same few names come a thousand times.
    private var grounds: [String: String?] = [:]

    func note(
        _ kind: PackFinding.Kind,
        in file: String,
        line: Int?,
        _ particulars: [String: String] = [:]
    ) {
        all.append(PackFinding(kind, in: file, line: line, particulars))
    }

    /// - Returns: the ground against a field of this name.
    func ground(against name: String) -> String? {
        if let known = grounds[name] { return known }
        let ground = ForbiddenField.ground(against: name)
        grounds[name] = .some(ground)
        return ground
    }

    /// In the order a person mends them: by file, then from the top down.
    var sorted: [PackFinding] {
        all.sorted { ($0.file, $0.line ?? 0, $0.word) < ($1.file, $1.line ?? 0, $1.word) }
    }
}
