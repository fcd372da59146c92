import Centre
import Hummingbird

/// All pages of the administrators, and everybody's own account.
struct Administration: Sendable {
    let front: Front
    let desks: Desks

    func routes(in pages: RouterGroup<OfficerContext>) {
        let desk = AdministrationDesk(house: desks.house)
        AdministrationPages(front: front, desk: desk, since: front.now()).routes(in: pages)
        OfficerPages(front: front, desk: desks.access).routes(in: pages)
        AccountPages(front: front, desk: desks.access, gate: desks.gate).routes(in: pages)
        RulePages(front: front).routes(in: pages)
        CalendarPages(front: front, desk: CalendarDesk(house: desks.house)).routes(in: pages)
        PackPages(front: front, desk: desks.packs, folder: desks.packFolder).routes(in: pages)
        FailedNoticePages(
            front: front,
            desk: OutboxDesk(house: desks.house),
            messages: MessagesDesk(house: desks.house)
        ).routes(in: pages)
        FailedMessagePages(front: front, desk: MessagesDesk(house: desks.house))
            .routes(in: pages)
        AuditPages(front: front, desk: desks.audit, names: desk).routes(in: pages)
    }
}
