import TestSupport
import Testing

@testable import Centre

@Suite struct `What waits today` {
    @Test(arguments: Engine.allCases)
    func `a matter waits for one role after the other`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            #expect(try await counts(sample, walk.dispatcher)[.waiting(.toAccept)] == 1)
            try await walk.accept()
            let accepted = try await counts(sample, walk.dispatcher)
            #expect(accepted[.waiting(.toAccept)] == 0 && accepted[.waiting(.withoutLead)] == 1)
            try await walk.assign("justice")
            let justice = try walk.liaison("justice")
            #expect(try await counts(sample, justice)[.unit(.toSign)] == 1)
            let housing = try walk.liaison("housing")
            #expect(try await counts(sample, housing)[.unit(.toSign)] == 0)
            try await walk.sign("justice")
            let working = try await counts(sample, justice)
            #expect(working[.unit(.toSign)] == 0 && working[.unit(.inWork)] == 1)
            try await walk.reply("justice")
            #expect(try await counts(sample, walk.supervisor)[.queue(.toVerify)] == 1)
            try await walk.verify()
            let verified = try await counts(sample, walk.supervisor)
            #expect(verified[.queue(.toVerify)] == 0 && verified[.queue(.toClose)] == 1)
            try await walk.close()
            #expect(try await counts(sample, walk.visitor)[.queue(.toVisit)] == 1)
            #expect(try await counts(sample, walk.archivist)[.waiting(.toArchive)] == 0)
            try await walk.visit()
            #expect(try await counts(sample, walk.visitor)[.queue(.toVisit)] == 0)
            #expect(try await counts(sample, walk.archivist)[.waiting(.toArchive)] == 1)
            try await walk.archive()
            #expect(try await counts(sample, walk.archivist)[.waiting(.toArchive)] == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is due is counted for whom it concerns`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            try await walk.assign("justice")
            let justice = try walk.liaison("justice")
            let housing = try walk.liaison("housing")
            sample.clock.move(hours: 24 * 90)
            #expect(try await counts(sample, walk.director)[.waiting(.overdue)] == 1)
            #expect(try await counts(sample, justice)[.waiting(.overdue)] == 1)
            #expect(try await counts(sample, housing)[.waiting(.overdue)] == 0)
            let page = try await sample.matters.waiting(
                .overdue,
                for: justice,
                after: nil,
                limit: 10
            )
            #expect(page.items.map(\.id) == [walk.id] && page.next == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an asked extension waits for the director until it is decided`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept(route: "petition")
            try await walk.assign("justice")
            let justice = try walk.liaison("justice")
            _ = try await sample.handling.askExtension(
                walk.id,
                ExtensionRequest(rule: "XF-HANDLE", amount: 5, reason: "等鉴定"),
                by: justice,
                operation: sample.operation()
            )
            #expect(try await counts(sample, walk.director)[.waiting(.askedTime)] == 1)
            let screen = try await sample.matters.screen(walk.id, for: walk.director)
            #expect(screen.askedTime?.reason == "等鉴定" && screen.askedTime?.isOwn == false)
            let decision = ExtensionDecision(granted: true, amount: nil, reason: "同意")
            _ = try await sample.handling.decideExtension(
                walk.id,
                decision,
                by: walk.director,
                operation: sample.operation()
            )
            #expect(try await counts(sample, walk.director)[.waiting(.askedTime)] == 0)
        }
    }

    private func counts(
        _ sample: SampleCentre,
        _ viewer: Viewer
    ) async throws -> [Today.Kind: Int] {
        let today = try await sample.matters.today(for: viewer)
        return Dictionary(
            (today.heaps + today.due).map { ($0.kind, $0.count) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
