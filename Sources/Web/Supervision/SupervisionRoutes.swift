import Centre
import Hummingbird

extension Desks {
    var supervision: SupervisionDesk { SupervisionDesk(house: house) }
    var listings: ListingDesk { ListingDesk(house: house) }
    var ownPromises: OwnPromiseDesk { OwnPromiseDesk(house: house) }
    var rechecks: RecheckDesk { RecheckDesk(house: house) }

    /// The open rules, for everybody.
    func supervisionRules(in api: RouterGroup<SiteContext>) {
        SupervisionCalls(desk: supervision, town: town).routes(in: api)
    }

    func supervisionCalls(_ press: Press, in officers: RouterGroup<OfficerContext>) {
        SupervisionCalls(desk: supervision, town: town).routes(in: officers)
        ListingCalls(desk: listings, printer: printer(press), town: town).routes(in: officers)
        RecheckCalls(desk: rechecks).routes(in: officers)
        OwnPromiseCalls(desk: ownPromises).routes(in: officers)
    }

    func supervisionPages(_ front: Front, in pages: RouterGroup<OfficerContext>) {
        SupervisionPages(front: front, desks: self).routes(in: pages)
        SupervisionStepPages(front: front, desks: self).routes(in: pages)
        ListingPages(front: front, desks: self).routes(in: pages)
        RecheckPages(front: front, desk: rechecks).routes(in: pages)
        OwnPromisePages(front: front, desk: ownPromises).routes(in: pages)
        ListingCalls(desk: listings, printer: printer(front.press), town: town)
            .noticePages(in: pages)
    }
}
