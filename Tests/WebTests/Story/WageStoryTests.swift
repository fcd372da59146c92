import Centre
import TestSupport
import Testing

@testable import Web

/// The article's building site, played through the pages on its own days: thirty at the counter on
/// 2023-09-25 for 340 workers and 5.9 million yuan, the first wages in three days, the last on
/// 2023-12-11.
@Suite struct `The wages of the building site, through the pages` {
    private static let workers = 340
    private static let claimed: Int64 = 590_000_000

    private let sums = Array(1...workers).map { serial in
        // What does not divide is the first one's.
        let even = claimed / Int64(workers)
        return Money(fen: serial == 1 ? claimed - even * Int64(workers - 1) : even)
    }

    @Test func `the units stand together, every batch adds up, and each reads the own line`()
        async throws
    {
        try await withCentre(.sqlite, at: "2023-09-25T08:40:00+08:00") { sample in
            let site = try sample.site()
            try await putOnDuty(sample, site)
            var desk = try await web(.dispatcher, named: "counter", site, sample)
            let group = try await register(&desk)
            let slips = try await enterTheRest(group, &desk)
            let matter = String(group.dropLast("/group".count))
            try await call(matter, desk: &desk, sample, site)
            try await pay(group, sample, site)
            try await read(slips, sample, site)
        }
    }

    private func web(
        _ role: Role,
        _ unit: String = "centre",
        named name: String,
        _ site: Site,
        _ sample: SampleCentre
    ) async throws -> PageBrowser {
        var web = PageBrowser(site)
        try await web.signIn(sample, role, unit, named: name)
        return web
    }

    // MARK: The rota: labour sits at the centre that day

    private func putOnDuty(_ sample: SampleCentre, _ site: Site) async throws {
        var dispatcher = try await web(.dispatcher, named: "rota", site, sample)
        let made = try await dispatcher.submit(
            "/desk/rota/plans",
            ["from": "2023-09-25", "to": "2023-09-28"]
        )
        try #require(made.status == 303, "\(made.status)")
        var director = try await web(.director, named: "rota", site, sample)
        let plan = made.location
        #expect(try await director.submit("\(plan)/publication", [:], from: plan).status == 303)
        let today = try await dispatcher.get("/desk").text
        if !today.contains("人力资源和社会保障分局") {
            let seat = try #require(today.firstMatch(of: /\/desk\/rota\/sittings\/[0-9a-f-]+/))
            let place = String(seat.output)
            let change = ["unit": "labour", "reason": "月底欠薪投诉多"]
            let moved = try await dispatcher.submit("\(place)/change", change, from: place)
            #expect(moved.status == 303)
        }
        #expect(try await dispatcher.get("/desk").text.contains("人力资源和社会保障分局"))
        var anybody = PageBrowser(site)
        #expect(try await anybody.get("/here").text.contains("人力资源和社会保障分局"))
    }

    // MARK: The counter

    /// - Returns: the group's page.
    private func register(_ desk: inout PageBrowser) async throws -> String {
        var crowd = [
            "title": "某建筑工地拖欠工资", "content": "三十多名工人到场，称约三百四十人被欠薪",
            "people": "340", "amount": "5900000", "project": "某住宅小区二期",
            "owner": "某置业公司", "generalContractor": "某建筑公司",
        ]
        for serial in 1...30 {
            crowd["line\(serial).name"] = "工人\(serial)"
            crowd["line\(serial).phone"] = "139\(10_000_000 + serial)"
            crowd["line\(serial).amount"] = sums[serial - 1].text
        }
        let done = try await desk.submit("/desk/intake/group", crowd)
        try #require(done.status == 303, "\(done.status)")
        return String(done.location.dropLast("/slips".count))
    }

    private func sheet(_ serials: ClosedRange<Int>) -> [UInt8] {
        let rows = serials.map { "工人\($0),139\(10_000_000 + $0),\(sums[$0 - 1].text)" }
        return Array((["姓名,手机号,金额"] + rows).joined(separator: "\n").utf8)
    }

    /// The rest comes by sheet, six of those at the counter once more among them.
    /// - Returns: number and code of everybody.
    private func enterTheRest(
        _ group: String,
        _ desk: inout PageBrowser
    ) async throws -> [(number: String, code: String)] {
        let members = (field: "sheet", name: "members.csv", bytes: sheet(25...Self.workers))
        let entered = try await desk.upload("\(group)/do/members", [:], members)
        try #require(entered.status == 303, "\(entered.status)")
        let claimed = try await desk.get(group).text
        #expect(claimed.contains("5,900,000 元"), "\(claimed.numbers)")
        let roster = (field: "sheet", name: "roster.csv", bytes: sheet(1...Self.workers))
        #expect(try await desk.upload("\(group)/do/roster", [:], roster).status == 303)
        #expect(try await desk.get(group).text.contains("340行"))
        let named = try await desk.submit("\(group)/do/representatives", ["members": "1, 2, 3"])
        #expect(named.status == 303)
        var found: [(number: String, code: String)] = []
        var page: String? = "\(group)/slips"
        while let next = page {
            let text = try await desk.get(next).text
            let row = /scope="row">([^<]+-[0-9]+)<\/th>\s*<td[^>]*>([0-9A-Z]{10})<\/td>/
            found += text.matches(of: row).map { (String($0.1), String($0.2)) }
            page = text.firstMatch(of: /href="([^"]+)" rel="next"/).map {
                String($0.1).replacing("&amp;", with: "&")
            }
        }
        #expect(found.count == Self.workers && Set(found.map(\.code)).count == Self.workers)
        return found
    }

    // MARK: Housing and the police are whistled for

    private func call(
        _ matter: String,
        desk: inout PageBrowser,
        _ sample: SampleCentre,
        _ site: Site
    ) async throws {
        let id = try #require(matter.split(separator: "/").last)
        let given = try await desk.submit(
            "/desk/dispatch/\(id)",
            [
                "class": "0701-W", "route": "actOrProtect", "unit": "labour",
                "instruction": "依法处理欠薪", "assist[]": "housing",
            ]
        )
        #expect(given.status == 303, "\(given.text.suffix(1500))")
        let blown = try await desk.submit(
            "\(matter)/whistle",
            [
                "kind": "emergency", "ground": "emergency", "reason": "三十多名工人到场",
                "place": "综治中心", "call1.unit": "housing", "call1.purpose": "核实工程款和工资专户",
                "call2.unit": "police", "call2.purpose": "维持秩序",
            ]
        )
        try #require(blown.status == 303, "\(blown.text.suffix(1500))")
        for unit in ["housing", "police"] {
            var liaison = try await web(.liaison, unit, named: "called", site, sample)
            let own = try await liaison.get("/desk/unit").text
            let come = try step("come", in: own)
            #expect(try await liaison.submit(come, [:], from: "/desk/unit").status == 303)
            let arrive = try step("arrive", in: try await liaison.get(blown.location).text)
            #expect(try await liaison.submit(arrive, ["presence": "site"]).status == 303)
            let finish = try step("finish", in: try await liaison.get(blown.location).text)
            #expect(try await liaison.submit(finish, ["words": "已到场处置"]).status == 303)
        }
        #expect(try await desk.get(blown.location).text.contains("已结束"))
    }

    private func step(_ move: String, in page: String) throws -> String {
        let pattern = try Regex("/desk/whistles/calls/[0-9a-f-]+/\(move)")
        return String(try #require(page.firstMatch(of: pattern), "\(move)").0)
    }

    // MARK: The payments

    /// The first wages after three days, the rest on 2023-12-11.
    private func pay(_ group: String, _ sample: SampleCentre, _ site: Site) async throws {
        try go(to: "2023-09-28T16:00:00+08:00", sample)
        var first = try await web(.dispatcher, named: "first", site, sample)
        let lines = (1...Self.workers).map { "\($0),5000.00" }
        let bytes = Array((["编号,金额"] + lines).joined(separator: "\n").utf8)
        let order = ["day": "2023-09-28", "total": "1700000.00"]
        let wrong = try await first.upload(
            "\(group)/do/payment",
            order.merging(["total": "1700000.01"]) { $1 },
            (field: "sheet", name: "batch1.csv", bytes: bytes)
        )
        #expect([400, 409, 422].contains(wrong.status) && wrong.text.contains("1700000.01"))
        let paid = try await first.upload(
            "\(group)/do/payment",
            order,
            (field: "sheet", name: "batch1.csv", bytes: bytes)
        )
        try #require(paid.status == 303, "\(paid.text.suffix(1500))")
        let begun = try await first.get(group).text
        #expect(begun.contains("1,700,000 元") && begun.contains("4,200,000 元"))
        let told = ["words": "首批工资已发放，余款按协议分批支付"]
        #expect(try await first.submit("\(group)/do/bulletin", told).status == 303)

        try go(to: "2023-12-11T16:00:00+08:00", sample)
        var last = try await web(.dispatcher, named: "last", site, sample)
        let rest = ["day": "2023-12-11", "total": "4200000.00", "rest": "yes"]
        #expect(try await last.submit("\(group)/do/payment", rest).status == 303)
        let done = try await last.get(group).text
        #expect(done.contains("2023年9月28日") && done.contains("2023年12月11日"))
        #expect(done.contains("4,200,000 元") && done.contains("5,900,000 元"))
        let unpaid = try await last.get("\(group)/members?which=unpaid").text
        #expect(!unpaid.contains("/desk/groupMembers/"))
    }

    private func go(to moment: String, _ sample: SampleCentre) throws {
        sample.clock.move(to: try #require(Moment(text: moment)))
    }

    // MARK: Each the own line

    private func read(
        _ slips: [(number: String, code: String)],
        _ sample: SampleCentre,
        _ site: Site
    ) async throws {
        let say = Wording(try Sentences.sample(), in: .chinese)
        var stranger = PageBrowser(site)
        let mixed = ["number": slips[0].number, "code": slips[1].code]
        #expect(try await stranger.submit("/line", mixed).status == 422)
        for (place, slip) in slips.enumerated() {
            // From one address not so many may ask in an hour.
            if place.isMultiple(of: 10) { sample.clock.move(hours: 2) }
            var worker = PageBrowser(site)
            let key = ["number": slip.number, "code": slip.code]
            #expect(try await worker.submit("/line", key).status == 303, "\(slip.number)")
            let line = try await worker.get("/line").text
            let serial = try #require(slip.number.split(separator: "-").last.flatMap { Int($0) })
            let rest = Money(fen: sums[serial - 1].fen - 500_000)
            #expect(line.contains("5,000 元"), "\(slip.number)")
            #expect(line.contains(say.money(fen: rest.fen)), "\(slip.number)")
            #expect(line.contains("2023年12月11日") && line.contains("首批工资已发放"))
        }
    }
}

extension String {
    /// What a page says in its lists of facts.
    fileprivate var numbers: [String] {
        matches(of: /<dd>([^<]*)<\/dd>/).map { String($0.1) }
    }
}
