import Centre
import Hummingbird

/// What a unit does with its part of a matter.
struct HandlingCalls: Sendable {
    let desk: HandlingDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        parts(in: officers)
        time(in: officers)
    }

    private func parts(in officers: RouterGroup<OfficerContext>) {
        let calls = ActCalls(town: town)
        officers.post(
            "/assignments/{id}/signature",
            use: calls.onPart(NothingSaid.init) { [desk] id, _, viewer, operation in
                try await desk.sign(id, by: viewer, operation: operation)
            }
        )
        officers.post(
            "/assignments/{id}/progress",
            use: calls.onPart(Progress.init) { [desk] id, said, viewer, operation in
                try await desk.progress(
                    id,
                    words: said.words,
                    contact: said.contact,
                    by: viewer,
                    operation: operation
                )
            }
        )
        officers.post(
            "/assignments/{id}/return",
            use: calls.onPart(Return.init) { [desk] in
                try await desk.giveBack($0, $1, by: $2, operation: $3)
            }
        )
        officers.post(
            "/assignments/{id}/reply",
            use: calls.onPart(Centre.Reply.init) { [desk] in
                try await desk.reply($0, $1, by: $2, operation: $3)
            }
        )
    }

    /// More time, and time that stands still.
    private func time(in officers: RouterGroup<OfficerContext>) {
        let calls = ActCalls(town: town)
        officers.post(
            "/matters/{id}/extension",
            use: calls.onMatter(ExtensionRequest.init) { [desk] in
                try await desk.askExtension($0, $1, by: $2, operation: $3)
            }
        )
        officers.post(
            "/matters/{id}/extension/decision",
            use: calls.onMatter(ExtensionDecision.init) { [desk] in
                try await desk.decideExtension($0, $1, by: $2, operation: $3)
            }
        )
        officers.post(
            "/matters/{id}/suspension",
            use: calls.onMatter(Suspension.init) { [desk] in
                try await desk.suspend($0, $1, by: $2, operation: $3)
            }
        )
        officers.post(
            "/matters/{id}/resumption",
            use: calls.onMatter(NothingSaid.init) { [desk] id, _, viewer, operation in
                try await desk.resume(id, by: viewer, operation: operation)
            }
        )
    }
}
