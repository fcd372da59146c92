import Centre

/// Finds what somebody meant who typed a name, a code, or the beginning of one.
enum TypedChoice {
    /// - Parameter choices: code and names of what can be meant.
    /// - Returns: the code, or nil when none or more than one is meant.
    static func code(of typed: String, among choices: [(code: String, names: [String])]) -> String?
    {
        let text = plain(typed)
        let words = typed.split(separator: " ").map(String.init)
        // What the list offers is a name and its code.
        if let last = words.last, choices.contains(where: { $0.code == last }) { return last }
        let exact = choices.filter { $0.names.contains { plain($0) == text } }
        if let only = exact.first, exact.count == 1 { return only.code }
        guard exact.isEmpty, !text.isEmpty else { return nil }
        let alike = choices.filter { $0.names.contains { plain($0).contains(text) } }
        return alike.count == 1 ? alike.first?.code : nil
    }

    private static func plain(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace }
    }
}

extension Town {
    func classCode(typed text: String, field: String) throws(Fault) -> String {
        let choices = offeredClasses.map { ($0.code, [$0.name.zh, $0.name.en]) }
        guard let code = TypedChoice.code(of: text, among: choices) else {
            throw Fault(.unknownCode, field)
        }
        return code
    }

    func areaCode(typed text: String, on day: Day, field: String) throws(Fault) -> String {
        let choices = offeredAreas(on: day).map { ($0.code, [$0.name.zh, $0.name.en]) }
        guard let code = TypedChoice.code(of: text, among: choices) else {
            throw Fault(.unknownCode, field)
        }
        return code
    }

    var offeredClasses: [DisputeClass] { classes.filter { !$0.hidden } }

    /// Villages and their grids, each village before its own.
    func offeredAreas(on day: Day) -> [Area] {
        let standing = areas.filter { $0.stands(on: day) && $0.level >= .village }
        return standing.sorted { ($0.code, $0.level) < ($1.code, $1.level) }
    }
}
