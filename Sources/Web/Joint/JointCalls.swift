import Centre
import Hummingbird

/// Joint handling: meetings, promises, signatures, watch tasks.
struct JointCalls: Sendable {
    let desk: JointDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/matters/{id}/joint", use: joint)
        officers.get("/pledges") { request, context in
            try await page(.pledges, request, context)
        }
        officers.get("/followUps") { request, context in
            try await page(.followUps, request, context)
        }
        for step in JointStep.allCases {
            officers.post(RouterPath(step.path)) { request, context in
                try await take(step, request, context)
            }
        }
    }

    @Sendable private func joint(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<JointView> {
        let id: ID<Matter> = try context.id()
        return Answer(try await desk.joint(of: id, for: context.viewer))
    }

    private func page(
        _ kind: JointList.Kind,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<JointLine>> {
        var query = try Query(request)
        let list = try JointList(kind, &query, in: town.town)
        try query.nothingElse()
        let found = try await desk.page(list, for: context.viewer)
        return Answer(
            Page(items: found.items, next: found.next.map { JointList.text($0, of: kind) })
        )
    }

    /// Whoever may never take the step does not find it, whatever was sent.
    private func take(
        _ step: JointStep,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<JointView> {
        _ = try JointDesk.right(for: step, of: context.viewer)
        var write = try await Write(request, by: context.caller)
        let said = try JointSaid(&write.fields, with: step, in: town.town)
        try write.fields.nothingElse()
        let subject: ID<Matter> = try context.id()
        return .done(
            try await desk.take(
                step,
                on: try JointSubject(subject),
                said,
                by: context.viewer,
                operation: write.operation
            )
        )
    }
}

extension JointStep {
    /// The call that takes it.
    var path: String {
        let base =
            switch subject {
            case .matter: "/matters/{id}"
            case .meeting: "/meetings/{id}"
            case .pledge: "/pledges/{id}"
            case .followUp: "/followUps/{id}"
            }
        return "\(base)/\(noun)"
    }

    private var noun: String {
        switch self {
        case .open: "joint"
        case .end: "joint/end"
        case .callMeeting: "meetings"
        case .attend: "attendance"
        case .hold: "minutes"
        case .callOff: "cancellation"
        case .decide: "decisions"
        case .pledge: "pledges"
        case .keep: "result"
        case .askDay: "dayRequest"
        case .moveDay: "day"
        case .keepDay: "dayRefusal"
        case .release: "release"
        case .askSignOff: "signOff"
        case .sign: "signOff/signature"
        case .object: "signOff/objection"
        case .rule: "signOff/ruling"
        case .follow: "followUps"
        case .answer: "answer"
        case .endFollowUp: "end"
        case .reopen: "reopening"
        }
    }
}
