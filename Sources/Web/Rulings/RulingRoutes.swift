import Centre
import Hummingbird

extension Desks {
    var rulings: RulingDesk { RulingDesk(house: house) }

    func rulingCalls(in officers: RouterGroup<OfficerContext>) {
        RulingCalls(desk: rulings, town: town).routes(in: officers)
    }

    func rulingPages(_ front: Front, in pages: RouterGroup<OfficerContext>) {
        RulingPages(front: front, desk: rulings).routes(in: pages)
        RulingStepPages(front: front, desk: rulings).routes(in: pages)
    }
}
