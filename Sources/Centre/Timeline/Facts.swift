import Foundation
import Storage

/// An entry's facts as the text that is stored and hashed: compact JSON, keys in order.
enum Facts {
    static func text(_ facts: [String: String]) -> String {
        var text = "{"
        for (index, fact) in facts.sorted(by: { $0.key < $1.key }).enumerated() {
            if index > 0 { text += "," }
            quote(fact.key, onto: &text)
            text += ":"
            quote(fact.value, onto: &text)
        }
        text += "}"
        return text
    }

    static func read(_ text: String) throws -> [String: String] {
        if text == "{}" { return [:] }
        do {
            return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
        } catch is DecodingError {
            throw StorageError.unreadable("facts that are not words by name")
        }
    }

    private static func quote(_ word: String, onto text: inout String) {
        text += "\""
        for scalar in word.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{0}"..."\u{1f}": text += "\\u00\(twoHexDigits(UInt8(scalar.value)))"
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
