import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Laying matters side by side` {
    @Test(arguments: Engine.all)
    func `what the same person brings again is proposed with its reasons`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let (one, again) = (try await Walk(sample), try await Walk(sample))
            _ = try await Walk(sample, order: .stranger)
            let table = try await sample.likeness.alike(one.id, to: one.dispatcher)
            #expect(table.proposals.map(\.matter.id) == [again.id])
            let likeness = try #require(table.proposals.first?.likeness)
            #expect(likeness.requester && likeness.disputeClass)
            #expect(likeness.words == likeness.ofWords && likeness.words == 5)
            #expect(table.proposals[0].comingHere == nil && table.proposals[0].goingThere == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `a confidential resident is not found by the telephone`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var hidden = WorkOrder.stranger
            hidden.requester.phones = WorkOrder.sample.requester.phones
            hidden.requester.mode = .confidential
            let one = try await Walk(sample)
            _ = try await Walk(sample, order: hidden)
            let table = try await sample.likeness.alike(one.id, to: one.dispatcher)
            #expect(table.proposals.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `never the same is kept: nothing is proposed, and no link is made`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let (one, other) = (try await Walk(sample), try await Walk(sample))
            try await sample.keepApart(other.number, from: one)
            for (own, theirs) in [(one, other), (other, one)] {
                let table = try await sample.likeness.alike(own.id, to: one.dispatcher)
                #expect(table.proposals.isEmpty)
                #expect(table.apart.map(\.own) == [own.number])
                #expect(table.apart.map(\.other) == [theirs.number])
                await #expect(throws: LinkRefusal.keptApart) {
                    try await sample.join(theirs.number, to: own)
                }
            }
            await #expect(throws: ApartRefusal.already) {
                try await sample.keepApart(one.number, from: other)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `what is kept apart from one of a group is kept apart from the group`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let (main, member) = (try await Walk(sample), try await Walk(sample))
            let stranger = try await Walk(sample)
            try await sample.keepApart(stranger.number, from: member)
            try await sample.join(member.number, to: main)
            await #expect(throws: LinkRefusal.keptApart) {
                try await sample.join(stranger.number, to: main)
            }
            // Split again, the group is free of it, and the pair is not.
            _ = try await sample.dispatch.unlink(
                member.number,
                from: main.id,
                reason: "不是同一处",
                by: main.dispatcher,
                operation: sample.operation()
            )
            try await sample.join(stranger.number, to: main)
            await #expect(throws: LinkRefusal.keptApart) {
                try await sample.join(member.number, to: main)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `taken back from either side, the two may be linked`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let (one, other) = (try await Walk(sample), try await Walk(sample))
            try await sample.keepApart(other.number, from: one)
            _ = try await sample.likeness.endApart(
                one.number,
                from: other.id,
                reason: "量过，是同一处",
                by: one.dispatcher,
                operation: sample.operation()
            )
            let table = try await sample.likeness.alike(one.id, to: one.dispatcher)
            #expect(table.proposals.map(\.matter.id) == [other.id] && table.apart.isEmpty)
            try await sample.join(other.number, to: one)
            await #expect(throws: ApartRefusal.inOneMatter) {
                try await sample.keepApart(other.number, from: one)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `joining the other way is done once, asked twice`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let (one, other) = (try await Walk(sample), try await Walk(sample))
            let operation = sample.operation()
            for replayed in [false, true] {
                let done = try await sample.likeness.join(
                    one.id,
                    to: other.number,
                    reason: "同一界址",
                    by: one.dispatcher,
                    operation: operation
                )
                #expect(done.replayed == replayed)
                #expect(done.answer.concerns.map(\.number) == [other.number, one.number])
            }
        }
    }

    @Test func `proposals are found along indexes`() async throws {
        try await withCentre(.sqlite) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            let (id, viewer) = (walk.id, walk.dispatcher)
            let plans = try await sample.house.look { turn in
                let matter = try Matter.find(id, in: turn.tx)
                let explaining = Explaining(turn.tx)
                let search = LikenessSearch(
                    matter: matter,
                    sight: Sight(viewer, using: .link, in: turn.town),
                    turn: turn.explained(by: explaining)
                )
                _ = try search.found(limit: 6)
                return explaining.plans
            }
            #expect(!plans.isEmpty)
            for plan in plans {
                // A subquery's own rows are few; no table of the store is walked.
                for table in ["matters", "concerns", "matter_words", "contact_marks"] {
                    #expect(!plan.contains("SCAN \(table)"), "\(plan)")
                }
            }
        }
    }
}

extension WorkOrder {
    /// Another resident's trouble of another kind.
    fileprivate static var stranger: WorkOrder {
        var order = WorkOrder.sample
        order.title = "路灯不亮"
        order.classCode = nil
        order.requester.name = "陈小红"
        order.requester.phones = ["13900139000"]
        return order
    }
}

extension SampleCentre {
    fileprivate var likeness: LikenessDesk { LikenessDesk(house: house) }

    fileprivate func keepApart(_ number: String, from walk: Walk) async throws {
        _ = try await likeness.keepApart(
            number,
            from: walk.id,
            reason: "两处宅基地",
            by: walk.dispatcher,
            operation: operation()
        )
    }

    fileprivate func join(_ number: String, to walk: Walk) async throws {
        _ = try await dispatch.link(
            number,
            to: walk.id,
            reason: "同一界址",
            by: walk.dispatcher,
            operation: operation()
        )
    }
}
