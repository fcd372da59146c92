import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Lists of messages` {
    @Test(arguments: Engine.all)
    func `are walked along their indexes`(engine: Engine) async throws {
        try await withCentre(engine) { bare in
            let gatewayed = Gatewayed(bare)
            var walk = try await Walk(gatewayed.sample)
            try await walk.accept()
            try await gatewayed.deliver()
            let keeper = try bare.officer(.systemAdministrator)
            let dispatcher = walk.dispatcher
            let matter = walk.id
            let database = ExplainedDatabase(base: gatewayed.sample.house.database)
            let house = gatewayed.sample.house.on(database)
            _ = try await MessageDesk(house: house, gateway: OtherSide(.refused(.gone)).gateway)
                .send()
            let desk = MessagesDesk(house: house)
            let id: ID<Message> = house.world.newID()
            _ = try await desk.messages(of: matter, for: dispatcher, after: id, limit: 5)
            let place = FailedMessage.Place(endedAt: house.world.now(), id: id)
            _ = try await desk.failed(for: keeper, after: place, limit: 5)
            _ = try await desk.condition()
            _ = try await desk.sendAgain(by: keeper, operation: bare.operation())
            #expect(database.plans.all.count > 8)
            let scans = database.plans.scans(
                of: ["messages", "contact_marks", "k", "concerns", "c", "matters", "m"],
                on: database.dialect
            )
            #expect(scans == [])
        }
    }
}
