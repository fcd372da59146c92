import Centre
import Hummingbird

extension Desks {
    var levels: LevelDesk { LevelDesk(house: house) }

    func levelCalls(in officers: RouterGroup<OfficerContext>) {
        LevelCalls(desk: levels, town: town).routes(in: officers)
    }

    func levelPages(_ front: Front, in pages: RouterGroup<OfficerContext>) {
        LevelPages(front: front, desk: levels).routes(in: pages)
        LevelStepPages(front: front, desk: levels).routes(in: pages)
    }
}
