import Centre
import Hummingbird

/// Verification by someone else, closing, the return visit, the file.
struct FeedbackCalls: Sendable {
    let desk: FeedbackDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        let calls = ActCalls(town: town)
        officers.post(
            "/matters/{id}/verification",
            use: calls.onMatter(Judgement.init) { [desk] id, said, viewer, operation in
                try await desk.verify(
                    id,
                    said.verdict,
                    remark: said.remark,
                    by: viewer,
                    operation: operation
                )
            }
        )
        officers.post(
            "/matters/{id}/closure",
            use: calls.onMatter(Closure.init) { [desk] in
                try await desk.close($0, kind: $1.kind, by: $2, operation: $3)
            }
        )
        officers.post(
            "/matters/{id}/termination",
            use: calls.onMatter(Termination.init) { [desk] in
                try await desk.terminate($0, $1, by: $2, operation: $3)
            }
        )
        officers.post(
            "/matters/{id}/visit",
            use: calls.onMatter(Centre.Visit.init) { [desk] in
                try await desk.visit($0, $1, by: $2, operation: $3)
            }
        )
        officers.post(
            "/matters/{id}/archive",
            use: calls.onMatter(NothingSaid.init) { [desk] id, _, viewer, operation in
                try await desk.archive(id, by: viewer, operation: operation)
            }
        )
    }
}
