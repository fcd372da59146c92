import Storage
import Synchronization
import TestSupport
import Testing

@testable import Centre

/// The other side of the door: it hears what leaves, and says what comes of it.
final class OtherSide: Sendable {
    private let state: Mutex<(keys: [String], phones: [String], next: Message.Outcome)>

    init(_ outcome: Message.Outcome = .sent(receipt: "r")) {
        state = Mutex(([], [], outcome))
    }

    var keys: [String] { state.withLock { $0.keys } }
    var phones: [String] { state.withLock { $0.phones } }

    func says(_ outcome: Message.Outcome) { state.withLock { $0.next = outcome } }

    var gateway: Gateway {
        Gateway { outgoing in
            self.state.withLock { state in
                state.keys.append(outgoing.key)
                if case .phone(let phone) = outgoing.recipient { state.phones.append(phone) }
                return state.next
            }
        }
    }
}

@Suite struct `Messages on their way` {
    /// A matter with one message to its resident.
    private func accepted(_ bare: SampleCentre) async throws -> (Gatewayed, Walk) {
        let gatewayed = Gatewayed(bare)
        var walk = try await Walk(gatewayed.sample)
        try await walk.accept()
        try await gatewayed.deliver()
        return (gatewayed, walk)
    }

    private func line(_ gatewayed: Gatewayed, _ walk: Walk) async throws -> MessageLine {
        let desk = MessagesDesk(house: gatewayed.sample.house)
        let found = try await desk.messages(of: walk.id, for: walk.dispatcher, limit: 10)
        return try #require(found.items.first)
    }

    @Test(arguments: Engine.all)
    func `what is due is sent once, and its matter shows it`(engine: Engine) async throws {
        try await withCentre(engine) { bare in
            let (gatewayed, walk) = try await accepted(bare)
            let other = OtherSide()
            let desk = MessageDesk(house: gatewayed.sample.house, gateway: other.gateway)
            #expect(try await desk.send().sent == [.sms: 1])
            #expect(try await desk.send().taken == 0)
            let line = try await line(gatewayed, walk)
            #expect(line.state == .sent && line.attempts == 1 && line.nextAt == nil)
            #expect(other.keys == [line.id.description])
            #expect(other.phones == ["13800138000"])
        }
    }

    @Test(arguments: Engine.all)
    func `what only a newer version can say waits, and holds up nobody`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { bare in
            let (gatewayed, walk) = try await accepted(bare)
            let house = gatewayed.sample.house
            try await house.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO messages (id, channel, kind, matter, concern, is_urgent, state,
                        ordered_at, next_at, attempts)
                    SELECT \(ID<Message>.first(at: Moment(milliseconds: 1))), channel, 'ofTomorrow',
                        matter, concern, is_urgent, state, ordered_at, next_at - 1, attempts
                    FROM messages
                    """
                )
            }
            let other = OtherSide()
            let desk = MessageDesk(house: house, gateway: other.gateway)
            #expect(try await desk.send().sent == [.sms: 1])
            #expect(try await desk.send().taken == 0)
            let line = try await line(gatewayed, walk)
            #expect(line.state == .sent && other.keys == [line.id.description])
            let waiting = try await house.look { turn in
                try MessageRecords.oldestWaiting(in: turn.tx)
            }
            #expect(waiting != nil)
        }
    }

    static let refused: [(Message.Outcome, Message.State, Message.Failure)] = [
        (.refused(.rejected), .refused, .rejected),
        (.later(.unreachable), .waiting, .unreachable),
        (.later(.busy, after: 600), .waiting, .busy),
    ]

    @Test(arguments: refused.indices)
    func `what came of an attempt is entered`(row: Int) async throws {
        let (outcome, state, failure) = Self.refused[row]
        try await withCentre(.sqlite) { bare in
            let (gatewayed, walk) = try await accepted(bare)
            let other = OtherSide(outcome)
            _ = try await MessageDesk(house: gatewayed.sample.house, gateway: other.gateway).send()
            let line = try await line(gatewayed, walk)
            #expect(line.state == state && line.failure == failure)
            #expect((line.endedAt != nil) == (state != .waiting))
            if case .later(_, let wish?) = outcome {
                let wait = try #require(line.nextAt).milliseconds - line.orderedAt.milliseconds
                #expect(wait >= Int64(wish) * 1000)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `tried twelve times it is given up, and goes out when it is queued again`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { bare in
            let (gatewayed, walk) = try await accepted(bare)
            let house = gatewayed.sample.house
            let other = OtherSide(.later(.unreachable))
            let desk = MessageDesk(house: house, gateway: other.gateway)
            for _ in 0..<60 where other.keys.count < 12 {
                _ = try await desk.send()
                bare.clock.move(hours: 2)
            }
            #expect(try await line(gatewayed, walk).state == .givenUp)
            _ = try await desk.send()
            #expect(other.keys.count == 12 && Set(other.keys).count == 1)

            let keeper = try bare.officer(.systemAdministrator)
            let messages = MessagesDesk(house: house)
            let failed = try await messages.failed(for: keeper, limit: 10).items
            #expect(failed.map(\.failure) == [.unreachable])
            #expect(try await messages.condition().failed == 1)
            let operation = bare.operation()
            let again = try await messages.sendAgain(by: keeper, operation: operation)
            #expect(again.answer.messages == 1)
            #expect(try await messages.sendAgain(by: keeper, operation: operation).replayed)
            bare.clock.move(to: try #require(Moment(text: "2026-03-11T09:00:00+08:00")))
            other.says(.sent(receipt: nil))
            #expect(try await desk.send().sent == [.sms: 1])
            #expect(Set(other.keys).count == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `a worker killed before it entered is followed by another with the same key`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { bare in
            let (gatewayed, walk) = try await accepted(bare)
            let house = gatewayed.sample.house
            let other = OtherSide()
            let dying = MessageDesk(
                house: house,
                gateway: Gateway { outgoing in
                    _ = try await other.gateway.send(outgoing)
                    throw DyingDatabase.Death()
                }
            )
            await #expect(throws: DyingDatabase.Death.self) { try await dying.send() }
            let desk = MessageDesk(house: house, gateway: other.gateway)
            #expect(try await desk.send().taken == 0)
            bare.clock.move(hours: 1)
            #expect(try await desk.send().sent == [.sms: 1])
            #expect(other.keys.count == 2 && Set(other.keys).count == 1)
            #expect(try await line(gatewayed, walk).attempts == 2)
        }
    }

    @Test(arguments: Engine.all)
    func `several workers send each message once`(engine: Engine) async throws {
        try await withCentre(engine) { bare in
            for _ in 0..<6 { _ = try await accepted(bare) }
            let house = Gatewayed(bare).sample.house
            let other = OtherSide()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let desk = MessageDesk(house: house, gateway: other.gateway)
                        while try await desk.send(limit: 2).taken > 0 {}
                    }
                }
                try await group.waitForAll()
            }
            #expect(other.keys.count == 6 && Set(other.keys).count == 6)
        }
    }

    @Test func `a late word of failure does not undo what another sent`() async throws {
        try await withCentre(.sqlite) { bare in
            let (gatewayed, walk) = try await accepted(bare)
            let house = gatewayed.sample.house
            let other = OtherSide()
            let quick = MessageDesk(house: house, gateway: other.gateway)
            let slow = MessageDesk(
                house: house,
                gateway: Gateway { _ in
                    bare.clock.move(hours: 1)
                    _ = try await quick.send()
                    return .refused(.rejected)
                }
            )
            #expect(try await slow.send().failed == [.sms: 1])
            #expect(other.keys.count == 1)
            #expect(try await line(gatewayed, walk).state == .sent)
        }
    }

    @Test(arguments: Engine.all)
    func `whoever was erased meanwhile is not written to`(engine: Engine) async throws {
        try await withCentre(engine) { bare in
            let (gatewayed, walk) = try await accepted(bare)
            let house = gatewayed.sample.house
            try await house.database.write { tx in
                let turn = house.turn(in: tx)
                let concern = try Concern.find(number: walk.number, in: tx)
                try turn.contacts.erase(concern.contact, by: .system("test"))
            }
            let other = OtherSide()
            let desk = MessageDesk(house: house, gateway: other.gateway)
            #expect(try await desk.send().failed == [.sms: 1])
            #expect(other.keys.isEmpty)
            #expect(try await line(gatewayed, walk).failure == .gone)
        }
    }

    @Test(arguments: Engine.all)
    func `who may not see the matter finds none of its messages`(engine: Engine) async throws {
        try await withCentre(engine) { bare in
            let (gatewayed, walk) = try await accepted(bare)
            let stranger = try walk.liaison("housing")
            await #expect(throws: NotFound.self) {
                try await MessagesDesk(house: gatewayed.sample.house)
                    .messages(of: walk.id, for: stranger, limit: 10)
            }
        }
    }
}
