import Centre
import Hummingbird

/// What may be the same matter, for programs.
struct LikenessCalls: Sendable {
    let desk: LikenessDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/matters/{id}/likenesses", use: alike)
        let calls = ActCalls(town: town)
        officers.post(
            "/matters/{id}/apart",
            use: calls.onMatter(Joining.init) { [desk] in
                try await desk.keepApart(
                    $1.concern,
                    from: $0,
                    reason: $1.reason,
                    by: $2,
                    operation: $3
                )
            }
        )
        officers.delete("/matters/{id}/apart/{number}", use: endApart)
    }

    @Sendable private func alike(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<LikenessAnswer> {
        let table = try await desk.alike(try context.id(), to: context.viewer)
        return Answer(LikenessAnswer(table))
    }

    @Sendable private func endApart(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let leaving = try Leaving(&write.fields, in: town.town)
        try write.fields.nothingElse()
        return .done(
            try await desk.endApart(
                try context.number(),
                from: try context.id(),
                reason: leaving.reason,
                by: context.viewer,
                operation: write.operation
            )
        )
    }
}

/// What the call answers: each proposal with its reasons, and what bars a link.
struct LikenessAnswer: Codable, Sendable {
    struct Proposal: Codable, Sendable {
        let matter: ID<Matter>
        let number: String?
        let title: String?
        let stage: Matter.Stage
        let createdAt: Moment
        let reasons: Likeness
        let comingHere: String?
        let goingThere: String?
    }

    let items: [Proposal]
    let apart: [ApartLine]

    init(_ table: LikenessTable) {
        items = table.proposals.map { proposal in
            Proposal(
                matter: proposal.matter.id,
                number: proposal.matter.voice?.number,
                title: proposal.matter.voice?.title,
                stage: proposal.matter.stage,
                createdAt: proposal.matter.createdAt,
                reasons: proposal.likeness,
                comingHere: proposal.comingHere,
                goingThere: proposal.goingThere
            )
        }
        apart = table.apart
    }
}

extension MatterView {
    /// What the matter was made for; a concern linked from elsewhere may be older.
    var voice: ConcernLine? { concerns.first { !$0.linked } ?? concerns.first }
}
