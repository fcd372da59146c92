import Centre

struct ComponentsView: PageView {
    static let template = "Frame/components"

    let title: String
    let badges: [Badge]
    let notices: [Notice]
    let form: FormHead
    let fields: [Field]
    let steps: Steps
    let facts: Facts
    let table: PlainTable
    let empty: EmptyState
    let pager: Pager

    init(_ form: FormHead, _ typed: Typed, _ say: Wording, _ now: Moment) {
        title = say("components")
        badges = [
            Badge(say("sample-plain")), Badge(say("sample-good"), .good),
            Badge(say.left(until: now.adding(hours: 51), now: now), .soon),
            Badge(say.left(until: now.adding(hours: -3), now: now), .grave),
        ]
        notices = [Tone.plain, .good, .soon, .grave].map {
            Notice(say("sample-\($0.rawValue)"), $0, link: Link(say("sample-link"), to: "/desk"))
        }
        self.form = form
        fields = ComponentsView.fields(typed, say)
        steps = Steps(
            [
                (say("sample-step"), say.shortMoment(now)), (say("sample-step"), nil),
                (say("sample-step"), nil),
            ],
            now: 1
        )
        facts = Facts(linked: [
            (say("sample-moment"), say.moment(now), nil),
            (say("sample-number"), say.number(1_234_567), nil),
            (say("sample-money"), say.money(fen: 590_000_050), "/desk"),
        ])
        table = ComponentsView.table(say, now)
        empty = EmptyState(
            say("sample-empty"),
            say("sample-empty-hint"),
            link: Link(say("sample-link"), to: "/desk")
        )
        pager = Pager(at: "/desk/components?stage=open", next: "abc", isFirst: false)
    }

    private static func fields(_ typed: Typed, _ say: Wording) -> [Field] {
        let options = [
            Field.Option("a", say("sample-plain")),
            Field.Option("b", say("sample-good"), hint: say("sample-hint")),
        ]
        let kinds: [(name: String, kind: Field.Kind)] = [
            ("title", .line(upTo: 20)), ("words", .lines(upTo: 200, rows: 3)), ("secret", .secret),
            ("number", .number), ("day", .day), ("phone", .phone), ("search", .search),
            ("choice", .choice(options)), ("radios", .radios(options)),
            ("checks[]", .checks(options)),
            ("tick", .tick), ("photos", .photos),
        ]
        return kinds.map { field in
            Field(
                field.name,
                say("sample-field", ["name": field.name]),
                field.kind,
                in: typed,
                say,
                hint: say("sample-hint"),
                needed: field.name == "title"
            )
        }
    }

    private static func table(_ say: Wording, _ now: Moment) -> PlainTable {
        let rows: [PlainTable.Row] = (1...3).map { number in
            PlainTable.Row(
                Link("\(number)", to: "/desk"),
                [say.count("sample-rows", number), say.shortMoment(now.adding(hours: number))]
            )
        }
        return PlainTable(
            say("sample-table"),
            columns: [say("sample-number"), say("sample-plain"), say("sample-moment")],
            rows: rows
        )
    }
}
