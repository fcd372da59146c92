import Foundation
import Mustache

/// All templates, once for each language.
///
/// `{{say.some-key}}` is the sentence of that key, `{{asset.maple.css}}` the address of that file
/// and `{{icon.clock}}` a picture of `icons.svg`; they are put in when the templates are read, so
/// that a wrong name stops the start.
struct Templates: Sendable {
    enum Wrong: Error, Equatable {
        case noSentence(String, template: String)
        case noAsset(String, template: String)
        case unended(String)
        case missing(String)
    }

    private let libraries: [Language: MustacheLibrary]

    init(texts: [String: String], sentences: Sentences, assets: Assets) throws {
        MustacheContentTypes.register(PageText(), named: PageText.name)
        var libraries: [Language: MustacheLibrary] = [:]
        for language in Language.allCases {
            var library = MustacheLibrary()
            for (name, text) in texts {
                let filled = try Templates.fill(text, of: name) { kind, key in
                    try Templates.value(kind, key, name, language, sentences, assets)
                }
                try library.register(PageText.opening + filled, named: name)
            }
            libraries[language] = library
        }
        self.libraries = libraries
    }

    static func load(sentences: Sentences, assets: Assets) throws -> Templates {
        try Templates(texts: texts(), sentences: sentences, assets: assets)
    }

    /// The templates as they are written, by name.
    static func texts() throws -> [String: String] {
        var texts: [String: String] = [:]
        for path in try WebResource.tree(in: "Templates") where path.hasSuffix(".mustache") {
            let name = String(path.dropLast(".mustache".count))
            texts[name] = unindented(try WebResource.text("Templates/\(path)"))
        }
        return texts
    }

    /// A part would be moved in by the indentation of its place, and with it what was typed into a
    /// box of several lines.
    private static func unindented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.drop { $0 == " " } }
            .joined(separator: "\n")
    }

    func text(of view: some View, in language: Language) throws -> String {
        let name = type(of: view).template
        guard let text = libraries[language]?.render(Drawn(view), withTemplate: name) else {
            throw Wrong.missing(name)
        }
        return text
    }

    private static func value(
        _ kind: Substring,
        _ key: String,
        _ template: String,
        _ language: Language,
        _ sentences: Sentences,
        _ assets: Assets
    ) throws -> String? {
        switch kind {
        case "say":
            guard let sentence = sentences.raw(key, in: language) else {
                throw Wrong.noSentence(key, template: template)
            }
            return sentence.escapedForHTML
        case "asset":
            guard let address = assets.address(of: key) else {
                throw Wrong.noAsset(key, template: template)
            }
            return address
        case "icon":
            guard let address = assets.address(of: "icons.svg"), assets.hasIcon(key) else {
                throw Wrong.noAsset("icons.svg#\(key)", template: template)
            }
            let use = "<use href=\"\(address)#\(key)\"></use>"
            return "<svg class=\"icon\" aria-hidden=\"true\">\(use)</svg>"
        default: return nil
        }
    }

    /// Replaces the tags whose name has a part before the first dot that the closure knows.
    private static func fill(
        _ text: String,
        of template: String,
        _ value: (Substring, String) throws -> String?
    ) throws -> String {
        var filled = ""
        var rest = Substring(text)
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                throw Wrong.unended(template)
            }
            let tag = rest[open.upperBound..<close.lowerBound]
            let halves = tag.split(separator: ".", maxSplits: 1)
            let put = halves.count == 2 ? try value(halves[0], String(halves[1])) : nil
            filled += rest[..<open.lowerBound]
            filled += put ?? String(rest[open.lowerBound..<close.upperBound])
            rest = rest[close.upperBound...]
        }
        return filled + rest
    }
}

/// What stands in a page is escaped byte by byte: the engine's own way looks at each character as a
/// reader sees it, which a list of fifty rows feels.
private struct PageText: MustacheContentType {
    static let name = "PAGE"
    static let opening = "{{% CONTENT_TYPE:PAGE}}"

    func escapeText(_ text: String) -> String { text.escapedForHTML }
}

extension String {
    /// As it may stand in a text and in a quoted attribute.
    var escapedForHTML: String {
        guard utf8.contains(where: { $0.asEntity != nil }) else { return self }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(utf8.count + 32)
        for byte in utf8 {
            if let entity = byte.asEntity {
                escaped.append(contentsOf: entity.utf8)
            } else {
                escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var asEntity: String? {
        switch self {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        case 0x27: "&#39;"
        default: nil
        }
    }
}

extension WebResource {
    /// The paths of all files below a folder, relative to it, in the order of their names.
    static func tree(in folder: String) throws -> [String] {
        let place = try place(of: folder).path()
        return try FileManager.default.subpathsOfDirectory(atPath: place)
            .filter { path in
                !path.split(separator: "/").contains { $0.hasPrefix(".") }
                    && (path.split(separator: "/").last ?? "").contains(".")
            }
            .sorted()
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: try place(of: path)))
    }
}
