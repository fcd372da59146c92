import TestSupport
import Testing

@testable import Centre

/// One change to a paper's text, and what the pack's maker is told.
struct Slip: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let kind: PackFinding.Kind
    let names: String
    /// Counted from the line of the change; nil for what is said of the whole text.
    var below: Int? = 0

    var testDescription: String { "\(old) → \(new)" }
}

@Suite struct `A paper's text is checked with the pack` {
    static let path = "documents/receipt.en.mustache"

    private func findings(_ old: String, _ new: String) throws -> (line: Int, [PackFinding]) {
        var line = 0
        let files = try SamplePack.files().map { file in
            guard file.path == Self.path, let place = file.content.firstRange(of: old) else {
                return file
            }
            line = file.content[..<place.lowerBound].count(where: \.isNewline) + 1
            let text = file.content.replacing(old, with: new)
            return PackFile(path: file.path, content: text)
        }
        let (pack, findings) = Pack.read(files: files)
        #expect(pack == nil)
        return (line, findings)
    }

    @Test(arguments: [
        Slip(old: "{{channel}}", new: "{{chanel}}", kind: .codeUnknown, names: "'chanel'"),
        Slip(
            old: "{{queryCode}}",
            new: "…",
            kind: .keyMissing,
            names: "'queryCode'",
            below: nil
        ),
        Slip(old: "{{basis}}", new: "", kind: .keyMissing, names: "'promises.basis'", below: nil),
        Slip(old: "{{channel}}", new: "{{{channel}}}", kind: .value, names: "{{{channel}}"),
        Slip(old: "{{channel}}", new: "{{&channel}}", kind: .value, names: "{{&channel}}"),
        Slip(old: "{{channel}}", new: "{{> other}}", kind: .value, names: "{{> other}}"),
        Slip(old: "{{/people}}", new: "", kind: .unreadable, names: "'people'", below: -2),
        Slip(old: "{{/people}}", new: "{{/place}}", kind: .unreadable, names: "'people'"),
        Slip(old: "{{channel}}", new: "{{promises}}", kind: .shape, names: "'promises'"),
        Slip(old: "{{#people}}", new: "{{#route-magic}}", kind: .codeUnknown, names: "route-magic"),
        Slip(old: "<h1>", new: "<script>", kind: .value, names: "<script>"),
        Slip(old: "<h1>", new: "<h1 style=\"color:red\">", kind: .value, names: "style="),
        Slip(old: "<h1>", new: "<img src=\"x\">", kind: .value, names: "<img"),
        Slip(old: "<h1>", new: "<p class=\"{{channel}}\">", kind: .value, names: "{{channel}}"),
        Slip(old: "<h1>", new: "<!-- note -->", kind: .value, names: "<!--"),
        Slip(old: "{{channel}}", new: "{{channel", kind: .codeUnknown, names: "channel · {{kind"),
    ])
    func `and a fault is told with file, line and sentence`(slip: Slip) throws {
        let (line, findings) = try findings(slip.old, slip.new)
        #expect(line > 0, "the text no longer holds what this test changes")
        let place = slip.below.map { "\(Self.path):\(line + $0): " } ?? "\(Self.path):"
        let told = findings.filter {
            $0.kind == slip.kind && $0.description.hasPrefix(place)
                && $0.description.contains(slip.names)
        }
        #expect(!told.isEmpty, "\(findings.map(\.description))")
    }

    /// Packs from before a kind of paper go on without it.
    @Test(arguments: Document.Kind.allCases.filter { !$0.cameLater }, Document.Language.allCases)
    func `and a missing one is named`(kind: Document.Kind, language: Document.Language) throws {
        let path = DocumentTexts.path(kind, language)
        let files = try SamplePack.files()
        #expect(files.contains { $0.path == path })
        let (pack, findings) = Pack.read(files: files.filter { $0.path != path })
        #expect(pack == nil)
        #expect(findings.map(\.description) == ["\(path): the file is missing"])
    }

    @Test(arguments: [
        "ftp://centre.example/{number}", "https://centre.example/concerns",
        "https://centre.example/{number}#code",
    ])
    func `and the address to follow a concern has a place for its number`(bad: String) throws {
        let files = try SamplePack.files().map { file in
            guard file.path == "documents/documents.yaml" else { return file }
            let lines = file.content.split(separator: "\n").map { line in
                line.hasPrefix("followAddress") ? "followAddress: \"\(bad)\"" : String(line)
            }
            return PackFile(path: file.path, content: lines.joined(separator: "\n"))
        }
        let findings = Pack.read(files: files).findings
        #expect(findings.contains { $0.kind == .value && $0.description.contains("followAddress") })
    }

    @Test func `a town's legal routes are names its texts may use, and no others`() throws {
        let files = try SamplePack.files().map { file in
            guard file.path == "documents/reply-letter.en.mustache" else { return file }
            let text = file.content.replacing("route-petition", with: "route-appeal")
            return PackFile(path: file.path, content: text)
        }
        let findings = Pack.read(files: files).findings
        #expect(findings.contains { $0.description.contains("'route-appeal'") })
    }
}
