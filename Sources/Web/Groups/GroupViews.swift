import Centre

/// A group matter on one page: sums first, then what can be done, then what was done.
struct GroupPageView: PageView {
    static let template = "Groups/group"

    struct Batch: Sendable {
        let label: String
        let day: String
        let lines: String
        let total: String
    }

    struct Said: Sendable {
        let at: String
        let words: [String]
    }

    let title: String
    let back: Link
    let progress: GroupProgressView
    let totals: Facts
    /// nil while nothing is known.
    let facts: Facts?
    let steps: [Link]
    let lists: [Link]
    let representatives: [GroupMemberRow]
    let batches: [Batch]
    let meetings: [Said]
    let bulletins: [Said]
}

extension GroupPageView {
    init(_ group: GroupView, _ say: Wording) {
        let base = "/desk/matters/\(group.matter)/group"
        func money(_ sum: Money) -> String { say.money(fen: sum.fen) }
        title = say("group")
        back = Link(group.number, to: "/desk/matters/\(group.matter)")
        progress = GroupProgressView(group.importing, of: group.matter, say)
        totals = Facts([
            (say("group-members"), say.number(group.members)),
            (say("group-claimed"), money(group.claimed)), (say("group-owed"), money(group.owed)),
            (say("group-paid"), money(group.paid)), (say("group-rest"), money(group.rest)),
            (say("group-settled"), say.number(group.settled)),
            (
                say("group-roster"),
                group.roster.map {
                    say(
                        "group-roster-says",
                        ["lines": say.number($0.lines), "total": money($0.total)]
                    )
                }
            ),
        ])
        let known = Facts([
            (say("group-project"), group.facts.project), (say("group-owner"), group.facts.owner),
            (say("group-generalContractor"), group.facts.generalContractor),
            (say("group-crew"), group.facts.crew),
            (say("group-specialAccount"), answer(group.facts.specialAccount, say)),
            (say("group-deposit"), answer(group.facts.deposit, say)),
            (say("group-rosterKept"), answer(group.facts.rosterKept, say)),
        ])
        facts = known.facts.isEmpty ? nil : known
        steps = GroupPart.allCases.filter {
            $0.right == .keepGroup ? group.mayKeep : group.mayPay
        }.map { Link(say("group-do-\($0.rawValue)"), to: "\(base)/do/\($0.rawValue)") }
        lists = GroupPageView.lists(group, base, say)
        representatives = group.representatives.map {
            GroupMemberRow($0, say, mayPay: group.mayPay)
        }
        batches = group.batches.map { batch in
            Batch(
                label: say("group-batch", ["n": "\(batch.serial)"]),
                day: say.day(batch.paidOn),
                lines: say.number(batch.lines),
                total: money(batch.total)
            )
        }
        meetings = group.meetings.map { meeting in
            let present = meeting.present.map { "\($0)" }
            let who = say("group-met", ["present": say.list(present)])
            return Said(at: "\(meeting.day) · \(who)", words: meeting.words?.paragraphs ?? [])
        }
        bulletins = group.bulletins.map {
            Said(at: say.moment($0.at), words: $0.words.paragraphs)
        }
    }

    private static func lists(_ group: GroupView, _ base: String, _ say: Wording) -> [Link] {
        let unpaid = group.members - group.settled
        let counts: [(MemberList.Which, Int)] = [
            (.all, group.members), (.unpaid, unpaid), (.otherSum, group.roster?.otherSum ?? 0),
            (.offRoster, group.roster?.offRoster ?? 0),
        ]
        return counts.map { which, count in
            let label = say("group-list-\(which.rawValue)", ["count": say.number(count)])
            return Link(label, to: "\(base)/members?which=\(which.rawValue)")
        }
    }
}

private func answer(_ answer: WageFacts.Answer?, _ say: Wording) -> String? {
    answer.map { say("answer-\($0.rawValue)") }
}

/// A member in a list: number, masked name and phone, sums.
struct GroupMemberRow: Sendable {
    let number: String
    /// Where the sum is corrected, for those who may.
    let address: String?
    let name: String
    let phone: String
    let owed: String
    let paid: String
    let rest: String
    let roster: String

    init(_ member: GroupView.Member, _ say: Wording, mayPay: Bool = false) {
        address = mayPay ? "/desk/groupMembers/\(member.id)/sum" : nil
        number = "\(member.serial)"
        name = member.name ?? say("group-erased")
        phone = member.phone ?? ""
        owed = say.money(fen: member.owed.fen)
        paid = say.money(fen: member.paid.fen)
        rest = say.money(fen: member.rest.fen)
        let finding = say("group-finding-\(member.finding.rawValue)")
        roster = member.roster.map { "\(finding) \(say.money(fen: $0.fen))" } ?? finding
    }
}

/// The members, a page at a time.
struct GroupMembersView: PageView {
    static let template = "Groups/members"

    let title: String
    let back: Link
    let slips: Link?
    let rows: [GroupMemberRow]
    let empty: EmptyState?
    let pager: Pager
}

/// Number and code of those just entered, to print and cut.
struct GroupSlipsView: PageView {
    static let template = "Groups/slips"

    struct Slip: Sendable {
        let name: String
        let number: String
        let code: String
        let claimed: String
    }

    let title: String
    let hint: String
    let back: Link
    let slips: [Slip]
    let empty: EmptyState?
    let pager: Pager
}

/// What is wrong with a row of a sheet.
struct RowProblem: Sendable {
    let row: String
    let sentence: String

    init(_ fault: MembersEntered.Fault, _ say: Wording) {
        row = say("group-row", ["row": "\(fault.row)"])
        let own = "beside-\(fault.word)"
        let column = fault.column.map { say("group-column-\($0)") }
        let told = say.refusal(say.knows(own) ? own : fault.word, fault.particulars)
        sentence = column.map { "\($0): \(told)" } ?? told
    }
}

/// How far an import is; it asks again by itself for as long as there is something to tell.
struct GroupProgressView: View {
    static let template = "Groups/progress"

    let address: String
    let isRunning: Bool
    /// Nothing while nothing is on its way.
    let words: String?

    /// - Parameter isAwaited: an import is about to begin.
    init(
        _ importing: GroupView.Importing?,
        of matter: ID<Matter>,
        _ say: Wording,
        isAwaited: Bool = false
    ) {
        let address = "/desk/matters/\(matter)/group/progress"
        self.address = isAwaited ? "\(address)?awaited=1" : address
        isRunning = importing != nil || isAwaited
        words = importing.map {
            say("group-importing", ["done": say.number($0.done), "rows": say.number($0.rows)])
        }
    }
}

/// What became of a sheet of which not all rows could be taken.
struct GroupAsideView: PageView {
    static let template = "Groups/aside"

    let title: String
    let hint: String
    let back: Link
    let problems: [RowProblem]
    /// How many more there are than are listed.
    let more: String?
    let again: Link
}

extension GroupAsideView {
    private static let most = 200

    init(_ entered: MembersEntered, of matter: ID<Matter>, _ say: Wording) {
        let base = "/desk/matters/\(matter)/group"
        let beyond = entered.faults.count - Self.most
        title = say("group-do-members")
        hint = say(
            "group-aside-hint",
            [
                "entered": say.number(entered.entered), "known": say.number(entered.known),
                "aside": say.number(entered.faults.count),
            ]
        )
        back = Link(say("group"), to: base)
        problems = entered.faults.prefix(Self.most).map { RowProblem($0, say) }
        more = beyond > 0 ? say("group-aside-more", ["count": say.number(beyond)]) : nil
        again = Link(say("group-aside-again"), to: "\(base)/do/members")
    }
}

/// A form of a group matter.
struct GroupFormView: PageView {
    static let template = "Groups/form"

    let title: String
    let hint: String
    let back: Link
    let form: FormHead
    let problems: [RowProblem]
    let sheet: String?
    /// How far an import is, where this form begins one.
    let progress: GroupProgressView?
    let fields: [Field]
    let button: String
}

/// A crowd at the counter: what they share, and a line for each.
struct GroupIntakeView: PageView {
    static let template = "Groups/intake"

    struct Line: Sendable {
        let n: String
        let name: Field
        let phone: Field
        let amount: Field
    }

    let title: String
    let hint: String
    let form: FormHead
    let problems: [RowProblem]
    let fields: [Field]
    let facts: [Field]
    let lines: [Line]
    let button: String
}

/// A member's own line, as the member sees it.
struct OwnLineView: PageView {
    static let template = "Groups/line"

    struct Payment: Sendable {
        let day: String
        let sum: String
    }

    let title: String
    let number: String
    let totals: Facts
    let payments: [Payment]
    let bulletins: [GroupPageView.Said]
    let leaving: FormHead
    let erasing: FormHead?
    let confirmed: Field?
}

struct OwnLineKeyView: PageView {
    static let template = "Groups/find"

    let title: String
    let hint: String
    let form: FormHead
    let fields: [Field]
}
