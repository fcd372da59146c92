import Storage

/// Where the wall's figures are taken: the same for everybody who may look at it.
package struct WallDesk: Sendable {
    /// Those who command, supervise or lead the centre look at the wall.
    package static let rights: [Right] = [.designate, .verify, .assign]
    /// Shown of the joint handlings.
    static let jointLines = 5
    /// What is usual changes slowly.
    private static let pulsePace: Int64 = 5 * 60_000

    let house: House

    package init(house: House) {
        self.house = house
    }

    package func require(_ viewer: Viewer) throws(NotFound) {
        guard Self.rights.contains(where: viewer.may) else { throw NotFound() }
    }

    /// - Parameter previous: what was shown before; its slower parts are kept while they are fresh.
    package func snapshot(after previous: WallSnapshot? = nil) async throws -> WallSnapshot {
        try await house.look { turn in try snapshot(after: previous, in: turn) }
    }

    func snapshot(after previous: WallSnapshot?, in turn: Turn) throws -> WallSnapshot {
        let records = WallRecords(turn: turn)
        let running = try records.running()
        let units = try records.units()
        return WallSnapshot(
            at: turn.at,
            packVersion: turn.town.version,
            today: try today(records, in: turn),
            stages: try records.stages(),
            due: running.classes.values.reduce(DueCount(), +),
            units: turn.town.units.compactMap { unit in
                units[unit.id].map { WallSnapshot.Share(code: unit.code, due: $0) }
            },
            classes: Self.shares(running.classes.map { ($0.key, $0.value) }),
            villages: Self.shares(running.places.map { (code(of: $0.village, in: turn), $0.due) }),
            grids: Self.shares(running.places.map { (code(of: $0.grid, in: turn), $0.due) }),
            pulse: try pulse(records, after: previous, in: turn),
            joint: try records.joint(lines: Self.jointLines),
            groups: try records.groups(),
            hall: try turn.hallNow()
        )
    }

    private func today(_ records: WallRecords, in turn: Turn) throws -> WallSnapshot.Today {
        let midnight = turn.at.day(in: turn.town.offset).start(in: turn.town.offset)
        var channels: [String: Int] = [:]
        var hours = [Int](repeating: 0, count: 24)
        for (channel, hour, count) in try records.today(from: midnight) {
            channels[channel, default: 0] += count
            if hours.indices.contains(hour) { hours[hour] += count }
        }
        return WallSnapshot.Today(
            registered: channels.values.reduce(0, +),
            channels: Concern.Channel.allCases.compactMap { channel in
                channels[channel.rawValue].map { .init(code: channel.rawValue, count: $0) }
            },
            hours: hours
        )
    }

    private func pulse(
        _ records: WallRecords,
        after previous: WallSnapshot?,
        in turn: Turn
    ) throws -> WallSnapshot.Pulse {
        if let kept = previous?.pulse,
            turn.at.milliseconds - kept.at.milliseconds < Self.pulsePace, kept.at <= turn.at
        {
            return kept
        }
        let weeks = ClassPulse.weeks(since: try records.firstMatter(), now: turn.at)
        let counts = try records.classes(weeks: weeks)
        let classes = counts.compactMap { code, byWeek -> ClassPulse? in
            guard let now = byWeek[0] else { return nil }
            let before = weeks == 0 ? [] : (1...weeks).map { byWeek[$0] ?? 0 }
            return ClassPulse(code: code, thisWeek: now, before: before)
        }
        return WallSnapshot.Pulse(
            at: turn.at,
            weeks: weeks,
            classes: classes.sorted {
                ($0.isHot ? 0 : 1, -$0.thisWeek, $0.code) < (
                    $1.isHot ? 0 : 1, -$1.thisWeek, $1.code
                )
            }
        )
    }

    private func code(of area: ID<Area>?, in turn: Turn) -> String? {
        area.flatMap { turn.town.area($0)?.code }
    }

    /// By code; what has no code comes last, without one.
    private static func shares(_ parts: [(code: String?, due: DueCount)]) -> [WallSnapshot.Share] {
        var counts: [String?: DueCount] = [:]
        for part in parts {
            let before = counts[part.code] ?? DueCount()
            counts[part.code] = before + part.due
        }
        return counts.sorted { ($0.key ?? "~") < ($1.key ?? "~") }
            .map { WallSnapshot.Share(code: $0.key, due: $0.value) }
    }
}
