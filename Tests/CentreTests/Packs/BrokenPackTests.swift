import TestSupport
import Testing

@testable import Centre

/// One thing wrong with the repository's own pack, and what its maker is told.
struct Break: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let kind: PackFinding.Kind
    /// What the sentence names.
    let names: String
    /// Counted from the line where the file was changed; nil where no line can be named.
    var below: Int? = 0

    var testDescription: String { "\(file): \(old.prefix(30)) → \(new.prefix(30))" }

    /// The files with the change, and the line it was made on.
    func files() throws -> (files: [PackFile], line: Int) {
        var line = 0
        let files = try SamplePack.files().map { file in
            guard file.path == self.file, let place = file.content.firstRange(of: old) else {
                return file
            }
            line = file.content[..<place.lowerBound].count(where: \.isNewline) + 1
            let text = file.content.replacing(old, with: new, maxReplacements: 1)
            return PackFile(path: file.path, content: text)
        }
        return (files, line)
    }
}

@Suite struct `a pack with one thing wrong` {
    @Test(arguments: Break.tables + Break.sheets + Break.maps)
    func `is refused with file, line and sentence`(broken: Break) throws {
        let (files, line) = try broken.files()
        #expect(line > 0, "the pack no longer holds what this test changes")
        let (pack, findings) = Pack.read(files: files)
        #expect(pack == nil)
        let expected =
            broken.below.map { "\(broken.file):\(line + $0): " }
            ?? "\(broken.file): "
        let told = findings.filter {
            $0.kind == broken.kind && $0.description.hasPrefix(expected)
                && $0.description.contains(broken.names)
        }
        #expect(!told.isEmpty, "\(findings.map(\.description))")
    }

    @Test(arguments: [
        "pack.yaml", "areas.csv", "borders.geojson", "units.csv", "classes.csv", "groups.csv",
        "items.csv", "routing.yaml", "limits.yaml", "grounds.yaml", "calendar/days.csv",
        "calendar/notices.csv", "calendar/overlay.csv", "numbering.yaml", "texts.yaml",
        "demo/logins.csv",
    ])
    func `a missing file is named`(path: String) throws {
        let (pack, findings) = Pack.read(files: try SamplePack.files().filter { $0.path != path })
        #expect(pack == nil)
        #expect(findings.contains { $0.description == "\(path): the file is missing" })
    }

    @Test func `a limit without its law is refused`() throws {
        let files = try SamplePack.files().map { file in
            guard file.path == "limits.yaml" else { return file }
            let text = file.content.replacing("    basis:\n", with: "    ground:\n")
            return PackFile(path: file.path, content: text)
        }
        let findings = Pack.read(files: files).findings
        #expect(findings.contains { $0.kind == .basisMissing && $0.line != nil })
    }

    @Test func `a corner moved by ten metres is an overlap or a gap`() throws {
        let files = try SamplePack.files().map { file in
            guard file.path == "borders.geojson" else { return file }
            let text = file.content.replacing(
                "[113.473938,22.60551]",
                with: "[113.473938,22.60541]",
                maxReplacements: 1
            )
            #expect(text != file.content)
            return PackFile(path: file.path, content: text)
        }
        let kinds = Set(Pack.read(files: files).findings.map(\.kind))
        #expect(!kinds.isDisjoint(with: [.overlap, .gap]))
    }

    @Test func `an empty folder is a list of missing files, not a crash`() {
        let (pack, findings) = Pack.read(files: [])
        #expect(pack == nil)
        #expect(findings.allSatisfy { $0.kind == .fileMissing })
        #expect(findings.count == 26)
    }

    @Test(arguments: ["", "[]", "{", "\u{0}", "a: &a [*a]", "- - -", "%", "? ", "1: 2"])
    func `a file of nonsense is a finding, not a crash`(text: String) throws {
        for path in try SamplePack.files().map(\.path) where path != "texts.yaml" {
            let (pack, findings) = Pack.read(files: [PackFile(path: path, content: text)])
            #expect(pack == nil)
            #expect(path.hasPrefix("demo/") || findings.contains { $0.file == path })
        }
    }

    @Test func `every kind of finding has a sentence of its own`() {
        for kind in PackFinding.Kind.allCases {
            let finding = PackFinding(kind, in: "areas.csv", line: 3, ["code": "X", "name": "N"])
            #expect(finding.description.hasPrefix("areas.csv:3: "))
            #expect(!finding.description.contains("pack-"))
        }
    }
}
