import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Precedents` {
    @Test(arguments: Engine.all)
    func `a ruling is found at the next dispatch of its class, until it is withdrawn`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Disputed(sample)
            try await case1.ask("petition")
            try await case1.take(.rule, case1.ruling("landResources"))
            var next = try await Walk(sample)
            try await next.accept()
            let named = try await sample.dispatch.suggestion(for: next.id, to: next.dispatcher)
            let found = try #require(named.precedents.first)
            #expect(found.unit.code == "landResources" && found.words == "三定方案写明由其承担")
            #expect(found.number == case1.walk.number && "\(found.day)" == "2026-03-04")
            #expect(Set(found.parties.map(\.code)) == ["justice", "landResources"])
            #expect(named.lead?.code != nil && named.rule != nil)
            let own = try await sample.dispatch.suggestion(
                for: case1.walk.id,
                to: next.dispatcher
            )
            #expect(own.precedents.isEmpty)
            var other = try await Walk(sample)
            try await other.accept(class: "0701")
            let elsewhere = try await sample.dispatch.suggestion(
                for: other.id,
                to: next.dispatcher
            )
            #expect(elsewhere.precedents.isEmpty)
            _ = try await sample.dispatch.markConflict(
                .unit(try sample.unit("landResources")),
                on: next.id,
                by: next.dispatcher,
                operation: sample.operation()
            )
            let barred = try await sample.dispatch.suggestion(for: next.id, to: next.dispatcher)
            #expect(barred.precedents.isEmpty)
            try await case1.take(.retire, RulingSaid("机构改革,职责调整"))
            var third = try await Walk(sample)
            try await third.accept()
            let after = try await sample.dispatch.suggestion(for: third.id, to: next.dispatcher)
            #expect(after.precedents.isEmpty)
            let list = try await case1.desk.precedents(.init(), for: case1.walk.supervisor)
            #expect(list.items.map(\.standing) == [.withdrawn])
        }
    }

    @Test(arguments: Engine.all)
    func `two precedents never say two things of the same`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Disputed(sample)
            try await case1.ask("petition")
            let first = try await case1.take(.rule, case1.ruling("landResources"))
            let former = try #require(first.rulings.last?.id)
            var case2 = try await Disputed(sample)
            try await case2.ask("petition")
            let second = case2
            await #expect(throws: RulingRefusal.contradictsPrecedent) {
                var case2 = second
                try await case2.take(.rule, case2.ruling("justice"))
            }
            var said = try case2.ruling("landResources")
            said.replaces = former
            let likewise = said
            await #expect(throws: RulingRefusal.replacesUnfit) {
                var case2 = second
                try await case2.take(.rule, likewise)
            }
            said = try case2.ruling("justice")
            said.replaces = former
            try await case2.take(.rule, said)
            let told = try await case1.told()
            #expect(told.all.map(\.standing) == [.replaced])
            #expect(try await case1.kept() == told.lines)
            let list = try await case1.desk.precedents(.init(), for: case1.director)
            #expect(list.items.map(\.unit.code) == ["justice", "landResources"])
        }
    }

    @Test(arguments: Engine.all)
    func `it holds for the class or one above it, and in the village where it was about the place`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Disputed(sample, order: .ofVillage)
            try await case1.ask("petition")
            let asked = case1
            await #expect(throws: RulingRefusal.classUnfit) {
                var case1 = asked
                var said = try case1.ruling("justice")
                said.classCode = "0701"
                try await case1.take(.rule, said)
            }
            var said = try case1.ruling("justice", reach: .village)
            said.classCode = "09"
            try await case1.take(.rule, said)
            let verdict = try await case1.told().all.last?.verdict
            let village = try await sample.house.look { turn in
                try Matter.find(asked.walk.id, in: turn.tx).village
            }
            #expect(verdict?.classCode == "09" && verdict?.area == village && village != nil)
            var near = try await Walk(sample, order: .ofVillage)
            try await near.accept()
            var far = try await Walk(sample)
            try await far.accept()
            let dispatch = sample.dispatch
            let here = try await dispatch.suggestion(for: near.id, to: near.dispatcher)
            #expect(here.precedents.map(\.unit.code) == ["justice"])
            let there = try await dispatch.suggestion(for: far.id, to: far.dispatcher)
            #expect(there.precedents.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `the register goes on by key and is the centre's`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var cases: [Disputed] = []
            for _ in 0..<3 {
                var one = try await Disputed(sample)
                try await one.ask("petition")
                cases.append(one)
                sample.clock.move(hours: 1)
            }
            let (desk, dispatcher) = (cases[0].desk, cases[0].walk.dispatcher)
            var open = RulingList()
            open.limit = 2
            let first = try await desk.page(open, for: dispatcher)
            open.after = first.next
            let rest = try await desk.page(open, for: dispatcher)
            let ids = cases.map(\.walk.id)
            #expect(Set((first.items + rest.items).map(\.matter)) == Set(ids))
            #expect(first.items.count == 2 && rest.items.count == 1 && rest.next == nil)
            for place in cases.indices {
                let said = try cases[place].ruling("justice")
                try await cases[place].take(.rule, said)
            }
            var list = PrecedentList()
            list.limit = 2
            list.classCode = "0902"
            let newest = try await desk.precedents(list, for: dispatcher)
            list.after = newest.next
            let oldest = try await desk.precedents(list, for: dispatcher)
            #expect((newest.items + oldest.items).map(\.matter) == ids.reversed())
            list.classCode = "0701"
            list.after = nil
            #expect(try await desk.precedents(list, for: dispatcher).items.isEmpty)
            #expect(try await desk.page(RulingList(), for: dispatcher).items.isEmpty)
            await #expect(throws: NotFound()) {
                try await desk.page(RulingList(), for: try cases[0].walk.liaison("justice"))
            }
        }
    }

    @Test(arguments: Engine.all)
    func `the officer named, the units and whoever is released are told`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Disputed(sample)
            let walk = case1.walk
            let units = ["petition", "justice", "landResources"]
            for unit in units { try await sample.seat(try walk.liaison(unit)) }
            try await case1.ask("petition")
            try await case1.take(.rule, case1.ruling("landResources"))
            while try await OutboxDesk(house: sample.house).deliver(limit: 10).taken == 10 {}
            let notices = NoticesDesk(house: sample.house)
            func kinds(_ viewer: Viewer) async throws -> Set<Notice.Kind> {
                Set(try await notices.notices(for: viewer, after: nil, limit: 50).items.map(\.kind))
            }
            #expect(try await kinds(case1.director).contains(.rulingAsked))
            #expect(try await !kinds(case1.deputy).contains(.rulingAsked))
            #expect(try await kinds(try walk.liaison("petition")).contains(.rulingReleased))
            let justice = try await kinds(try walk.liaison("justice"))
            #expect(justice.isSuperset(of: [.rulingAsked, .rulingGiven]))
            let land = try await kinds(try walk.liaison("landResources"))
            #expect(land.isSuperset(of: [.assignmentMade, .rulingGiven]))
        }
    }
}
