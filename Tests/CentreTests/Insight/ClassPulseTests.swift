import Testing

@testable import Centre

@Suite struct `Classes that come up more than usual` {
    @Test(arguments: [
        (9, [2, 2, 2, 2, 2, 2, 2, 2], true),
        (6, [5, 5, 5, 5, 5, 5, 5, 5], false),
        (10, [5, 5, 5, 5, 5, 5, 5, 5], true),
        (12, [0, 20, 0, 20, 0, 20, 0, 20], false),
        (4, [0, 0, 0, 0, 0, 0, 0, 0], false),
        (5, [0, 0, 0, 0, 0, 0, 0, 0], true),
        (50, [1, 1, 1], false),
        (50, [], false),
    ])
    func `is hot only when it is many, unusual and there is something to compare with`(
        thisWeek: Int,
        before: [Int],
        isHot: Bool
    ) {
        #expect(ClassPulse(code: "0902", thisWeek: thisWeek, before: before).isHot == isHot)
    }

    @Test func `the usual is the mean of the weeks before, in tenths`() {
        #expect(ClassPulse(code: "a", thisWeek: 1, before: [1, 2, 2]).usualTenths == 17)
        #expect(ClassPulse(code: "a", thisWeek: 1, before: []).usualTenths == 0)
    }

    @Test(arguments: [(0, 0), (6, 0), (13, 0), (14, 1), (34, 3), (35, 4), (63, 8), (400, 8)])
    func `only whole weeks of the house's life are compared with`(days: Int, weeks: Int) {
        let first = Moment(milliseconds: 0)
        #expect(ClassPulse.weeks(since: first, now: first.adding(hours: 24 * days)) == weeks)
    }

    @Test func `a house without matters has nothing to compare with`() {
        #expect(ClassPulse.weeks(since: nil, now: Moment(milliseconds: 9)) == 0)
    }
}
