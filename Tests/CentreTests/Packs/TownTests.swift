import TestSupport
import Testing

@testable import Centre

/// The repository's own pack as a town.
private func sampleTown() throws -> Town {
    let (pack, findings) = Pack.read(files: try SamplePack.files())
    let sound = try #require(pack, "\(findings)")
    var identities = TownIdentities()
    identities.complete(for: sound, world: .real)
    return try Town(sound, version: 1, identities: identities)
}

private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@Suite struct `the town of the repository's pack` {
    private let town: Town
    private let today: Day

    init() throws {
        town = try sampleTown()
        today = try #require(Day("2026-11-23"))
    }

    @Test func `has the size of the described town`() {
        let standing = town.areas.filter { $0.stands(on: today) }
        #expect(standing.count { $0.level == .village } == 19)
        #expect(standing.count { $0.level == .grid } == 85)
        #expect(town.items.count == 158)
        #expect(town.groups.count == 7)
    }

    @Test func `ten thousand points each fall in exactly one grid or outside`() throws {
        let pack = try #require(Pack.read(files: try SamplePack.files()).pack)
        let borders = pack.borders.inForce(on: today)
        let map = try GridMap(borders)
        let corners = borders.flatMap { $0.parts.flatMap { $0.flatMap { $0 } } }
        let lngs = corners.map(\.lng)
        let lats = corners.map(\.lat)
        let box = try #require(lngs.min().map { ($0, lngs.max() ?? $0) })
        let height = try #require(lats.min().map { ($0, lats.max() ?? $0) })
        var dice = Dice(state: 7)
        var inside = 0
        var tries = 0
        while inside < 10_000, tries < 40_000 {
            tries += 1
            let point = Point(
                lng: .random(in: box.0...box.1, using: &dice),
                lat: .random(in: height.0...height.1, using: &dice),
                crs: .cgcs2000
            )
            let codes = map.codes(at: point, on: today)
            guard let first = codes.first else {
                #expect(town.grid(at: point, on: today) == nil)
                continue
            }
            inside += 1
            #expect(codes.count == 1)
            #expect(town.grid(at: point, on: today)?.code == first)
        }
        #expect(inside == 10_000)
    }

    @Test func `a corner where grids meet is one grid's, the one with the lowest code`() throws {
        let pack = try #require(Pack.read(files: try SamplePack.files()).pack)
        let borders = pack.borders.inForce(on: today)
        var shared = 0
        for border in borders {
            for corner in border.parts[0][0].prefix(20) {
                let owners = borders.filter { $0.parts[0][0].contains(corner) }.map(\.code)
                let point = Point(lng: corner.lng, lat: corner.lat, crs: .cgcs2000)
                #expect(town.grid(at: point, on: today)?.code == owners.min())
                if owners.count > 1 { shared += 1 }
            }
        }
        #expect(shared > 100)
    }

    @Test func `places outside the town have no grid`() {
        let far = Point(lng: 116.4, lat: 39.9, crs: .wgs84)
        #expect(town.grid(at: far, on: today) == nil)
        #expect(town.grid(at: Point(lng: .nan, lat: 0, crs: .wgs84), on: today) == nil)
    }

    @Test func `a grid leads up to the town, over levels that may be skipped`() throws {
        let grid = try #require(town.area(code: "442000007201002", on: today))
        let codes = town.lineage(of: grid.id).compactMap { town.area($0)?.code }
        #expect(codes == ["442000007201002", "442000007201", "442000007", "442000"])
        #expect(town.area(at: .village, of: grid.id)?.code == "442000007201")
        let village = try #require(town.area(code: "442000007201", on: today))
        #expect(town.areaAndBelow(village.id).contains(grid.id))
        #expect(town.villageUnit(of: grid.id)?.area == village.id)
    }

    @Test func `an area that has ended is found on its days alone`() throws {
        let last = try #require(Day("2021-06-30"))
        #expect(town.area(code: "442000007004", on: last) != nil)
        #expect(town.area(code: "442000007004", on: last.adding(1)) == nil)
    }

    @Test func `what nobody knows is not found`() {
        #expect(town.unit(code: "nobody") == nil)
        #expect(town.area(code: "1", on: today) == nil)
        #expect(town.disputeClass("9z") == nil)
        #expect(town.item("Z99") == nil)
        #expect(town.rule("NONE") == nil)
        #expect(town.legalRoute("duel") == nil)
    }

    @Test func `every unit, class, item and rule is found by its code`() {
        #expect(town.units.allSatisfy { town.unit(code: $0.code) == $0 && town.unit($0.id) == $0 })
        #expect(town.classes.allSatisfy { town.disputeClass($0.code) == $0 })
        #expect(town.items.allSatisfy { town.item($0.code) == $0 })
        #expect(town.limits.allSatisfy { town.rule($0.code)?.code == $0.code })
    }

    @Test func `a village's matter goes to the committee of its village`() throws {
        let grid = try #require(town.area(code: "442000007001001", on: today))
        var question = RoutingQuestion()
        question.classCode = "0201"
        let suggestion = town.suggestion(for: question, in: grid.id).suggestion
        let found = try #require(suggestion)
        let committee = try #require(town.villageUnit(of: grid.id))
        #expect(found.lead == committee.code || found.assist.contains(committee.code))
        let elsewhere = town.suggestion(for: question, in: grid.id, excluding: [committee.id])
        #expect(elsewhere.suggestion?.lead != committee.code)
        #expect(elsewhere.suggestion?.assist.contains(committee.code) != true)
    }
}

@Suite struct `what a new pack changes` {
    private func pack(_ change: (PackFile) -> PackFile = { $0 }) throws -> Pack {
        let (pack, findings) = Pack.read(files: try SamplePack.files().map(change))
        return try #require(pack, "\(findings)")
    }

    @Test func `the same files change nothing`() throws {
        let pack = try pack()
        #expect(PackDifference(from: pack, to: pack).isEmpty)
        #expect(try pack.files.digest == self.pack().files.digest)
    }

    @Test func `a changed line is named by its code and its file`() throws {
        let old = try pack()
        let new = try pack { file in
            guard file.path == "groups.csv" else { return file }
            return PackFile(
                path: file.path,
                content: file.content.replacing("纠纷化解", with: "化解纠纷")
            )
        }
        let kinds = PackDifference(from: old, to: new).kinds
        #expect(kinds.map(\.kind) == ["groups", "files"])
        #expect(kinds.first?.changed == ["A"])
        #expect(kinds.last?.changed == ["groups.csv"])
        #expect(old.files.digest != new.files.digest)
    }

    @Test func `before the first pack everything is new`() throws {
        let difference = PackDifference(from: nil, to: try pack())
        #expect(difference.kinds.allSatisfy { $0.removed.isEmpty && $0.changed.isEmpty })
        #expect(difference.kinds.contains { $0.kind == "units" && !$0.added.isEmpty })
    }

    @Test func `demonstration logins are no part of what is kept`() throws {
        let files = try SamplePack.files()
        #expect(files.contains { $0.path == "demo/logins.csv" })
        #expect(files.kept.allSatisfy { !$0.path.hasPrefix("demo/") })
        #expect(files.filter { !$0.path.hasPrefix("demo/") }.digest == files.digest)
    }
}
