import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The pages of the rota` {
    private func published(_ sample: SampleCentre) async throws -> [SittingView] {
        let desk = RotaDesk(house: sample.house)
        let director = try sample.officer(.director)
        let order = RotaOrder(
            from: try #require(Day("2026-03-04")),
            to: try #require(Day("2026-03-20"))
        )
        let rota = try await desk.draft(
            order,
            by: director,
            operation: sample.operation()
        ).answer
        _ = try await desk.take(
            .publish,
            of: rota.id,
            by: director,
            operation: sample.operation()
        )
        return try await desk.sittings(of: rota.id, for: director, limit: 60).items
    }

    @Test func `the dispatcher drafts, the director publishes, everybody sees who is here`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            var dispatcher = PageBrowser(try sample.site())
            try await dispatcher.signIn(sample, .dispatcher)
            let empty = try await dispatcher.get("/desk/rota").text
            #expect(empty.contains("没有单位当值"))
            let turned = try await dispatcher.submit(
                "/desk/rota/plans",
                ["from": "2026-03-20", "to": "2026-03-04"]
            )
            #expect(turned.status == 422 || turned.status == 400)
            #expect(turned.text.contains("最后一天早于第一天"))
            let made = try await dispatcher.submit(
                "/desk/rota/plans",
                ["from": "2026-03-04", "to": "2026-03-20"]
            )
            let plan = made.location
            #expect(made.status == 303 && plan.hasPrefix("/desk/rota/plans/"))
            let page = try await dispatcher.get(plan).text
            #expect(page.contains("公平情况") && page.contains("人力资源和社会保障分局"))
            #expect(!page.contains("\(plan)/publication"))
            var director = PageBrowser(try sample.site())
            try await director.signIn(sample, .director)
            let done = try await director.submit("\(plan)/publication", [:], from: plan)
            #expect(done.status == 303)
            let week = try await dispatcher.get("/desk/rota?week=2026-03-04").text
            #expect(week.contains("今后一周每个轮驻窗口都有人"))
            let open = PageBrowser(try sample.site())
            var resident = open
            let here = try await resident.get("/here?class=0701-W").text
            #expect(here.contains("轮流到中心值班，下面这些时候在"))
            #expect(try await resident.get("/").text.contains("今天上午轮驻"))
            let today = try await director.get("/desk").text
            #expect(today.contains("/desk/rota/sittings/"))
        }
    }

    @Test func `a place tells why, is changed with a reason, and ticked`() async throws {
        try await withCentre(.sqlite) { sample in
            let places = try await published(sample)
            let page = "/desk/rota/sittings/\(places[0].id)"
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .dispatcher)
            #expect(try await web.get(page).text.contains("轮到它了"))
            let bare = try await web.submit("\(page)/change", ["unit": "tax"], from: page)
            #expect(bare.status == 422 || bare.status == 400)
            #expect(bare.text.contains("调整要写理由"))
            let more = ["unit": "tax", "reason": "办税高峰"]
            #expect(try await web.submit("\(page)/change", more, from: page).status == 303)
            #expect(try await web.get(page).text.contains("办税高峰"))
            #expect(try await web.submit("\(page)/tick", [:], from: page).status == 303)
            #expect(try await web.get("/desk/rota").text.contains("已到岗"))
        }
    }

    @Test func `two units swap and the centre approves`() async throws {
        try await withCentre(.sqlite) { sample in
            let places = try await published(sample)
            let units = Set(places.compactMap(\.unit))
            #expect(units.contains("labour"))
            let mine = try #require(places.dropFirst(4).first { $0.unit == "labour" })
            let other = try #require(
                places.dropFirst(4).first { other in
                    guard let unit = other.unit, unit != "labour" else { return false }
                    return !places.contains {
                        ($0.halfDay == mine.halfDay && $0.unit == unit)
                            || ($0.halfDay == other.halfDay && $0.unit == "labour")
                    }
                }
            )
            var labour = PageBrowser(try sample.site())
            try await labour.signIn(sample, .liaison, "labour")
            let page = "/desk/rota/sittings/\(mine.id)"
            let asked = try await labour.submit(
                "\(page)/swap",
                ["other": "\(other.id)", "reason": "有会"],
                from: page
            )
            #expect(asked.location == "/desk/rota/swaps")
            var partner = PageBrowser(try sample.site())
            try await partner.signIn(sample, .liaison, try #require(other.unit))
            let list = try await partner.get("/desk/rota/swaps").text
            let agree = try #require(
                list.firstMatch(of: /\/desk\/rota\/swaps\/[0-9a-f-]+\/agreement/)
            )
            let path = String(agree.0)
            #expect(try await partner.submit(path, [:], from: "/desk/rota/swaps").status == 303)
            var director = PageBrowser(try sample.site())
            try await director.signIn(sample, .director)
            #expect(try await director.get("/desk").text.contains("换班（1 件等处理）"))
            let approval = path.replacing("agreement", with: "approval")
            let done = try await director.submit(approval, [:], from: "/desk/rota/swaps")
            #expect(done.status == 303)
            #expect(try await director.get(page).text.contains("有会"))
        }
    }

    @Test func `a unit says when it cannot come`() async throws {
        try await withCentre(.sqlite) { sample in
            let places = try await published(sample)
            let turn = try #require(places.dropFirst(4).first { $0.unit == "labour" })
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .liaison, "labour")
            let told = try await web.submit(
                "/desk/rota/absences",
                [
                    "can": "cannot", "unit": "labour", "from": "\(turn.day)",
                    "to": "\(turn.day)",
                ]
            )
            #expect(told.status == 303)
            let week = try await web.get("/desk/rota?week=\(turn.day)").text
            #expect(week.contains("来不了"))
        }
    }
}
