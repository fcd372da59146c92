import Foundation
import TestSupport
import Testing

@testable import Web

/// The string tables of pages, held against the templates and sources that speak by them.
@Suite struct `Words of pages` {
    @Test func `a sentence in a template has no place to fill`() throws {
        let sentences = try Sentences.sample()
        for (name, text) in try Templates.texts() {
            for key in taggedNames("say", in: text) {
                for language in Language.allCases {
                    let sentence = try #require(sentences.raw(key, in: language), "\(name): \(key)")
                    #expect(Sentences.names(in: sentence).isEmpty, "\(name): \(key)")
                }
            }
        }
    }

    @Test func `every word of a page's table is said somewhere`() throws {
        let sources = try PageWordsSources()
        var left: [String] = []
        for path in try WebResource.files(in: "Strings/zh-Hans")
        where path.hasSuffix(".yaml") && !path.hasSuffix("/refusals.yaml") {
            let keys = try WebResource.text(path).split(separator: "\n")
                .filter { !$0.hasPrefix("#") && !$0.hasPrefix(" ") }
                .compactMap { $0.split(separator: ":").first.map(String.init) }
            left += keys.filter { !sources.say($0) }
        }
        #expect(left.sorted() == [])
    }

    @Test func `every word that the sources say is in the tables`() throws {
        let sources = try PageWordsSources()
        let known = try Sentences.sample().keys(in: .chinese)
        #expect(sources.spoken.subtracting(known).sorted() == [])
    }

    @Test func `both forms of a counted sentence are there`() throws {
        let sentences = try Sentences.sample()
        let keys = sentences.keys(in: .english)
        for key in keys where key.hasSuffix("-other") {
            guard keys.contains(key.dropLast(6) + "-one") else { continue }
            for form in ["one", "other"] {
                let sentence = sentences.raw(key.dropLast(5) + form, in: .english) ?? ""
                #expect(sentence.contains("{count}"), "\(key)")
            }
        }
    }
}

/// The words that stand in the sources of this module's pages.
struct PageWordsSources {
    /// Literals given to a wording: `say("key")`.
    private(set) var spoken: Set<String> = []
    private var quoted: Set<String> = []
    private var tagged: Set<String> = []
    /// Beginnings of words made when they are needed: `"stage-\(stage)"`.
    private var beginnings: Set<String> = []
    /// What follows the part that is filled in, in words made when they are needed.
    private var tails: Set<String> = []

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Web")
        for text in try Templates.texts().values { tagged.formUnion(taggedNames("say", in: text)) }
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path())
        for path in files where path.hasSuffix(".swift") {
            read(try String(contentsOf: root.appending(path: path), encoding: .utf8))
        }
    }

    private mutating func read(_ text: String) {
        for match in text.matches(of: /"([a-z][A-Za-z0-9-]*)"/) { quoted.insert(String(match.1)) }
        for match in text.matches(of: /"([a-z][A-Za-z0-9-]*-)\\\(/) {
            beginnings.insert(String(match.1))
        }
        for match in text.matches(of: /"\\\([A-Za-z.]+\)(-[A-Za-z0-9-]+)/) {
            tails.insert(String(match.1))
        }
        for match in text.matches(of: /\bsay\(\s*"([a-z][A-Za-z0-9-]*)"/) {
            spoken.insert(String(match.1))
        }
        for match in text.matches(of: /\bsay\.count\(\s*"([a-z][A-Za-z0-9-]*)"/) {
            spoken.insert("\(match.1)-one")
            spoken.insert("\(match.1)-other")
        }
    }

    func say(_ key: String) -> Bool {
        let counted = key.replacing(/-(one|other)$/, with: "")
        return quoted.contains(key) || quoted.contains(counted) || tagged.contains(key)
            || beginnings.contains { key.hasPrefix($0) }
            || tails.contains { $0.hasSuffix("-") ? key.contains($0) : key.hasSuffix($0) }
    }
}
