import Centre
import Hummingbird

/// A crowd at the counter: shared facts once, then a line for each; all on one page.
struct GroupIntakePages: Sendable {
    static let lines = 30

    let front: Front
    let desks: Desks

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/intake/group") { _, context in
            try front.show(try sheet(.nothing, [], context), in: context)
        }
        pages.post("/intake/group", use: register)
    }

    @Sendable private func register(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        var faults: [MembersEntered.Fault] = []
        return try await front.take(context) { typed in
            try sheet(typed, faults, context)
        } _: { form, operation in
            let (crowd, wrong) = try crowd(&form.fields)
            faults = wrong
            guard let crowd else { throw GroupFormRefusal.rowsAtFault }
            let done = try await desks.groups.register(
                crowd,
                by: context.viewer,
                operation: operation
            )
            return .to(
                "/desk/matters/\(done.answer.matter)/group/slips",
                saying: "done-group-opened"
            )
        }
    }

    private func crowd(
        _ fields: inout Fields
    ) throws -> (CounterOrder?, [MembersEntered.Fault]) {
        let title = try fields.text("title", 1...100)
        let content = try fields.text("content", 1...5000, .lines)
        let people = try fields.typedWhole("people", 1...999_999)
        let total = try fields.optionalText("amount", 1...40).map { text in
            guard let sum = Money(text: text) else { throw Fault(.impossible, "amount") }
            return sum
        }
        let facts = try WageFacts(&fields)
        let reading = try desks.memberReading(try table(&fields))
        try fields.nothingElse()
        guard reading.faults.isEmpty else { return (nil, reading.told) }
        guard let first = reading.lines.first else { throw GroupRefusal.linesMissing }
        var order = WorkOrder(
            source: .init(channel: .walkin),
            kind: .help,
            title: title,
            content: content,
            requester: .init(
                mode: .named,
                name: first.name,
                phones: first.phone.map { [$0] } ?? [],
                role: "representative"
            )
        )
        order.people = max(people ?? 1, reading.lines.count)
        order.amountFen = total?.fen ?? reading.lines.reduce(0) { $0 + $1.sum.fen }
        return (CounterOrder(order: order, facts: facts, lines: reading.lines), [])
    }

    private func table(_ fields: inout Fields) throws -> GroupTable {
        var rows: [GroupTable.Row] = []
        for n in 1...Self.lines {
            let cells = try fields.optionalObject("line\(n)") { line in
                try ["name", "phone", "amount"].map { try line.optionalText($0, 1...80) ?? "" }
            }
            if let cells { rows.append(.init(number: n, cells: cells)) }
        }
        return GroupTable(columns: ["name", "phone", "amount"], rows: rows)
    }

    private func sheet(
        _ typed: Typed,
        _ faults: [MembersEntered.Fault],
        _ context: OfficerContext
    ) throws -> Sheet {
        try context.viewer.require(.register)
        try context.viewer.require(.keepGroup)
        let say = front.wording(context)
        return Sheet(
            GroupIntakeView(typed, faults, front.head(typed, in: context), say),
            .staff(.intake)
        )
    }
}

extension GroupIntakeView {
    init(
        _ typed: Typed,
        _ faults: [MembersEntered.Fault],
        _ form: FormHead,
        _ say: Wording
    ) {
        let boxes = GroupFields(typed: typed, say: say)
        title = say("group-intake")
        hint = say("group-intake-hint")
        self.form = form
        problems = faults.map { RowProblem($0, say) }
        fields = [
            Field(
                "title",
                say("group-title"),
                .line(upTo: 100),
                in: typed,
                say,
                needed: true,
                focus: true
            ),
            boxes.lines("content", "group-content", upTo: 5000),
            boxes.line("people", "group-people", hint: true),
            boxes.line("amount", "group-amount", hint: true),
        ]
        facts = boxes.facts
        lines = (1...GroupIntakePages.lines).map { n in
            Line(
                n: "\(n)",
                name: Field(
                    "line\(n).name",
                    say("group-line-name", ["n": "\(n)"]),
                    .line(upTo: 80),
                    in: typed,
                    say
                ),
                phone: Field(
                    "line\(n).phone",
                    say("group-line-phone", ["n": "\(n)"]),
                    .phone,
                    in: typed,
                    say
                ),
                amount: Field(
                    "line\(n).amount",
                    say("group-line-amount", ["n": "\(n)"]),
                    .line(upTo: 20),
                    in: typed,
                    say
                )
            )
        }
        button = say("group-intake-button")
    }
}
