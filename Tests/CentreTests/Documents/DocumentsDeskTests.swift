import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Papers are gathered within their reader's sight` {
    private func desk(_ sample: SampleCentre) -> DocumentsDesk {
        DocumentsDesk(house: sample.house)
    }

    @Test(arguments: Engine.all)
    func `each kind tells what the law asks of it`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            let papers = desk(sample)
            let receipt = try await papers.documents(
                .receipt,
                of: walk.id,
                for: try sample.officer(.clerk)
            )
            try check(receipt, of: .receipt)
            try await walk.accept()
            try await walk.assign("justice")
            let justice = try walk.liaison("justice")
            let slip = try await papers.assignmentSlip(
                of: try walk.part(of: "justice"),
                for: justice
            )
            try check([slip], of: .assignmentSlip, optional: ["confidential"])
            sample.clock.move(hours: 24 * 20)
            let late = try await papers.documents(
                .supervisionSlip,
                of: walk.id,
                for: walk.supervisor
            )
            try check(late, of: .supervisionSlip)
            try await walk.sign("justice")
            try await walk.reply("justice")
            try await walk.verify()
            try await walk.close()
            let letter = try await papers.documents(
                .replyLetter,
                of: walk.id,
                for: walk.visitor
            )
            try check(letter, of: .replyLetter)
            let sheet = try await papers.documents(.visitSheet, of: walk.id, for: walk.visitor)
            try check(sheet, of: .visitSheet)
        }
    }

    private func check(
        _ documents: [Document],
        of kind: Document.Kind,
        optional: Set<String> = []
    ) throws {
        #expect(documents.count == 1)
        let document = try #require(documents.first)
        #expect(document.kind == kind)
        for name in kind.fields.needed.subtracting(optional) {
            let steps = name.split(separator: ".").map(String.init)
            let field = try #require(document.fields[steps[0]], "\(kind): \(name)")
            guard steps.count == 2 else { continue }
            guard case .lines(let lines) = field else {
                Issue.record("\(name) is no list")
                continue
            }
            #expect(!lines.isEmpty && lines.allSatisfy { $0[steps[1]] != nil }, "\(name)")
        }
        let known = Set(kind.fields.known.keys)
        let told = Set(document.fields.keys).filter { !$0.hasPrefix("route-") }
        #expect(told.subtracting(known).sorted() == [], "told and not known to any text")
    }

    @Test func `nobody gets a paper whose matter or right they have not`() async throws {
        try await withCentre(.sqlite) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            try await walk.assign("justice")
            let papers = desk(sample)
            let part = try walk.part(of: "justice")
            let refused: [(Document.Kind, Viewer)] = [
                // The code on the receipt opens the rating: no unit prints it.
                (.receipt, try walk.liaison("justice")),
                (.receipt, walk.supervisor), (.receipt, try sample.officer(.auditor)),
                (.assignmentSlip, try walk.liaison("women")),
                (.assignmentSlip, try sample.officer(.adviser)),
                (.supervisionSlip, try walk.liaison("justice")),
                (.supervisionSlip, try sample.officer(.clerk)),
                (.replyLetter, walk.supervisor), (.replyLetter, try walk.liaison("women")),
                (.visitSheet, walk.dispatcher), (.visitSheet, try walk.liaison("justice")),
            ]
            for (kind, viewer) in refused {
                await #expect(throws: NotFound.self, "\(kind) for \(viewer.login)") {
                    _ = try await papers.documents(kind, of: walk.id, for: viewer)
                }
            }
            await #expect(throws: NotFound.self) {
                _ = try await papers.assignmentSlip(of: part, for: try walk.liaison("women"))
            }
            await #expect(throws: NotFound.self) {
                _ = try await papers.document(.receipt, ofConcern: walk.number, code: "0000000000")
            }
            for kind in [Document.Kind.assignmentSlip, .supervisionSlip, .visitSheet] {
                await #expect(throws: NotFound.self) {
                    _ = try await papers.document(kind, ofConcern: walk.number, code: walk.code)
                }
            }
        }
    }

    @Test func `a letter needs an answer, and a supervision slip something overdue`() async throws {
        try await withCentre(.sqlite) { sample in
            let walk = try await Walk(sample)
            let papers = desk(sample)
            await #expect(throws: DocumentRefusal.notAnswered) {
                _ = try await papers.documents(.replyLetter, of: walk.id, for: walk.visitor)
            }
            await #expect(throws: DocumentRefusal.notAnswered) {
                _ = try await papers.document(
                    .replyLetter,
                    ofConcern: walk.number,
                    code: walk.code
                )
            }
            await #expect(throws: DocumentRefusal.nothingOverdue) {
                _ = try await papers.documents(.supervisionSlip, of: walk.id, for: walk.director)
            }
        }
    }

    @Test func `names are masked but for the addressee, whose look is entered`() async throws {
        try await withCentre(.sqlite) { sample in
            var walk = try await Walk(sample)
            let papers = desk(sample)
            let clerk = try sample.officer(.clerk)
            let receipt = try await papers.document(.receipt, ofConcern: walk.number, for: clerk)
            #expect(receipt.fields["requester"] == .text("吴**"))
            #expect(receipt.fields["contact"] == .text("138****8000"))
            try await walk.toClosed()
            let before = try await looks(walk)
            let letter = try await papers.document(.replyLetter, ofConcern: walk.number, for: clerk)
            #expect(letter.fields["addressee"] == .text("吴大明"))
            #expect(try await looks(walk) == before + 1)
            let own = try await papers.document(
                .replyLetter,
                ofConcern: walk.number,
                code: walk.code
            )
            #expect(own.fields["addressee"] == .text("吴大明"))
            // One's own name is no look by anybody.
            #expect(try await looks(walk) == before + 1)
        }
    }

    private func looks(_ walk: Walk) async throws -> Int {
        let desk = ContactsDesk(house: walk.sample.house)
        return try await desk.mine(walk.number, code: walk.code).looks.count
    }

    @Test func `who asked in confidence is on no paper`() async throws {
        try await withCentre(.sqlite) { sample in
            var order = WorkOrder.sample
            order.requester.mode = .confidential
            var walk = try await Walk(sample, order: order)
            let papers = desk(sample)
            let clerk = try sample.officer(.clerk)
            let receipt = try await papers.document(.receipt, ofConcern: walk.number, for: clerk)
            #expect(receipt.fields["requester"] == nil)
            #expect(receipt.fields["confidential"] == .flag)
            try await walk.toClosed()
            let letter = try await papers.document(.replyLetter, ofConcern: walk.number, for: clerk)
            #expect(letter.fields["addressee"] == nil)
            #expect(letter.fields["unnamed"] == .flag)
        }
    }

    @Test(arguments: Engine.all)
    func `each printing is an entry on the matter's chain`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            let papers = desk(sample)
            let clerk = try sample.officer(.clerk)
            let receipts = try await papers.bundle(.receipts([walk.number]), for: clerk)
            let printing = Printing([1, 2, 3], as: .pdf, in: .english)
            try await papers.enter(printing, of: receipts)
            let entries = try await sample.house.database.read { tx in
                try sample.house.timeline.entries(of: .matter(walk.id), in: tx)
            }
            let entry = try #require(entries.last)
            #expect(entry.act == .documentPrinted)
            #expect(entry.actor == .officer(clerk.officer, .clerk))
            #expect(entry.facts["kind"] == "receipt")
            #expect(entry.facts["format"] == "pdf")
            #expect(entry.facts["paper.digest"] == sealedDigest([1, 2, 3]))
            #expect(!entry.facts.values.contains { $0.contains(walk.code) })
            // The resident's own view tells of the work, not of the printer.
            let view = try await walk.follow()
            #expect(!view.steps.contains { $0.act == .documentPrinted })
        }
    }

    @Test func `one unseen paper makes the whole bundle not found`() async throws {
        try await withCentre(.sqlite) { sample in
            let walk = try await Walk(sample)
            let papers = desk(sample)
            await #expect(throws: NotFound.self) {
                _ = try await papers.bundle(
                    .receipts([walk.number, "MZ20260099999X"]),
                    for: try sample.officer(.clerk)
                )
            }
        }
    }

    @Test func `the code stands behind the number sign, and nowhere else in the link`() async throws
    {
        try await withCentre(.sqlite) { sample in
            let walk = try await Walk(sample)
            let receipt = try await desk(sample).document(
                .receipt,
                ofConcern: walk.number,
                code: walk.code
            )
            let halves = try #require(receipt.link).split(separator: "#")
            #expect(halves.count == 2)
            #expect(halves[0].hasSuffix("/concerns/\(walk.number)"))
            #expect(halves[1] == walk.code)
        }
    }
}
