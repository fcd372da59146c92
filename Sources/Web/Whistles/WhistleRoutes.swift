import Centre
import Hummingbird

extension Desks {
    var whistles: WhistleDesk { WhistleDesk(house: house) }

    private var whistleAPI: WhistleCalls {
        WhistleCalls(desk: whistles, town: town, world: house.world)
    }

    /// The town's rules, for everybody.
    func whistleRules(in api: RouterGroup<SiteContext>) { whistleAPI.routes(in: api) }

    func whistleCalls(in officers: RouterGroup<OfficerContext>) {
        whistleAPI.routes(in: officers)
    }

    func whistlePages(_ front: Front, in pages: RouterGroup<OfficerContext>) {
        WhistlePages(front: front, desks: self).routes(in: pages)
        WhistleBlowPages(front: front, desks: self).routes(in: pages)
        WhistleMovePages(front: front, desk: whistles).routes(in: pages)
        WhistleFigurePages(front: front, desk: whistles).routes(in: pages)
    }
}
