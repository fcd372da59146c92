@testable import Centre
@testable import Web

/// The pages of group matters, filled, against which their templates are held.
enum GroupSamples {
    static func all() throws -> [any View] {
        let boards = try BoardSamples()
        let (say, form) = (boards.say, boards.form)
        let link = Link("a", to: "/")
        let empty = EmptyState("a", "b", link: link)
        let pager = Pager(at: "/", next: "n", isFirst: false)
        let rows = [GroupMemberRow(member, say, mayPay: true)]
        let fault = MembersEntered.Fault(
            RowFault(row: 3, column: "amount", GroupRefusal.sumNotReadable)
        )
        let entered = MembersEntered(
            rows: 300,
            entered: 50,
            known: 1,
            faults: Array(repeating: fault, count: 249)
        )
        return [
            GroupPageView(group, say),
            GroupMembersView(
                title: "a",
                back: link,
                slips: link,
                rows: rows,
                empty: empty,
                pager: pager
            ),
            GroupSlipsView(
                title: "a",
                hint: "h",
                back: link,
                slips: [.init(name: "n", number: "1", code: "c", claimed: "5")],
                empty: empty,
                pager: pager
            ),
            GroupFormView(
                title: "a",
                hint: "h",
                back: link,
                form: form,
                problems: [RowProblem(fault, say)],
                sheet: "s",
                progress: GroupProgressView(nil, of: group.matter, say, isAwaited: true),
                fields: GroupFields(typed: .nothing, say: say).facts,
                button: "b"
            ),
            GroupProgressView(.init(rows: 3, done: 1), of: group.matter, say),
            GroupAsideView(entered, of: group.matter, say),
            MemberSumView(
                title: "a",
                back: link,
                member: Facts([("a", "b")]),
                form: form,
                fields: GroupFields(typed: .nothing, say: say).facts
            ),
            GroupIntakeView(.nothing, [fault], form, say),
            OwnLineKeyView(
                title: "a",
                hint: "h",
                form: form,
                fields: GroupFields(typed: .nothing, say: say).facts
            ),
            OwnLineView(line, .nothing, leaving: form, erasing: form, say),
        ]
    }

    private static let sum = Money(fen: 12_345)
    private static let day = Day(number: 20_516)
    private static let bulletin = Bulletin(at: Moment(milliseconds: 0), words: "w")

    private static var member: GroupView.Member {
        GroupView.Member(
            id: World.real.newID(),
            serial: 1,
            number: "n-1",
            name: "张**",
            phone: "138****0001",
            claimed: sum,
            owed: sum,
            paid: .nothing,
            rest: sum,
            roster: sum,
            finding: .same,
            representative: true
        )
    }

    private static var group: GroupView {
        var facts = WageFacts()
        facts.project = "p"
        facts.deposit = .yes
        return GroupView(
            matter: World.real.newID(),
            number: "n",
            openedAt: Moment(milliseconds: 0),
            facts: facts,
            members: 2,
            settled: 1,
            claimed: sum,
            owed: sum,
            paid: sum,
            rest: .nothing,
            roster: .init(lines: 2, total: sum, otherSum: 1, offRoster: 1),
            representatives: [member],
            batches: [.init(serial: 1, paidOn: day, lines: 2, total: sum, digest: "d")],
            meetings: [.init(day: "2026-03-04", present: [1], words: "w")],
            bulletins: [bulletin],
            importing: .init(rows: 10, done: 5),
            mayKeep: true,
            mayPay: true
        )
    }

    private static var line: OwnLine {
        OwnLine(
            number: "n-1",
            name: "张**",
            phone: "138****0001",
            claimed: sum,
            owed: sum,
            paid: sum,
            rest: .nothing,
            roster: nil,
            finding: .unchecked,
            payments: [.init(batch: 1, paidOn: day, sum: sum)],
            bulletins: [bulletin],
            toldAt: Moment(milliseconds: 0),
            erasable: true
        )
    }
}
