import Centre

/// Disputed duties that wait for their ruling, the earliest limit first.
struct RulingListView: PageView {
    static let template = "Rulings/list"

    struct Row: Sendable {
        let address: String
        let title: String
        let number: String
        let due: Badge
        let facts: Facts
    }

    let title: String
    let tabs: [JointListView.Tab]
    let rows: [Row]
    let empty: EmptyState?
    let pager: Pager
}

extension RulingListView {
    /// What stands side by side: who is competent, and at which level.
    enum Part: String, CaseIterable {
        case open = "rulings-open"
        case precedents
        case levels = "levels-open"

        var address: String {
            switch self {
            case .open: "/desk/rulings"
            case .precedents: "/desk/rulings/precedents"
            case .levels: "/desk/levels"
            }
        }
    }

    static func tabs(_ here: Part, _ say: Wording) -> [JointListView.Tab] {
        Part.allCases.map {
            .init(label: say($0.rawValue), address: $0.address, isHere: $0 == here)
        }
    }
}

extension RulingListView.Row {
    init(_ line: RulingLine, _ words: RulingWording) {
        let say = words.say
        address = "/desk/matters/\(line.matter)/rulings"
        title = line.title ?? say("matter-erased")
        number = line.number ?? ""
        due = Badge(ruling: line.due, isLate: line.overdue, say)
        facts = Facts([
            (say("ruling-parties"), words.names(line.parties)),
            (say("ruling-meanwhile"), words.name(line.provisional)),
            (say("ruling-ruler"), line.ruler),
        ])
    }
}

extension Badge {
    /// By when it is ruled.
    init(ruling due: Moment?, isLate: Bool, _ say: Wording) {
        guard let due else {
            self.init(say("ruling-no-limit"))
            return
        }
        let by = ["at": say.shortMoment(due)]
        self.init(say(isLate ? "ruling-late" : "ruling-by", by), isLate ? .grave : .soon)
    }
}

/// What was ruled, the newest first, with a search by class.
struct PrecedentListView: PageView {
    static let template = "Rulings/precedents"

    struct Choice: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    let title: String
    let tabs: [JointListView.Tab]
    let classes: [Choice]
    let rows: [PrecedentRow]
    let empty: EmptyState?
    let pager: Pager
}

/// A precedent in a list, or beside a matter.
struct PrecedentRow: Sendable {
    let address: String
    let line: String
    let scope: String
    let standing: Badge
    let parties: String?
    let basis: String?
}

extension PrecedentRow {
    init(_ precedent: Precedent, _ words: RulingWording) {
        let parties = words.names(precedent.parties)
        address = "/desk/matters/\(precedent.matter)/rulings"
        line = words.line(precedent)
        scope = words.scope(precedent.class.code, precedent.area)
        standing = words.standing(precedent.standing)
        self.parties =
            precedent.parties.isEmpty
            ? nil : words.say("precedent-parties", ["units": parties])
        basis = precedent.basis.map { words.say("precedent-basis", ["basis": $0]) }
    }
}
