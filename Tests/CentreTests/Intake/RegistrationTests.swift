import Foundation
import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Registering` {
    @Test(arguments: Engine.all)
    func `the same operation gives the first answer again, other content is refused`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let clerk = try sample.officer(.clerk)
            let operation = sample.operation("a")
            let first = try await sample.intake.register(.sample, by: clerk, operation: operation)
            let again = try await sample.intake.register(.sample, by: clerk, operation: operation)
            #expect(first.replayed == false)
            #expect(again.replayed)
            #expect(try wire(again.answer) == wire(first.answer))
            let other = Centre.Operation(scope: "test", key: keyOf(operation), content: [1])
            await #expect(throws: OperationRefusal.otherContent) {
                try await sample.intake.register(.sample, by: clerk, operation: other)
            }
            #expect(try await count("concerns", in: sample) == 1)
        }
    }

    @Test func `a number without its area code is the town's`() throws {
        var order = WorkOrder.sample
        order.requester.phones = ["8512 3456"]
        let pack = try SamplePack.pack()
        var identities = TownIdentities()
        identities.complete(for: pack, world: .real)
        let town = try Town(pack, version: 1, identities: identities)
        let checked = try order.checked(in: town, at: World.real.now())
        #expect(checked.requester.phones == ["076085123456"])
    }

    /// The answer as it goes out, to the second.
    private func wire(_ receipt: Receipt) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(receipt), as: UTF8.self)
    }

    private func keyOf(_ operation: Centre.Operation) -> String {
        String(operation.id.drop { $0 != "/" }.dropFirst())
    }

    private func count(_ table: String, in sample: SampleCentre) async throws -> Int? {
        try await sample.house.database.read { tx in
            try tx.value("SELECT count(*) FROM \(SQL(trusted: table))")
        }
    }

    @Test(arguments: Engine.all)
    func `an outside number sent again changes nothing, with new words it is an update`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let clerk = try sample.officer(.clerk)
            var order = WorkOrder.sample
            order.source = .init(channel: .hotline12345, externalNo: "ZS-1")
            let first = try await sample.intake.register(
                order,
                by: clerk,
                operation: sample.operation()
            )
            let same = try await sample.intake.register(
                order,
                by: clerk,
                operation: sample.operation()
            )
            #expect(same.answer.number == first.answer.number)
            order.content += "昨晚又发生一次。"
            let more = try await sample.intake.register(
                order,
                by: clerk,
                operation: sample.operation()
            )
            #expect(more.answer.number == first.answer.number)
            let view = try await sample.intake.follow(
                first.answer.number,
                code: first.answer.queryCode
            )
            #expect(view.additions.count == 1)
            #expect(try await count("concerns", in: sample) == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `an outside update after closing opens the matter again`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var order = WorkOrder.sample
            order.source = .init(channel: .hotline12345, externalNo: "ZS-2")
            var walk = try await Walk(sample, order: order)
            try await walk.toClosed()
            order.content += "问题又出现了。"
            let again = try await sample.intake.register(
                order,
                by: try sample.officer(.clerk),
                operation: sample.operation()
            )
            #expect(again.answer.stage == .reopened)
        }
    }

    @Test(arguments: Engine.all)
    func `numbers follow each other and a refused concern leaves no gap`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let clerk = try sample.officer(.clerk)
            let first = try await sample.intake.register(
                .sample,
                by: clerk,
                operation: sample.operation()
            )
            var wrong = WorkOrder.sample
            wrong.classCode = "no such class"
            let refused = wrong
            await #expect(throws: Fault(.unknownCode, "class")) {
                try await sample.intake.register(refused, by: clerk, operation: sample.operation())
            }
            let second = try await sample.intake.register(
                .sample,
                by: clerk,
                operation: sample.operation()
            )
            let numbering = sample.town.numbering
            #expect(first.answer.number == numbering.number(serial: 1, year: 2026))
            #expect(second.answer.number == numbering.number(serial: 2, year: 2026))
        }
    }

    @Test(arguments: Engine.all)
    func `a wrong code and an unknown number are the same answer`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            await #expect(throws: NotFound.self) {
                try await sample.intake.follow(walk.number, code: "AAAAAAAAAA")
            }
            await #expect(throws: NotFound.self) {
                try await sample.intake.follow("MZ0", code: walk.code)
            }
            let loose = walk.code.lowercased().prefix(5) + "-" + walk.code.dropFirst(5)
            let view = try await sample.intake.follow(walk.number, code: String(loose))
            #expect(view.title == "邻居阻挠建房")
        }
    }

    @Test(arguments: Engine.all)
    func `an erased person leaves number, stage and a whole chain`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.toClosed()
            let contacts = ContactsDesk(house: sample.house)
            let after = try await contacts.erase(
                walk.number,
                code: walk.code,
                operation: sample.operation()
            ).answer
            #expect(after.title == nil)
            #expect(after.answer == nil)
            #expect(after.stage == .closed)
            let verified = try await sample.house.timeline.verify(
                sample.house.database
            )
            #expect(verified.isWhole)
        }
    }

    @Test(arguments: [
        ("requester.idNumber", "44200019900307123Y"),
        ("requester.phones[0]", "12"),
        ("place", "outside"),
        ("class", "16"),
        ("people.representatives", "6"),
    ])
    func `a work order names the field at fault`(field: String, value: String) async throws {
        try await withCentre(.sqlite) { sample in
            var order = WorkOrder.sample
            switch field {
            case "requester.idNumber": order.requester.idNumber = value
            case "requester.phones[0]": order.requester.phones = [value]
            case "place": order.place = .init(point: Point(lng: 100, lat: 20, crs: .wgs84))
            case "class": order.classCode = value
            default:
                order.people = 30
                order.representatives = Int(value)
            }
            let wrong = order
            let fault = await #expect(throws: Fault.self) {
                try await sample.intake.register(
                    wrong,
                    by: try sample.officer(.clerk),
                    operation: sample.operation()
                )
            }
            #expect(fault?.field == field)
        }
    }
}
