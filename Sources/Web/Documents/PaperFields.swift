import Centre
import Mustache

/// The fields of a paper in words, as its text asks for them by name.
struct PaperFields: MustacheParent {
    private var words: [String: String] = [:]
    private var flags: Set<String> = []
    private var lists: [String: [PaperFields]] = [:]

    init(_ fields: [String: Document.Field], in language: PaperWords) {
        for (name, field) in fields {
            switch field {
            case .flag: flags.insert(name)
            case .lines(let lines):
                lists[name] = lines.map { PaperFields($0, in: language) }
            default: words[name] = language.line(field)
            }
        }
    }

    func child(named name: String) -> Any? {
        if let word = words[name] { return word }
        if let list = lists[name] { return list }
        return flags.contains(name) ? true : nil
    }
}
