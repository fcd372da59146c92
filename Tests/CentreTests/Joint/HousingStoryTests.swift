import TestSupport
import Testing

@testable import Centre

/// The article's housing estate: four months, twenty-four meetings, and then the certificates.
@Suite struct `Twenty-four meetings read as one line` {
    private static let meetings = 24
    private static let daysBetween = 5

    /// Calls and holds one meeting with its decision, and has the police office promise something
    /// for the eve of the next.
    private func hold(_ number: Int, at table: Joined) async throws -> ID<Pledge> {
        let called = try await table.take(.callMeeting, table.meeting())
        let meeting = try #require(called.meetings.last)
        try await table.take(.hold, meeting.id, JointSaid("第 \(number) 次会议纪要"))
        try await table.take(.decide, meeting.id, JointSaid("第 \(number) 项决定"))
        let promised = try await table.take(
            .pledge,
            table.promise("police", in: Self.daysBetween - 1, at: meeting.id)
        )
        return try #require(promised.meetings.last?.pledges.first).id
    }

    @Test(arguments: Engine.all)
    func `with what was promised and what was kept, and go on after closing`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var table = try await Joined(sample)
            let police = try table.liaison("police")
            try await table.take(.open, JointSaid("开发商账户被查封,业主收不了楼"))
            for number in 1...Self.meetings {
                let pledge = try await hold(number, at: table)
                // Every sixth is kept after its day, every other one on it.
                let days = number.isMultiple(of: 6) ? Self.daysBetween : Self.daysBetween - 1
                sample.clock.move(hours: 24 * days)
                try await table.take(.keep, pledge, JointSaid("第 \(number) 项已办"), by: police)
                sample.clock.move(hours: 24 * (Self.daysBetween - days))
            }
            let line = try await table.desk.joint(of: table.walk.id, for: police)
            #expect(line.meetings.map(\.decisions) == (1...24).map { ["第 \($0) 项决定"] })
            #expect(line.meetings.map(\.minutes) == (1...24).map { "第 \($0) 次会议纪要" })
            let promised = line.meetings.flatMap(\.pledges)
            #expect(promised.allSatisfy { $0.state == .kept } && promised.count == 24)
            let late = promised.indices.filter { promised[$0].late }
            #expect(late == [5, 11, 17, 23])
            let days = line.meetings.map { $0.at.day().number }
            #expect(days[23] - days[0] == 23 * Self.daysBetween)
            try await close(&table)
            try await watch(table)
        }
    }

    private func close(_ table: inout Joined) async throws {
        for unit in ["police", "housing", "justice"] { try await table.walk.reply(unit) }
        try await table.take(.askSignOff, JointSaid("已通过综合竣备验收"), by: table.liaison("justice"))
        for unit in ["police", "housing"] {
            try await table.take(.sign, JointSaid(), by: table.liaison(unit))
        }
        try await table.walk.verify()
        try await table.walk.close()
    }

    private func watch(_ table: Joined) async throws {
        var question = JointSaid("业主的房产证是否已办理")
        question.day = table.sample.clock.now.day().adding(30)
        question.interval = 30
        let set = try await table.take(.follow, question)
        #expect(set.meetings.count == 24 && !set.open)
        #expect(set.followUps.map(\.open) == [true])
    }
}
