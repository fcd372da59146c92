/// The languages people read here.
package enum Language: String, CaseIterable, Sendable {
    case chinese = "zh-Hans"
    case english = "en"

    /// The one asked for by `Accept-Language` (RFC 9110, 12.5.4); Chinese when none or neither.
    package init(accepting header: String?) {
        var best: (language: Language, weight: Int) = (.chinese, 0)
        for range in (header ?? "").prefix(1000).split(separator: ",") {
            let parts = range.split(separator: ";")
            guard let tag = parts.first, let language = Language(tag: tag) else { continue }
            let weight = Language.weight(parts.dropFirst().first)
            if weight > best.weight { best = (language, weight) }
        }
        self = best.language
    }

    private init?(tag: Substring) {
        let tag = tag.filter { $0 != " " }.lowercased()
        switch tag.split(separator: "-").first {
        case "zh", "*": self = .chinese
        case "en": self = .english
        default: return nil
        }
    }

    /// In thousandths.
    private static func weight(_ parameter: Substring?) -> Int {
        guard let parameter else { return 1000 }
        let text = parameter.filter { $0 != " " }
        guard text.hasPrefix("q="), let value = Double(text.dropFirst(2)), (0...1).contains(value)
        else { return 0 }
        return Int(value * 1000)
    }
}
