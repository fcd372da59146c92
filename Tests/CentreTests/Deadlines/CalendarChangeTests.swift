import Foundation
import Storage
import TestSupport
import Testing

@testable import Centre

/// Changes of the calendar at their desk, from the proposal to the last clock.
@Suite struct `A change of the calendar` {
    /// A town whose last notice is that of 2026, at the end of that year: what is due in 2027 is
    /// provisional.
    private static let eve = "2026-12-21T09:00:00+08:00"

    private static func complaint() -> WorkOrder {
        var order = WorkOrder.sample
        order.kind = .complaint
        return order
    }

    @Test(arguments: Engine.all)
    func `settles provisional days, moves the others and tells the residents`(
        engine: Engine
    ) async throws {
        try await withCentre(engine, at: Self.eve) { sample in
            let office = try CalendarOffice(sample)
            let walk = try await Walk(sample, order: Self.complaint())
            let before = try #require(try await office.clocks(of: walk)["FINISH-COMPLAINT"])
            #expect(before.provisional)
            #expect(before.dueAt.day() == (try Notices.day("2027-01-12")))

            let id = try await office.propose(.notice(HolidayNotice.sample))
            let counted = try await office.view(id)
            #expect(counted.state == .counted)
            #expect(counted.tally.scanned == counted.tally.running)
            #expect(counted.tally.kept == 0 && counted.tally.earlier == 0)
            #expect(counted.tally.fixed > 0)
            // Nothing is in force by being counted.
            #expect(try await office.clocks(of: walk)["FINISH-COMPLAINT"] == before)

            try await office.approve(id)
            try await office.settle()
            #expect(try await office.view(id).state == .settled)
            let after = try #require(try await office.clocks(of: walk)["FINISH-COMPLAINT"])
            #expect(!after.provisional)
            #expect(after.dueAt == before.dueAt)
            let acts = try await office.acts(of: walk)
            #expect(!acts.contains(.clocksSettled), "a day that stays needs no entry")

            // A typhoon moves the day: an entry and a notice say so.
            try await office.put(
                .overlay(days: [try Notices.day("2027-01-06")], off: true),
                reason: "台风停工"
            )
            let moved = try #require(try await office.clocks(of: walk)["FINISH-COMPLAINT"])
            #expect(moved.dueAt.day() == (try Notices.day("2027-01-13")))
            #expect(try await office.acts(of: walk).contains(.clocksSettled))
            while try await OutboxDesk(house: sample.house).deliver().taken > 0 {}
            let told = try await NoticesDesk(house: sample.house)
                .notices(ofConcern: walk.number, code: walk.code, after: nil, limit: 10)
            let notice = try #require(told.items.first { $0.kind == .dueMoved })
            #expect(notice.facts["due"]?.hasPrefix("2027-01-13") == true)
            #expect(told.items.count { $0.kind == .dueMoved } == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `moves to an earlier day what has time left, and says so`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let office = try CalendarOffice(sample)
            let walk = try await Walk(sample, order: Self.complaint())
            let before = try #require(try await office.clocks(of: walk)["FINISH-COMPLAINT"])
            #expect(before.dueAt.day() == (try Notices.day("2026-03-25")))
            let id = try await office.propose(
                .overlay(days: [try Notices.day("2026-03-14")], off: false),
                reason: "抢险"
            )
            #expect(try await office.view(id).tally.earlier == 1)
            try await office.approve(id)
            try await office.settle()
            let after = try #require(try await office.clocks(of: walk)["FINISH-COMPLAINT"])
            #expect(after.dueAt.day() == (try Notices.day("2026-03-24")))
            #expect(after.keptUntil == nil)
            #expect(try await office.acts(of: walk).contains(.clocksSettled))
            // What people rested on is not made a day they should have worked on.
            sample.clock.move(hours: 24 * 12)
            await #expect(throws: CalendarChangeRefusal.past) {
                _ = try await office.propose(
                    .overlay(days: [try Notices.day("2026-03-15")], off: false)
                )
            }
            await #expect(throws: CalendarChangeRefusal.nothing) {
                _ = try await office.propose(
                    .overlay(days: [try Notices.day("2026-03-22")], off: true)
                )
            }
        }
    }

    @Test(arguments: Engine.all)
    func `leaves at least the next working day, and the replay says the same`(
        engine: Engine
    ) async throws {
        try await withCentre(engine, at: "2026-03-23T09:00:00+08:00") { sample in
            let office = try CalendarOffice(sample)
            let walk = try await Walk(sample, order: Self.complaint())
            let before = try await office.clocks(of: walk)
            let accept = try #require(before["LOCAL-ACCEPT"])
            #expect(accept.dueAt.day() == (try Notices.day("2026-03-26")))
            // A closure is announced, and taken back on its own day.
            try await office.put(
                .overlay(days: [try Notices.day("2026-03-26")], off: true),
                reason: "台风停工"
            )
            #expect(
                try await office.clocks(of: walk)["LOCAL-ACCEPT"]?.dueAt.day()
                    == Day("2026-03-27")
            )
            sample.clock.move(to: try Notices.moment("2026-03-26"))
            let id = try await office.propose(.lift(days: [try Notices.day("2026-03-26")]))
            let view = try await office.view(id)
            #expect(view.tally.kept > 0)
            let listed = try await office.desk.moves(
                of: id,
                .kept,
                for: office.director,
                limit: 50
            )
            #expect(listed.items.contains { $0.rule == "LOCAL-ACCEPT" })
            #expect(listed.items.allSatisfy { $0.number == walk.number })
            try await office.approve(id)
            try await office.settle()
            // By the calendar it ended today; it keeps tomorrow.
            let kept = try #require(try await office.clocks(of: walk)["LOCAL-ACCEPT"])
            #expect(kept.dueAt.day() == (try Notices.day("2026-03-27")))
            #expect(kept.keptUntil == kept.dueAt)
            #expect(try await office.acts(of: walk).contains(.dueKept))
            let replayed = try await sample.house.look { turn in
                try File.reading(walk.id, in: turn).clocks()
            }
            #expect(replayed.first { $0.rule == "LOCAL-ACCEPT" }?.dueAt == kept.dueAt)
            // The walk finds nothing left to do, and the next act leaves the day as it is.
            var going = walk
            try await going.accept()
            let met = try #require(try await office.clocks(of: walk)["LOCAL-ACCEPT"])
            #expect(met.state == .met && met.dueAt == kept.dueAt)
        }
    }

    @Test(arguments: Engine.all)
    func `judges what has ended by the days that held when it ended`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let office = try CalendarOffice(sample)
            var walk = try await Walk(sample, order: Self.complaint())
            try await office.put(
                .overlay(days: [try Notices.day("2026-03-09")], off: true),
                reason: "台风停工"
            )
            sample.clock.move(to: try Notices.moment("2026-03-10"))
            try await walk.accept()
            let met = try #require(try await office.clocks(of: walk)["LOCAL-ACCEPT"])
            #expect(met.state == .met)
            #expect(met.dueAt.day() == (try Notices.day("2026-03-10")))
            try await office.put(.overlay(days: [try Notices.day("2026-03-12")], off: true))
            try await walk.assign("justice")
            #expect(try await office.clocks(of: walk)["LOCAL-ACCEPT"] == met)
        }
    }

    @Test(arguments: Engine.all)
    func `a matter taken up while the clocks are on their way settles first`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let office = try CalendarOffice(sample)
            var walk = try await Walk(sample, order: Self.complaint())
            let id = try await office.propose(
                .overlay(days: [try Notices.day("2026-03-09")], off: true),
                reason: "台风停工"
            )
            try await office.approve(id)
            try await walk.accept()
            let acts = try await office.acts(of: walk)
            let settled = try #require(acts.firstIndex(of: .clocksSettled))
            let accepted = try #require(acts.firstIndex(of: .matterAccepted))
            #expect(settled < accepted)
            #expect(
                try await office.clocks(of: walk)["FINISH-COMPLAINT"]?.dueAt.day()
                    == Day("2026-03-26")
            )
            let entries = acts.count
            try await office.settle()
            #expect(try await office.acts(of: walk).count == entries)
        }
    }

    @Test(arguments: Engine.all)
    func `needs two people, a preview, and no other change on its way`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let office = try CalendarOffice(sample)
            let walk = try await Walk(sample, order: Self.complaint())
            let closure = CalendarChange.Content.overlay(
                days: [try Notices.day("2026-03-09")],
                off: true
            )
            let id = try await office.desk.propose(
                closure,
                reason: "台风",
                by: office.director,
                operation: sample.operation()
            ).answer
            await #expect(throws: CalendarChangeRefusal.open) {
                _ = try await office.propose(closure)
            }
            await #expect(throws: CalendarChangeRefusal.samePerson) { try await office.approve(id) }
            func bySupervisor() async throws {
                _ = try await office.desk.approve(
                    id,
                    words: "同意",
                    by: office.supervisor,
                    operation: sample.operation()
                )
            }
            await #expect(throws: CalendarChangeRefusal.notCounted) { try await bySupervisor() }
            while let progress = try await office.desk.count(limit: 2), !progress.isDone {}
            sample.clock.move(hours: CalendarChange.hoursPreviewHolds + 1)
            await #expect(throws: CalendarChangeRefusal.stale) { try await bySupervisor() }
            _ = try await office.desk.countAgain(
                id,
                by: office.supervisor,
                operation: sample.operation()
            )
            while let progress = try await office.desk.count(limit: 2), !progress.isDone {}
            try await bySupervisor()
            await #expect(throws: CalendarChangeRefusal.decided) { try await bySupervisor() }
            try await office.settle()
            #expect(try await office.view(id).tally.moved > 0)
            for role in [Role.dispatcher, .clerk, .auditor] {
                let other = try sample.officer(role)
                await #expect(throws: NotFound.self) {
                    _ = try await office.desk.change(id, for: other)
                }
            }
            _ = walk
        }
    }

    @Test func `a count and a walk that are broken off go on where they were`() async throws {
        try await withCentre(.sqlite) { sample in
            let office = try CalendarOffice(sample)
            var walks: [Walk] = []
            for _ in 0..<4 { walks.append(try await Walk(sample, order: Self.complaint())) }
            let id = try await office.desk.propose(
                .overlay(days: [try Notices.day("2026-03-09")], off: true),
                reason: "台风",
                by: office.supervisor,
                operation: sample.operation()
            ).answer
            // Each piece by a desk of its own, as after a restart.
            var seen = 0
            while let progress = try await CalendarDesk(house: sample.house).count(limit: 3) {
                #expect(progress.done > seen || progress.isDone)
                seen = progress.done
            }
            #expect(try await office.view(id).tally.scanned == seen)
            try await office.approve(id)
            sample.clock.move(hours: 1)
            let pieces = [
                try await CalendarDesk(house: sample.house).settle(limit: 3),
                try await CalendarDesk(house: sample.house).settle(limit: 3),
            ]
            #expect(pieces.compactMap { $0?.isDone } == [false, false])
            try await office.settle()
            let view = try await office.view(id)
            #expect(view.state == .settled)
            for walk in walks {
                let acts = try await office.acts(of: walk)
                #expect(acts.count { $0 == .clocksSettled } == 1)
            }
        }
    }
}
