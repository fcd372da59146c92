import Centre

/// The whole page of the wall.
struct WallView: PageView {
    static let template = "Insight/wall"
    let title: String
    let board: WallBoardView
    let mapAddress: String

    init(board: WallBoardView, _ say: Wording) {
        title = say("wall")
        self.board = board
        // Another edition of the town or another language is another address.
        mapAddress = "/command/borders?v=\(board.edition)&l=\(say.language.shortName)"
    }
}

/// What changes on it, drawn anew when other rows are there.
struct WallBoardView: View {
    static let template = "Insight/board"
    let shape: String
    let edition: Int
    let day: String
    let time: String
    let tiles: [WallTile]
    let hours: HourChart
    let channels: [WallBar]
    let nothingToday: String?
    let stages: [WallBar]
    let units: DueTable
    let classes: DueTable
    let moreClasses: DueTable?
    let villages: DueTable
    let pulse: PulsePart
    let joint: JointPart
    /// Group matters in work, in totals.
    let groups: String?
    /// Who sits at the hall now.
    let hall: [WallSeat]

    /// Classes shown at once; the others fold away.
    private static let classesAtOnce = 10

    private static func today(by channel: String) -> String {
        "among=today&channel=\(channel)&order=created"
    }

    init(_ snapshot: WallSnapshot, in town: Town, _ say: Wording) {
        let names = WallNames(town: town, say: say)
        shape = WallFigures(snapshot, say).shape
        edition = snapshot.packVersion
        let today = snapshot.at.day(in: town.offset)
        day = "\(say.day(today)) \(say.weekday(today))"
        time = say.time(snapshot.at)
        tiles = WallTile.all(snapshot, say)
        hours = HourChart(snapshot.today.hours, say)
        channels = WallBar.bars(
            snapshot.today.channels.map { channel in
                let name = say("paper-channel-\(channel.code)")
                return (
                    name, "channel/\(channel.code)", channel.count, Self.today(by: channel.code)
                )
            },
            say
        )
        nothingToday = snapshot.today.registered == 0 ? say("wall-nothing-today") : nil
        stages = WallBar.bars(
            Matter.Stage.allCases.compactMap { stage in
                snapshot.stages[stage].map { count in
                    let word = stage.rawValue
                    return (say("stage-\(word)"), "stage/\(word)", count, "stage=\(word)")
                }
            },
            say
        )
        units = DueTable("unit", say("wall-by-unit"), snapshot.units, names.unit, say)
        let bySize = snapshot.classes.sorted { $0.due.total > $1.due.total }
        let shown = Array(bySize.prefix(Self.classesAtOnce))
        let rest = Array(bySize.dropFirst(Self.classesAtOnce))
        classes = DueTable("class", say("wall-by-class"), shown, names.disputeClass, say)
        moreClasses =
            rest.isEmpty
            ? nil : DueTable("class", say("wall-other-classes"), rest, names.disputeClass, say)
        villages = DueTable("area", say("wall-by-village"), snapshot.villages, names.area, say)
        pulse = PulsePart(snapshot.pulse, names, say)
        joint = JointPart(snapshot.joint, names, at: snapshot.at, say)
        groups = snapshot.groups.map { WallBoardView.sentence($0, say) }
        hall = snapshot.hall.map { WallSeat($0, town, say) }
    }
}

/// A seat of the hall, and which unit sits there now.
struct WallSeat: Sendable {
    let seat: String
    let unit: String
    let mark: Badge?

    init(_ place: HallDay.Place, _ town: Town, _ say: Wording) {
        seat = town.rota.seat(place.seat).map { say($0.name) } ?? place.seat
        unit = place.unit.map { say(town.unitName($0)) } ?? say("rota-nobody")
        mark =
            place.unit == nil
            ? Badge(say("gap-nobody"), .soon)
            : place.taken ? Badge(say("seat-taken"), .good) : nil
    }
}

/// The town's names for the wall's codes; a code the town no longer has names itself.
struct WallNames {
    let town: Town
    let say: Wording

    func unit(_ code: String) -> String { town.unit(code: code).map { say($0.name) } ?? code }

    func disputeClass(_ code: String) -> String {
        town.disputeClass(code).map { say($0.name) } ?? code
    }

    func area(_ code: String) -> String {
        town.areas.first { $0.code == code }.map { say($0.name) } ?? code
    }
}

/// A number to be read from across the room, leading to the list behind it.
struct WallTile: Sendable {
    let key: String
    let value: String
    let label: String
    let address: String
    let tone: String
    let icon: String

    static func all(_ snapshot: WallSnapshot, _ say: Wording) -> [WallTile] {
        let open = snapshot.stages.values.reduce(0, +)
        func tile(
            _ key: String,
            _ count: Int,
            _ list: String,
            _ icon: String,
            _ tone: Tone = .plain
        ) -> WallTile {
            WallTile(
                key: key,
                value: say.number(count),
                label: say("wall-tile-\(key.replacing("/", with: "-"))"),
                address: list,
                tone: tone.rawValue,
                icon: icon
            )
        }
        return [
            tile(
                "today",
                snapshot.today.registered,
                "/desk/matters?among=today&order=created",
                "intake"
            ),
            tile("open", open, "/desk/matters?among=open&order=updated", "worklist"),
            tile(
                "due/overdue",
                snapshot.due.overdue,
                "/desk/matters?due=overdue",
                "warning",
                .grave
            ),
            tile("due/soon", snapshot.due.soon, "/desk/matters?due=soon", "clock", .soon),
            tile("due/later", snapshot.due.later, "/desk/matters?due=later", "check", .good),
            tile("joint", snapshot.joint.count, "#joint", "people"),
        ]
    }
}

/// A name, its number, and a bar as long as the number is to the longest.
struct WallBar: Sendable {
    let key: String
    let label: String
    let value: String
    let address: String
    let length: Int

    static func bars(
        _ rows: [(label: String, key: String, count: Int, query: String)],
        _ say: Wording
    ) -> [WallBar] {
        let longest = max(1, rows.map(\.count).max() ?? 1)
        return rows.map { row in
            WallBar(
                key: row.key,
                label: row.label,
                value: say.number(row.count),
                address: "/desk/matters?\(row.query)",
                length: 100 * row.count / longest
            )
        }
    }
}

/// What came in hour by hour.
struct HourChart: Sendable {
    struct Bar: Sendable {
        let key: String
        let x: Int
        let y: Int
        let height: Int
        let title: String
    }

    let label: String
    let bars: [Bar]

    static let full = 80

    init(_ hours: [Int], _ say: Wording) {
        label = say("wall-by-hour")
        let highest = max(1, hours.max() ?? 1)
        bars = hours.enumerated().map { hour, count in
            let height = Self.full * count / highest
            return Bar(
                key: "hour/\(hour)",
                x: hour * 20 + 3,
                y: Self.full - height,
                height: height,
                title: say.count("wall-in-hour", count, ["hour": "\(hour)"])
            )
        }
    }
}
