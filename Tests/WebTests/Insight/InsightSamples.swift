import Foundation
import TestSupport

@testable import Centre
@testable import Web

/// Views of a town with something of everything in it.
extension Samples {
    static func insight() throws -> [any View] {
        let say = Wording(try Sentences.sample(), in: .chinese)
        let (town, snapshot) = (try Samples.town(), try Samples.snapshot())
        let board = WallBoardView(snapshot, in: town, say)
        var quiet = FiguresView(try figures(suppressedBelow: 5), in: town, say)
        let day = Day(number: 20_000)
        quiet.choose(FigurePeriod("2026-q1"), of: FigurePeriod.ended(by: day), say)
        quiet.staff = StaffFigures(try figures(suppressedBelow: nil), Samples.wrong, say)
        return [
            WallView(board: board, say), board, quiet,
        ]
    }

    static func town() throws -> Town {
        let pack = try SamplePack.pack()
        var identities = TownIdentities()
        identities.complete(for: pack, world: .real)
        return try Town(pack, version: 1, identities: identities)
    }

    private static func figures(suppressedBelow: Int?) throws -> PeriodFigures {
        PeriodFigures(
            from: Day(number: 20_000),
            to: Day(number: 20_030),
            tables: [
                .registered: ["": 9], .answered: ["": 7], .classes: ["09": 7, "none": nil],
                .punctuality: ["inTime": 3, "late": 1],
            ],
            months: [PeriodFigures.Month(first: Day(number: 20_000), registered: 9, answered: nil)],
            suppressedBelow: suppressedBelow
        )
    }

    /// As the desk would give it out, with rows of every kind.
    static func snapshot() throws -> WallSnapshot {
        let id = "0190a0a0-0000-7000-8000-000000000001"
        let due = #"{"overdue":2,"soon":1,"later":3}"#
        let json = """
            {"at":"2026-03-04T09:30:00+08:00","packVersion":1,
             "today":{"registered":0,"channels":[{"code":"walkin","count":4}],
              "hours":[\((0..<24).map { "\($0 % 5)" }.joined(separator: ","))]},
             "stages":["assigned",5],
             "due":\(due),
             "units":[{"code":"justice","due":\(due)}],
             "classes":[{"code":"0902","due":\(due)},
              \((1...11).map { #"{"code":"x\#($0)","due":\#(due)}"# }.joined(separator: ",")),
              {"due":\(due)}],
             "villages":[{"code":"442000007200","due":\(due)},{"due":\(due)}],
             "grids":[{"code":"442000007200001","due":\(due)}],
             "pulse":{"at":"2026-03-04T09:30:00+08:00","weeks":8,
              "classes":[{"code":"0902","thisWeek":9,"usualTenths":21,"isHot":true}]},
             "joint":{"count":1,"nearest":[{"matter":"\(id)","classCode":"0902",
              "village":"442000007200","lead":"justice","assisting":["labour"],
              "due":"2026-03-01T00:00:00+08:00"}]},
             "groups":{"matters":1,"members":340,"settled":1,"owed":"5900000.00",
              "paid":"1700000.00"},
             "hall":[{"seat":"T1","taken":true,"unit":"labour"}]}
            """
        return try JSONDecoder().decode(WallSnapshot.self, from: Data(json.utf8))
    }
}
