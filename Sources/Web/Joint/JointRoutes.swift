import Centre
import Hummingbird

extension Desks {
    var joint: JointDesk { JointDesk(house: house) }

    func jointCalls(in officers: RouterGroup<OfficerContext>) {
        JointCalls(desk: joint, town: town).routes(in: officers)
    }

    func jointPages(_ front: Front, in pages: RouterGroup<OfficerContext>) {
        JointPages(front: front, desk: joint).routes(in: pages)
        JointStepPages(front: front, desk: joint).routes(in: pages)
    }
}
