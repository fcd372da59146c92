import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `The wall` {
    @Test(arguments: [Role.dispatcher, .supervisor, .director])
    func `hangs for those who command, supervise and lead`(role: Role) async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, role)
            _ = try await sample.intake.register(
                .sample,
                by: try sample.officer(.clerk),
                operation: sample.operation()
            )
            let page = try await web.get("/command")
            #expect(page.status == 200)
            #expect(page.text.contains("data-n=\"today\">1</span>"))
            #expect(page.text.contains("href=\"/desk/matters?due=overdue\""))
            #expect(page.text.contains("href=\"/desk/matters?stage=registered\""))
            #expect(!page.text.contains("吴大明") && !page.text.contains("13800138000"))
            #expect(!page.text.contains("邻居阻挠建房"))
        }
    }

    @Test(arguments: [Role.clerk, .liaison, .visitor, .auditor, .systemAdministrator])
    func `is not found by others`(role: Role) async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, role, role == .liaison ? "justice" : "centre")
            for path in ["/command", "/command/live", "/command/borders"] {
                #expect(try await web.get(path).status == 404, "\(path)")
            }
        }
    }

    @Test func `draws every grid of the town`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .director)
            let reply = try await web.get("/command/borders")
            #expect(reply.status == 200 && reply.header("Content-Type") == "application/json")
            let features = try reply.value(at: "features")?.elements ?? []
            #expect(features.count == 85)
            let codes = Set(features.compactMap { $0["properties"]?["code"]?.text })
            let grids = sample.town.areas.filter { $0.level == .grid }.map(\.code)
            #expect(codes == Set(grids))
        }
    }

    @Test func `gives its board alone to a script that asks for it`() async throws {
        try await withCentre(.sqlite) { sample in
            let token = try await sample.signIn(.director)
            let browser = Browser(try sample.site())
            let part = try await browser.get(
                "/command",
                headers: ["Cookie": "session=\(token)", "HX-Request": "true"]
            )
            #expect(part.text.hasPrefix("<div class=\"when\""))
            #expect(!part.text.contains("<html"))
        }
    }

    @Test func `the numbers of a page and of its events are the same`() throws {
        let say = Wording(try Sentences.sample(), in: .chinese)
        let snapshot = try Samples.snapshot()
        let board = WallBoardView(snapshot, in: try Samples.town(), say)
        let figures = WallFigures(snapshot, say)
        #expect(board.shape == figures.shape)
        var shown: [String: String] = [:]
        for tile in board.tiles { shown[tile.key] = tile.value }
        for bar in board.channels + board.stages { shown[bar.key] = bar.value }
        for table in [board.units, board.classes, board.villages] {
            for cell in table.rows.flatMap({ $0.linked + $0.plain }) {
                shown[cell.key] = cell.value
            }
        }
        for row in board.pulse.rows { shown[row.key] = row.thisWeek }
        #expect(shown.count > 20)
        for (key, value) in shown {
            #expect(say.number(figures.numbers[key] ?? 0) == value, "\(key)")
        }
    }

    @Test func `another row is another shape, another number is not`() async throws {
        try await withCentre(.sqlite) { sample in
            let say = Wording(try Sentences.sample(), in: .chinese)
            let desk = WallDesk(house: sample.house)
            func register(_ channel: Concern.Channel) async throws {
                var order = WorkOrder.sample
                order = WorkOrder(
                    source: .init(channel: channel),
                    kind: order.kind,
                    title: order.title,
                    content: order.content,
                    requester: order.requester
                )
                _ = try await sample.intake.register(
                    order,
                    by: try sample.officer(.clerk),
                    operation: sample.operation()
                )
            }
            try await register(.walkin)
            let one = WallFigures(try await desk.snapshot(), say)
            try await register(.walkin)
            let two = WallFigures(try await desk.snapshot(), say)
            #expect(one.shape == two.shape && !two.saysTheSame(as: one))
            try await register(.grid)
            #expect(WallFigures(try await desk.snapshot(), say).shape != two.shape)
        }
    }
}
