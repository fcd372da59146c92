import Centre
import Crypto
import Foundation

/// The wall's numbers by their places on the page, and a mark of the rows there are: while it stays
/// the same, a page only puts new numbers into their places.
struct WallFigures: Encodable, Equatable {
    let time: String
    /// A place that is not named here holds nought.
    let numbers: [String: Int]
    let shape: String

    init(_ snapshot: WallSnapshot, _ say: Wording) {
        time = say.time(snapshot.at)
        var numbers = [
            "today": snapshot.today.registered, "joint": snapshot.joint.count,
            "open": snapshot.stages.values.reduce(0, +),
        ]
        for (hour, count) in snapshot.today.hours.enumerated() { numbers["hour/\(hour)"] = count }
        for channel in snapshot.today.channels {
            numbers["channel/\(channel.code)"] = channel.count
        }
        for (stage, count) in snapshot.stages { numbers["stage/\(stage.rawValue)"] = count }
        for pulse in snapshot.pulse.classes { numbers["pulse/\(pulse.code)"] = pulse.thisWeek }
        Self.put(snapshot.due, "due", in: &numbers)
        for (group, shares) in Self.groups(snapshot) {
            for share in shares {
                Self.put(share.due, "\(group)/\(share.code ?? "none")", in: &numbers)
            }
        }
        self.numbers = numbers.filter { $0.value != 0 }
        shape = Self.shape(snapshot)
    }

    private static func put(_ due: DueCount, _ place: String, in numbers: inout [String: Int]) {
        for band in Worklist.DueBand.allCases { numbers["\(place)/\(band.rawValue)"] = due[band] }
    }

    private static func groups(_ snapshot: WallSnapshot) -> [(String, [WallSnapshot.Share])] {
        [
            ("unit", snapshot.units), ("class", snapshot.classes),
            ("village", snapshot.villages), ("grid", snapshot.grids),
        ]
    }

    /// Which rows stand where; their numbers are no part of it.
    private static func shape(_ snapshot: WallSnapshot) -> String {
        let hot = snapshot.pulse.classes.map { "\($0.code)\($0.isHot)\($0.usualTenths)" }
        let joint = snapshot.joint.nearest.map { "\($0.matter)\($0.assisting)\($0.due ?? .never)" }
        let groups = snapshot.groups.map {
            "\($0.matters)/\($0.members)/\($0.settled)/\($0.paid.fen)"
        }
        let rows = [
            [groups ?? ""],
            ["\(snapshot.packVersion)", "\(snapshot.pulse.weeks)"],
            snapshot.today.channels.map(\.code), snapshot.stages.keys.map(\.rawValue).sorted(),
            snapshot.units.map { $0.code ?? "" }, snapshot.classes.map { $0.code ?? "" },
            snapshot.villages.map { $0.code ?? "" }, hot, joint,
            snapshot.hall.map { "\($0.seat)\($0.unit ?? "")\($0.taken)" },
        ]
        let text = rows.map { $0.joined(separator: ",") }.joined(separator: ";")
        return SHA256.hash(data: Data(text.utf8)).prefix(6).map { "\($0)" }.joined(separator: "-")
    }

    /// The numbers are the same, whatever the time.
    func saysTheSame(as other: WallFigures?) -> Bool {
        guard let other else { return false }
        return numbers == other.numbers && shape == other.shape
    }
}

extension DueCount {
    subscript(band: Worklist.DueBand) -> Int {
        switch band {
        case .overdue: overdue
        case .soon: soon
        case .later: later
        }
    }
}
