import TestSupport
import Testing

@testable import Centre

@Suite struct `The rules of a whistle` {
    private func id<Subject>(_ number: Int) throws -> ID<Subject> {
        try ID(bytes: [UInt8](repeating: 0, count: 15) + [UInt8(number)])
    }

    private func at(_ minutes: Int64) -> Moment { Moment(milliseconds: minutes * 60_000) }

    private func whistle(units: Int = 1) throws -> Whistle {
        var whistle = Whistle(id: try id(99), kind: "k", ground: "g", blownAt: at(0))
        for number in 1...units { try whistle.call(call(number)) }
        return whistle
    }

    private func call(_ number: Int, unit: Int? = nil) throws -> WhistleCall {
        WhistleCall(
            id: try id(number),
            unit: try id(unit ?? number),
            calledAt: at(0),
            limit: .init(first: at(30), second: at(45))
        )
    }

    @Test func `a refusal the director ruled against is not given again`() throws {
        var whistle = try whistle()
        try whistle.take(.decline, of: id(1), at: at(1))
        let anew = WhistleCall.Limit(first: at(40), second: at(50))
        try whistle.take(.uphold, of: id(1), .init(limit: anew), at: at(10))
        #expect(whistle.calls[0].limit == anew)
        #expect(throws: WhistleRefusal.upheld) {
            try whistle.take(.decline, of: id(1), at: at(11))
        }
        try whistle.take(.come, of: id(1), at: at(12))
        #expect(whistle.calls[0].state == .coming)
    }

    @Test func `silence goes up at its moments, once each, and both after a long night`() throws {
        var whistle = try whistle()
        #expect(whistle.rises(by: at(29)).isEmpty)
        #expect(whistle.rises(by: at(30)).map(\.rise.rung) == [.deputy])
        #expect(whistle.rises(by: at(900)).map(\.rise.at) == [at(30), at(45)])
        let rise = WhistleCall.Rise(rung: .deputy, at: at(30))
        #expect(throws: WhistleRefusal.notDueYet) {
            try whistle.take(.rise, of: id(1), .init(rise: rise), at: at(29))
        }
        try whistle.take(.rise, of: id(1), .init(rise: rise), at: at(31))
        #expect(throws: WhistleRefusal.notDueYet) {
            try whistle.take(.rise, of: id(1), .init(rise: rise), at: at(32))
        }
        try whistle.take(.see, of: id(1), at: at(33))
        #expect(whistle.rises(by: at(900)).map(\.rise.rung) == [.director])
        try whistle.take(.come, of: id(1), at: at(34))
        #expect(whistle.rises(by: at(900)).isEmpty)
    }

    @Test func `a unit is called twice only when it was let go`() throws {
        var whistle = try whistle(units: 2)
        #expect(throws: WhistleRefusal.unitCalledAlready) {
            try whistle.call(call(3, unit: 1))
        }
        try whistle.take(.withdraw, of: id(1), at: at(2))
        try whistle.call(call(3, unit: 1))
        #expect(whistle.calls.map(\.state) == [.withdrawn, .called, .called])
    }

    @Test func `after its end nobody is called, and what was done stays done`() throws {
        var whistle = try whistle(units: 2)
        try whistle.take(.arrive, of: id(1), .init(presence: .link), at: at(5))
        try whistle.take(.finish, of: id(1), at: at(6))
        try whistle.withdraw(at: at(7))
        #expect(whistle.calls.map(\.state) == [.done, .withdrawn])
        #expect(!whistle.isOpen && whistle.endedAt == at(7))
        #expect(throws: WhistleRefusal.over) { try whistle.call(call(4)) }
        #expect(throws: WhistleRefusal.over) { try whistle.withdraw(at: at(8)) }
        #expect(throws: WhistleRefusal.nothingToJudge) {
            try whistle.receive(id(2), .init(inTime: true, helped: true))
        }
        try whistle.receive(id(1), .init(inTime: true, helped: false))
        #expect(throws: WhistleRefusal.judgedAlready) {
            try whistle.receive(id(1), .init(inTime: true, helped: true))
        }
    }

    @Test func `who comes says whether on site or by a link`() throws {
        var whistle = try whistle()
        #expect(throws: WhistleRefusal.presenceMissing) {
            try whistle.take(.arrive, of: id(1), at: at(1))
        }
        #expect(whistle.calls[0].state == .called)
        try whistle.take(.markPresent, of: id(1), .init(presence: .site), at: at(1))
        #expect(whistle.calls[0].presence == .site)
    }

    static let limits: [(AnswerTime, String, String)] = [
        (AnswerTime(30, .minutes), "2026-03-07T23:50:00+08:00", "2026-03-08T00:20:00+08:00"),
        (AnswerTime(1, .workingDays), "2026-03-06T16:00:00+08:00", "2026-03-09T23:59:59+08:00"),
        (AnswerTime(4, .workingHours), "2026-03-04T09:00:00+08:00", "2026-03-04T15:30:00+08:00"),
    ]

    @Test(arguments: limits)
    func `minutes run through the night, working time does not`(
        time: AnswerTime,
        from: String,
        until: String
    ) throws {
        let calendar = try SamplePack.pack().calendar
        let start = try #require(Moment(text: from))
        #expect(time.end(after: start, in: calendar).text() == until)
    }
}
