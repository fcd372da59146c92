import Centre
import Hummingbird

extension Desks {
    /// The pages on which officers take the next step: window, queues, unit, notices, hand-over.
    func workPages(_ front: Front, in pages: RouterGroup<OfficerContext>) {
        WindowPages(front: front, desk: intake).routes(in: pages)
        DispatchPages(front: front, desk: dispatch, queues: queues, matters: matters)
            .routes(in: pages)
        VerificationPages(front: front, desk: feedback, queues: queues, matters: matters)
            .routes(in: pages)
        VisitPages(
            front: front,
            desk: feedback,
            queues: queues,
            matters: matters,
            contacts: contacts
        ).routes(in: pages)
        UnitPages(
            front: front,
            queues: queues,
            handling: handling,
            supervision: supervision,
            whistles: whistles
        ).routes(in: pages)
        FindPages(front: front, queues: queues).routes(in: pages)
        NoticePages(front: front, desk: notices).routes(in: pages)
        ShiftPages(front: front, desk: shifts, hall: hall).routes(in: pages)
    }
}
