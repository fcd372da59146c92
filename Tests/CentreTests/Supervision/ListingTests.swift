import TestSupport
import Testing

@testable import Centre

@Suite struct `Listed rectification` {
    typealias State = Listing.State
    typealias Step = Listing.Step

    static let table: [(State, Step, State)] = [
        (.listed, .check, .listed), (.listed, .report, .reported), (.listed, .withdraw, .withdrawn),
        (.reported, .check, .reported), (.reported, .fail, .listed), (.reported, .pass, .passed),
        (.reported, .withdraw, .withdrawn), (.passed, .remove, .removed),
        (.passed, .withdraw, .withdrawn), (.removed, .relapse, .listed),
    ]

    @Test func `the machine is its table and nothing else`() {
        let told = Listing.machine.transitions.map { "\($0.from) \($0.step) \($0.to)" }
        #expect(Set(told) == Set(Self.table.map { "\($0.0) \($0.1) \($0.2)" }))
        #expect(told.count == Self.table.count)
        #expect(Listing.machine.transitions.allSatisfy { $0.right != nil })
        #expect(Set(Step.allCases.map(\.act)).count == Step.allCases.count)
    }

    static let months: [(String, Int, String)] = [
        ("2026-03-04", 3, "2026-06-04"), ("2026-11-30", 3, "2027-02-28"),
        ("2027-11-30", 3, "2028-02-29"), ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
    ]

    @Test(arguments: months)
    func `months end on the same day, or the last the month has`(
        from: String,
        months: Int,
        to: String
    ) throws {
        let day = try #require(Day(from))
        #expect("\(day.adding(months: months))" == to)
    }

    /// The people of a listing: who decides, who leads, who is responsible, who tests.
    private struct Cast {
        let sample: SampleCentre
        let desk: ListingDesk
        let director: Viewer
        let leader: Viewer
        let unit: Viewer
        let tester: Viewer

        init(_ sample: SampleCentre) async throws {
            self.sample = sample
            desk = ListingDesk(house: sample.house)
            director = try sample.officer(.director)
            leader = try await sample.enrolled(.director, "partyOffice", named: "周镇长")
            unit = try sample.officer(.liaison, "market")
            tester = try sample.officer(.supervisor)
        }

        func order(
            _ subject: Listing.Subject = .place,
            code: String? = nil,
            name: String? = "东堤市场",
            ground: String = "repeatedHazard",
            months: Int = 3,
            leader: ID<Officer>? = nil,
            skip: String? = "隐患紧迫"
        ) throws -> ListingOrder {
            ListingOrder(
                subject: subject,
                code: code,
                name: name,
                ground: ground,
                problem: "消防通道反复堵塞",
                measures: "清理通道,设专人巡查",
                unit: try sample.unit("market"),
                leader: leader ?? self.leader.officer,
                months: months,
                after: nil,
                skipReason: skip
            )
        }

        func open(_ order: ListingOrder, by viewer: Viewer? = nil) async throws -> ListingView {
            try await desk.open(
                order,
                by: viewer ?? director,
                operation: sample.operation()
            ).answer
        }

        func take(_ step: Step, _ id: ID<Listing>, by viewer: Viewer) async throws -> ListingView {
            try await desk.take(
                step,
                of: id,
                words: "已核对",
                by: viewer,
                operation: sample.operation()
            ).answer
        }
    }

    @Test(arguments: Engine.all)
    func `from the listing to the removal, with a relapse while it is watched`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let cast = try await Cast(sample)
            let listing = try await cast.open(try cast.order())
            #expect(listing.number == "挂牌〔2026〕1号" && "\(listing.until)" == "2026-06-04")
            #expect(listing.name == "东堤市场" && listing.leader == "周镇长")
            let promises = OwnPromiseDesk(house: sample.house)
            let own = try await promises.page(for: cast.leader).items
            #expect(own.map(\.part) == [.listing] && own.first?.number == listing.number)
            #expect(own.map(\.day) == [listing.until])
            _ = try await cast.take(.check, listing.id, by: cast.tester)
            _ = try await cast.take(.report, listing.id, by: cast.unit)
            _ = try await cast.take(.fail, listing.id, by: cast.tester)
            _ = try await cast.take(.report, listing.id, by: cast.unit)
            _ = try await cast.take(.pass, listing.id, by: cast.tester)
            let removed = try await cast.take(.remove, listing.id, by: cast.director)
            #expect(removed.state == .removed && removed.watchedUntil == Day("2026-06-02"))
            #expect(try await promises.page(for: cast.leader).items.isEmpty)
            sample.clock.move(hours: 24 * 30)
            let again = try await cast.take(.relapse, listing.id, by: cast.director)
            #expect(again.state == .listed && again.relapses == 1 && again.watchedUntil == nil)
            #expect("\(again.until)" == "2026-07-03")
            let second = try await cast.open(try cast.order(name: "西堤仓库"))
            #expect(second.number == "挂牌〔2026〕2号")
            let page = try await cast.desk.page(openOnly: true, for: cast.director, limit: 1)
            #expect(page.items.map(\.id) == [second.id] && page.next == second.id)
            let whole = try await sample.house.timeline.verify(sample.house.database)
            #expect(whole.isWhole)
        }
    }

    @Test func `the test is not made by those who are responsible or ordered it`() async throws {
        try await withCentre(.sqlite) { sample in
            let cast = try await Cast(sample)
            let listing = try await cast.open(try cast.order())
            _ = try await cast.take(.report, listing.id, by: cast.unit)
            let posts = cast.tester.posts
            let own = try sample.officer(.supervisor, "market")
            let others = [cast.leader.officer, cast.director.officer].map {
                Viewer(officer: $0, name: "x", login: "x", posts: posts)
            }
            for viewer in others + [own] {
                await #expect(throws: ListingRefusal.testedByResponsible) {
                    _ = try await cast.take(.pass, listing.id, by: viewer)
                }
            }
            await #expect(throws: NotFound()) {
                let other = try sample.officer(.liaison, "labour")
                _ = try await cast.take(.report, listing.id, by: other)
            }
        }
    }

    @Test func `a relapse after the watch is a new listing`() async throws {
        try await withCentre(.sqlite) { sample in
            let cast = try await Cast(sample)
            let listing = try await cast.open(try cast.order())
            _ = try await cast.take(.report, listing.id, by: cast.unit)
            _ = try await cast.take(.pass, listing.id, by: cast.tester)
            _ = try await cast.take(.remove, listing.id, by: cast.director)
            sample.clock.move(hours: 24 * 91)
            await #expect(throws: ListingRefusal.watchOver) {
                _ = try await cast.take(.relapse, listing.id, by: cast.director)
            }
        }
    }

    @Test func `never a person, and nothing the town does not know`() async throws {
        try await withCentre(.sqlite) { sample in
            let cast = try await Cast(sample)
            let market = try await sample.enrolled(.director, "market", named: "管局长")
            let wrong: [(ListingOrder, String)] = [
                (try cast.order(name: "张三 13800138000"), "listing-names-a-person"),
                (try cast.order(name: "41010119900101123X"), "listing-names-a-person"),
                (try cast.order(name: nil), "listing-name-missing"),
                (try cast.order(.area, code: "nowhere"), "code-unknown"),
                (try cast.order(.trade, code: "x"), "code-unknown"),
                (try cast.order(.unit, code: "x"), "code-unknown"),
                (try cast.order(ground: "dueSoon"), "code-unknown"),
                (try cast.order(months: 5), "listing-term-unknown"),
                (try cast.order(leader: cast.unit.officer), "code-unknown"),
                (try cast.order(leader: market.officer), "listing-leader-from-unit"),
                (try cast.order(skip: nil), "listing-skip-unexplained"),
            ]
            for (order, word) in wrong {
                let refusal = await #expect(throws: (any Error).self) {
                    _ = try await cast.open(order)
                }
                #expect((refusal as? any Refusal)?.word == word)
            }
            let page = try await cast.desk.page(openOnly: false, for: cast.director, limit: 5)
            #expect(page.items.isEmpty)
            let unit = try await cast.open(try cast.order(.unit, code: "housing", name: nil))
            #expect(unit.name == "住房和城乡建设局")
        }
    }
}
