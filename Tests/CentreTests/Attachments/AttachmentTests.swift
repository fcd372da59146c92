import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Photographs and papers` {
    private func photo(_ name: String = "墙.jpg") throws -> AttachmentFile {
        try AttachmentFile(Pictures.jpeg(), named: name)
    }

    private func registered(
        _ sample: SampleCentre,
        with files: [AttachmentFile]
    ) async throws -> Receipt {
        let desk = AttachmentsDesk(house: sample.house)
        var tokens: [HoldingToken] = []
        for file in files { tokens.append(try await desk.hold(file).token) }
        return try await sample.intake.register(
            .sample,
            holding: tokens,
            by: nil,
            operation: sample.operation()
        ).answer
    }

    @Test(arguments: Engine.all)
    func `wait with the form, go with the registration, and are read again`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let desk = AttachmentsDesk(house: sample.house)
            let file = try photo()
            let held = try await desk.hold(file)
            #expect(try await desk.held([held.token]) == [held])
            let slip = try await sample.intake.register(
                .sample,
                holding: [held.token],
                by: nil,
                operation: sample.operation()
            ).answer
            #expect(try await desk.held([held.token]) == [])
            let lines = try await desk.lines(ofConcern: slip.number, code: slip.queryCode)
            #expect(lines.map(\.name) == ["墙.jpg"])
            #expect(lines.first?.addedBy == "resident")
            let id = try #require(lines.first?.id)
            let opened = try await desk.open(
                id,
                ofConcern: slip.number,
                code: slip.queryCode
            )
            #expect(opened.content == file.bytes)
            await #expect(throws: NotFound.self) {
                try await desk.open(id, ofConcern: slip.number, code: "0000000000")
            }
            #expect(try await sample.house.timeline.verify(sample.house.database).findings == [])
        }
    }

    @Test(arguments: Engine.all)
    func `that waited too long refuse the whole, and nothing is registered`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let desk = AttachmentsDesk(house: sample.house)
            let held = try await desk.hold(try photo())
            sample.clock.move(hours: HeldAttachments.hours + 1)
            _ = try await desk.hold(try photo())
            await #expect(throws: AttachmentRefusal(.gone)) {
                try await sample.intake.register(
                    .sample,
                    holding: [held.token],
                    by: nil,
                    operation: sample.operation()
                )
            }
            let concerns: Int? = try await sample.house.database.read {
                try $0.value("SELECT COUNT(*) FROM concerns")
            }
            #expect(concerns == 0)
        }
    }

    @Test(arguments: Engine.all)
    func `are seen by officers within their sight and by no other`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let desk = AttachmentsDesk(house: sample.house)
            let slip = try await registered(sample, with: [try photo()])
            let other = try await registered(sample, with: [try photo("别的.jpg")])
            let clerk = try sample.officer(.clerk)
            let lines = try await desk.lines(of: slip.matter, for: clerk)
            let id = try #require(lines.first?.id)
            #expect(try await desk.open(id, of: slip.matter, for: clerk).line.name == "墙.jpg")
            await #expect(throws: NotFound.self) {
                try await desk.open(id, of: other.matter, for: clerk)
            }
            for stranger in [try sample.officer(.liaison, "tax"), try sample.officer(.auditor)] {
                await #expect(throws: NotFound.self) {
                    try await desk.open(id, of: slip.matter, for: stranger)
                }
                await #expect(throws: NotFound.self) {
                    try await desk.lines(of: slip.matter, for: stranger)
                }
            }
        }
    }

    @Test(arguments: Engine.all)
    func `named by a work order wait for the file of that digest`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let desk = AttachmentsDesk(house: sample.house)
            let file = try photo()
            var order = WorkOrder.sample
            order.attachments = [
                .init(id: "1", name: "围墙", mediaType: "image/jpeg", sha256: file.namedDigest)
            ]
            let slip = try await sample.intake.register(
                order,
                by: try sample.officer(.clerk),
                operation: sample.operation()
            ).answer
            let before = try await desk.lines(ofConcern: slip.number, code: slip.queryCode)
            #expect(before.map(\.delivered) == [false])
            for _ in 1...2 {
                let line = try await desk.add(
                    file,
                    toConcern: slip.number,
                    code: slip.queryCode,
                    operation: sample.operation()
                ).answer
                #expect(line.name == "围墙" && line.delivered)
            }
            let after = try await desk.lines(ofConcern: slip.number, code: slip.queryCode)
            #expect(after.map(\.id) == before.map(\.id))
        }
    }

    @Test(arguments: Engine.all)
    func `go with the person`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let desk = AttachmentsDesk(house: sample.house)
            let slip = try await registered(sample, with: [try photo()])
            _ = try await sample.intake.withdraw(
                slip.number,
                code: slip.queryCode,
                operation: sample.operation()
            )
            _ = try await ContactsDesk(house: sample.house).erase(
                slip.number,
                code: slip.queryCode,
                operation: sample.operation()
            )
            #expect(try await desk.lines(ofConcern: slip.number, code: slip.queryCode) == [])
            let left: Int? = try await sample.house.database.read {
                try $0.value("SELECT COUNT(*) FROM attachments")
            }
            #expect(left == 0)
            #expect(try await sample.house.timeline.verify(sample.house.database).findings == [])
        }
    }

    @Test func `a concern takes so many and no more, and none once withdrawn`() async throws {
        try await withCentre(.sqlite) { sample in
            let desk = AttachmentsDesk(house: sample.house)
            let files = try (1...Attachment.most).map { try photo("\($0).jpg") }
            let slip = try await registered(sample, with: files)
            await #expect(throws: AttachmentRefusal(.tooMany)) {
                try await desk.add(
                    try AttachmentFile(Pictures.pdf, named: "a.pdf"),
                    toConcern: slip.number,
                    code: slip.queryCode,
                    operation: sample.operation()
                )
            }
            let other = try await registered(sample, with: [])
            _ = try await sample.intake.withdraw(
                other.number,
                code: other.queryCode,
                operation: sample.operation()
            )
            await #expect(throws: StageRefusal(stage: "withdrawn", step: "supplement")) {
                try await desk.add(
                    try photo(),
                    toConcern: other.number,
                    code: other.queryCode,
                    operation: sample.operation()
                )
            }
        }
    }

    @Test func `neither name nor content stands in the store in clear`() async throws {
        try await withCentre(.sqlite) { sample in
            let desk = AttachmentsDesk(house: sample.house)
            _ = try await registered(sample, with: [try photo()])
            _ = try await desk.hold(try photo())
            let boxes: [[UInt8]] = try await sample.house.database.read { tx in
                try tx.rows(
                    """
                    SELECT name_box AS a, content_box AS b FROM attachments
                    UNION ALL SELECT head_box, content_box FROM held_attachments
                    """
                ).flatMap { row -> [[UInt8]] in [try row["a"], try row["b"]] }
            }
            #expect(boxes.count == 4)
            for box in boxes {
                #expect(!box.has(Array("墙".utf8)) && !box.has(Array("JFIF".utf8)))
            }
        }
    }
}
