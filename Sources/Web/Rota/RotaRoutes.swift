import Centre
import Hummingbird

extension Desks {
    var rota: RotaDesk { RotaDesk(house: house) }
    var hall: HallDesk { HallDesk(house: house) }

    /// For everybody.
    func hallCalls(in api: RouterGroup<SiteContext>) {
        HallCalls(desk: hall, town: town).routes(in: api)
    }

    func rotaCalls(in officers: RouterGroup<OfficerContext>) {
        RotaCalls(desk: rota, town: town).routes(in: officers)
        SittingCalls(desk: rota, town: town).routes(in: officers)
        SwapCalls(desk: rota).routes(in: officers)
    }

    func rotaPages(_ front: Front, in pages: RouterGroup<OfficerContext>) {
        RotaPages(front: front, desk: rota).routes(in: pages)
        PlanPages(front: front, desk: rota).routes(in: pages)
        SittingPages(front: front, desk: rota).routes(in: pages)
        SwapPages(front: front, desk: rota).routes(in: pages)
        AbsencePages(front: front, desk: rota).routes(in: pages)
    }
}
