import TestSupport
import Testing

@testable import Centre

@Suite struct `A calendar that cannot be meant` {
    private func findings(adding row: String, to path: String) throws -> [String] {
        let files = try SamplePack.files().map { file in
            guard file.path == path else { return file }
            let text = file.content.hasSuffix("\n") ? file.content : file.content + "\n"
            return PackFile(path: path, content: text + row + "\n")
        }
        return Pack.read(files: files).findings.map(\.description)
    }

    /// A notice may also name a day that is worked on anyway, as that of 2020-01-27 did.
    @Test func `a working day that is named as one is no fault`() throws {
        let told = try findings(adding: "2026-03-04,补班,0", to: "calendar/days.csv")
        #expect(told == [])
    }

    @Test func `a year left out between two others is told`() throws {
        let told = try findings(adding: "2028-05-01,劳动节,1", to: "calendar/days.csv")
        #expect(told.contains { $0.contains("calendar-year-missing") })
    }
}

@Suite struct `A class below a confidential one` {
    @Test func `is confidential itself`() async throws {
        let files = try SamplePack.files().map { file in
            guard file.path == "classes.csv" else { return file }
            let old = "0101,0101,恋爱及婚姻,Relationships and marriage,01,0,0,0"
            let new = "0101,0101,恋爱及婚姻,Relationships and marriage,01,0,1,0"
            #expect(file.content.contains(old))
            return PackFile(path: file.path, content: file.content.replacing(old, with: new))
        }
        let pack = try #require(Pack.read(files: files).pack)
        var identities = TownIdentities()
        identities.complete(for: pack, world: .real)
        let town = try Town(pack, version: 1, identities: identities)
        #expect(town.isConfidential("0101"))
        #expect(town.isConfidential("0101-V"))
        #expect(!town.isConfidential("0102"))
        #expect(!town.isConfidential("01"))
        #expect(!town.isConfidential(nil))
    }
}
