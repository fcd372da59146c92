import TestSupport
import Testing

@testable import Centre

@Suite struct `Who stands at the window` {
    @Test(arguments: Engine.all)
    func `a phone finds the latest concern brought under a name, and the look is entered`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let first = try await Walk(sample)
            let second = try await Walk(sample)
            let clerk = try sample.officer(.clerk)
            let match = try await sample.intake.match(
                phone: "138 0013 8000",
                takingName: false,
                for: clerk
            )
            #expect(match?.number == second.number && match?.name == nil)
            let taken = try await sample.intake.match(
                phone: "13800138000",
                takingName: true,
                for: clerk
            )
            #expect(taken?.name == "吴大明")
            let desk = ContactsDesk(house: sample.house)
            let looks = try await desk.mine(second.number, code: second.code).looks
            #expect(looks.map(\.purpose) == [.verification, .verification])
            #expect(try await desk.mine(first.number, code: first.code).looks == [])
        }
    }

    @Test(arguments: Engine.all)
    func `an unknown phone finds nobody, and a wrong one is refused`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            _ = try await Walk(sample)
            let clerk = try sample.officer(.clerk)
            let nobody = try await sample.intake.match(
                phone: "13900139000",
                takingName: true,
                for: clerk
            )
            #expect(nobody == nil)
            await #expect(throws: Fault.self) {
                try await sample.intake.match(phone: "12", takingName: false, for: clerk)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `an area's post finds nobody of another area`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            _ = try await Walk(sample)
            let village = try #require(sample.town.areas.first { $0.level == .village })
            let worker = try sample.officer(.gridWorker, area: village.code)
            let match = try await sample.intake.match(
                phone: "13800138000",
                takingName: true,
                for: worker
            )
            #expect(match == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `the same person goes on with the officer who registered, and not for long`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            let clerk = try sample.officer(.clerk)
            let person = try await sample.intake.samePerson(walk.number, for: clerk)
            #expect(person.name == "吴大明" && person.phones == ["13800138000"])
            let other = try sample.officer(.clerk, named: "b")
            await #expect(throws: NotFound()) {
                try await sample.intake.samePerson(walk.number, for: other)
            }
            #expect(try await sample.intake.receipt(walk.number, for: other).queryCode == nil)
            let own = try await sample.intake.receipt(walk.number, for: clerk)
            #expect(own.queryCode == walk.code)
            sample.clock.move(hours: 1)
            await #expect(throws: NotFound()) {
                try await sample.intake.samePerson(walk.number, for: clerk)
            }
            #expect(try await sample.intake.receipt(walk.number, for: clerk).queryCode == nil)
        }
    }
}
