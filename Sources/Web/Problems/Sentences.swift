import Foundation
import Yams

/// What people read, by word and language, from the string tables.
package struct Sentences: Sendable {
    private let tables: [Language: [String: String]]

    package init(tables: [Language: [String: String]]) {
        self.tables = tables
    }

    /// A word that two files of one language give a sentence.
    struct SaidTwice: Error {
        let word: String
    }

    /// The tables that belong to this module: all files of a language's folder together.
    package static func load() throws -> Sentences {
        var tables: [Language: [String: String]] = [:]
        for language in Language.allCases {
            for path in try WebResource.files(in: "Strings/\(language.rawValue)") {
                let text = try WebResource.text(path)
                let table = try YAMLDecoder().decode([String: String].self, from: text)
                if let word = table.keys.first(where: { tables[language]?[$0] != nil }) {
                    throw SaidTwice(word: word)
                }
                tables[language, default: [:]].merge(table) { first, _ in first }
            }
        }
        return Sentences(tables: tables)
    }

    package func keys(in language: Language) -> Set<String> {
        Set((tables[language] ?? [:]).keys)
    }

    package func raw(_ key: String, in language: Language) -> String? {
        tables[language]?[key]
    }

    /// The sentence with its particulars filled in.
    ///
    /// A word without one gets the general sentence.
    package func sentence(
        for word: String,
        _ particulars: [String: String],
        in language: Language
    ) -> String {
        let sentence = raw(word, in: language) ?? raw("refused", in: language) ?? word
        return Sentences.fill(sentence, with: spoken(particulars, in: language))
    }

    /// Codes among the particulars in words: a stage `closed` by the key `stage-closed`.
    private func spoken(
        _ particulars: [String: String],
        in language: Language
    ) -> [String: String] {
        let separator = language == .chinese ? "、" : ", "
        return Dictionary(
            uniqueKeysWithValues: particulars.map { name, value in
                let words = value.split(separator: ", ").map { part in
                    raw("\(name)-\(part)", in: language) ?? String(part)
                }
                return (name, words.joined(separator: separator))
            }
        )
    }

    func title(of status: Int, in language: Language) -> String {
        raw("status-\(status)", in: language) ?? raw("status-500", in: language) ?? ""
    }

    /// Puts the particulars in the places of their names; a name without one is left out.
    package static func fill(_ sentence: String, with particulars: [String: String]) -> String {
        var text = ""
        var rest = Substring(sentence)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            text += particulars[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// The names that stand in braces.
    package static func names(in sentence: String) -> Set<String> {
        var names: Set<String> = []
        var rest = Substring(sentence)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.insert(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}

/// A file that is delivered with this module.
enum WebResource {
    struct Missing: Error {
        let path: String
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: try place(of: path), encoding: .utf8)
    }

    /// The paths of the files in a folder, in the order of their names.
    static func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: try place(of: folder).path())
            .sorted()
            .map { "\(folder)/\($0)" }
    }

    static func place(of path: String) throws -> URL {
        guard let folder = Bundle.module.resourceURL else { throw Missing(path: path) }
        return folder.appending(path: path)
    }
}
