import Centre

/// What was promised and is open, or what is to be asked again, the earliest day first.
struct JointListView: PageView {
    static let template = "Joint/list"

    struct Tab: Sendable {
        let label: String
        let address: String
        let isHere: Bool
    }

    struct Row: Sendable {
        let address: String
        let title: String
        let number: String
        let unit: String
        let day: Badge
        let asked: String?
    }

    let title: String
    let tabs: [Tab]
    let rows: [Row]
    let empty: EmptyState?
    let pager: Pager
}

extension JointListView {
    static func tabs(_ here: JointList.Kind, _ say: Wording) -> [Tab] {
        [
            Tab(label: say("pledges"), address: "/desk/joint", isHere: here == .pledges),
            Tab(
                label: say("follow-ups"),
                address: "/desk/joint/followUps",
                isHere: here == .followUps
            ),
        ]
    }
}

extension JointListView.Row {
    init(_ line: JointLine, _ kind: JointList.Kind, _ town: Town, _ say: Wording) {
        let anchor = kind == .pledges ? "pledge" : "follow-up"
        address = "/desk/matters/\(line.matter)/joint#\(anchor)-\(line.id)"
        title = line.title ?? say("matter-erased")
        number = line.number ?? ""
        unit = line.unit.map { say(town.unitName($0.code)) } ?? say("joint-centre")
        let late = kind == .pledges ? "pledge-missed-on" : "follow-up-due-since"
        day = Badge(
            say(line.due ? late : "joint-by", ["day": say.day(line.day)]),
            line.due ? (kind == .pledges ? .grave : .soon) : .plain
        )
        asked = line.askedDay.map { say("pledge-asked", ["day": say.day($0)]) }
    }
}
