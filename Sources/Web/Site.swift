import Centre
package import Hummingbird

/// Every route on one page.
package struct Site: Sendable {
    let frame: Frame
    let desks: Desks

    package init(frame: Frame, desks: Desks) {
        self.frame = frame
        self.desks = desks
    }

    package func router() -> Router<SiteContext> {
        frame.router { api in
            frame.document.routes(in: api)
            concerns(in: api)
            desk(in: api.group(context: OfficerContext.self))
        }
    }

    /// For residents and the public, and for calls that both they and officers make.
    private func concerns(in api: RouterGroup<SiteContext>) {
        tokens.routes(in: api)
        ConcernCalls(intake: desks.intake, feedback: desks.feedback, gate: desks.gate)
            .routes(in: api)
        contacts.routes(in: api)
        TownCalls(town: desks.town).routes(in: api)
        StatisticsCalls(desk: desks.statistics).routes(in: api)
    }

    /// For officers who have signed in.
    private func desk(in officers: RouterGroup<OfficerContext>) {
        tokens.routes(in: officers)
        contacts.routes(in: officers)
        MatterCalls(desk: desks.matters, town: desks.town).routes(in: officers)
        DispatchCalls(desk: desks.dispatch, town: desks.town).routes(in: officers)
        HandlingCalls(desk: desks.handling, town: desks.town).routes(in: officers)
        FeedbackCalls(desk: desks.feedback).routes(in: officers)
        PreviewCalls(town: desks.town, sentences: frame.sentences).routes(in: officers)
    }

    private var tokens: TokenCalls { TokenCalls(desk: desks.access, gate: desks.gate) }

    private var contacts: ContactCalls { ContactCalls(desk: desks.contacts, gate: desks.gate) }
}
