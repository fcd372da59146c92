import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `The auditor's and the system administrator's calls` {
    @Test(arguments: Engine.all)
    func `the auditor reads who signed in, page by page`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let anybody = try Counter(sample)
            let auditor = anybody.with(token: try await sample.signIn(.auditor))
            var acts: [String] = []
            var next: String?
            repeat {
                let after = next.map { "&after=\($0)" } ?? ""
                let page = try await auditor.get("/audit?limit=2\(after)").expect(200)
                acts += try page.value(at: "items")?.elements.compactMap { $0["act"]?.text } ?? []
                next = try page.text(at: "next")
            } while next != nil && acts.count < 50
            #expect(acts == ["sessionOpened", "postGiven", "officerAdded", "packLoaded"])
            let house = try await auditor.get("/audit?chain=house").expect(200)
            #expect(try house.value(at: "items")?.elements.count == 1)
            _ = try await auditor.get("/audit?chain=nobody").expect(400, "code-unknown")
            let clerk = anybody.with(token: try await sample.signIn(.clerk))
            _ = try await clerk.get("/audit").expect(404)
        }
    }

    @Test func `the editions of the pack, and what the next would change`() async throws {
        try await withCentre(.sqlite) { sample in
            let anybody = try Counter(sample)
            let keeper = anybody.with(token: try await sample.signIn(.systemAdministrator))
            let page = try await keeper.get("/packs").expect(200)
            #expect(try page.value(at: "items.0.version")?.whole == 1)
            let none = try await keeper.get("/packs/outlook").expect(200)
            #expect(try none.text(at: "label") == nil)

            let desk = PackDesk(house: sample.house)
            let viewer = try sample.officer(.systemAdministrator)
            let files = try SamplePack.files()
            let changed = files.map { file in
                guard file.path == "groups.csv" else { return file }
                return PackFile(
                    path: file.path,
                    content: file.content.replacing("纠纷化解", with: "矛盾化解")
                )
            }
            let outlook = try await desk.outlook(on: { changed }, for: viewer)
            guard case .change(_, let difference) = outlook else {
                Issue.record("the pack is sound")
                return
            }
            let groups = try #require(difference.kinds.first { $0.kind == "groups" })
            #expect(groups.changed == ["A"])
            let faulty = try await desk.outlook(on: { [] }, for: viewer)
            guard case .faulty(let findings) = faulty else {
                Issue.record("no files are no pack")
                return
            }
            #expect(!findings.isEmpty)
        }
    }
}
