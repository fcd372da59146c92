import Centre
import Hummingbird

/// Correcting what is owed to one member, with the reason.
struct MemberSumPages: Sendable {
    let front: Front
    let desk: GroupDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/groupMembers/{id}/sum") { _, context in
            try front.show(try await sheet(.nothing, context), in: context)
        }
        pages.post("/groupMembers/{id}/sum", use: take)
    }

    @Sendable private func take(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let id: ID<GroupMember> = try context.id()
        let matter = try await desk.member(id, for: context.viewer).matter
        return try await front.take(context) { typed in
            try await sheet(typed, context)
        } _: { form, operation in
            let sum = try form.fields.typedSum("amount")
            let words = try form.fields.text("words", 1...2000, .lines)
            try form.fields.nothingElse()
            _ = try await desk.setSum(
                of: id,
                to: sum,
                because: words,
                by: context.viewer,
                operation: operation
            )
            return .to("/desk/matters/\(matter)/group/members", saying: "done-group-sum")
        }
    }

    private func sheet(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let id: ID<GroupMember> = try context.id()
        let (matter, member) = try await desk.member(id, for: context.viewer)
        let say = front.wording(context)
        let fields = GroupFields(typed: typed, say: say)
        let view = MemberSumView(
            title: say("group-sum"),
            back: Link(
                say("group-members-all"),
                to: "/desk/matters/\(matter)/group/members"
            ),
            member: Facts([
                (say("group-serial"), "\(member.serial)"),
                (say("group-name"), member.name ?? say("group-erased")),
                (say("group-claimed"), say.money(fen: member.claimed.fen)),
                (say("group-roster"), member.roster.map { say.money(fen: $0.fen) }),
                (say("group-owed"), say.money(fen: member.owed.fen)),
                (say("group-paid"), say.money(fen: member.paid.fen)),
            ]),
            form: front.head(typed, in: context),
            fields: [
                fields.line("amount", "group-sum-amount", hint: true, needed: true),
                fields.lines("words", "group-sum-words", upTo: 2000),
            ]
        )
        return Sheet(view, .staff(.worklist))
    }
}

struct MemberSumView: PageView {
    static let template = "Groups/sum"

    let title: String
    let back: Link
    let member: Facts
    let form: FormHead
    let fields: [Field]
}
