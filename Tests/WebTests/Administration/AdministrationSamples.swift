import Hummingbird
import TestSupport

@testable import Centre
@testable import Web

extension Samples {
    static func administration() throws -> [any View] {
        let say = Wording(try Sentences.sample(), in: .chinese)
        let town = try Samples.town()
        let now = Moment(milliseconds: 1_800_000_000_000)
        let head = FormHead(ticket: "t", operation: "o", problem: FormProblem(wrong, say))
        let officer = Officer(
            id: World.real.newID(),
            login: "a",
            name: "b",
            createdAt: now,
            hasSecondFactor: true
        )
        let post = Post(
            id: World.real.newID(),
            officer: officer.id,
            unit: town.units[0].id,
            role: .villageHead,
            area: town.areas.last?.id,
            validFrom: Moment(milliseconds: 0)
        )
        let viewer = Viewer(officer: officer.id, name: "a", login: "b", posts: [post])
        let limit =
            town.limits.first { !$0.pause.isEmpty && !$0.within.isEmpty } ?? town.limits[0]
        let whole = limit.within.first.flatMap(town.rule) ?? limit
        return [
            AdministrationView(for: viewer, say), RulesView(town, say),
            RuleView(limit, editions: [limit, limit], in: town, say),
            RuleView(whole, editions: [whole], in: town, say),
            HealthView(
                title: "a",
                at: "b",
                lines: [
                    .init(
                        name: "n",
                        value: "v",
                        mark: Badge("g", .good),
                        hint: "h",
                        door: Link("a", to: "/")
                    )
                ]
            ),
            OfficersView(
                [officer],
                Pager(at: "/desk/admin/officers", next: "b", isFirst: false),
                at: now,
                say
            ),
            NewOfficerView(head, wrong, say),
            OfficerView(
                OfficerWriting(
                    officer: officer,
                    town: town,
                    at: now,
                    say: say,
                    typed: wrong,
                    deed: .endPost,
                    isSelf: false,
                    head: { _ in head }
                ),
                [post],
                [session(of: officer), session(of: officer)]
            ),
            account(viewer, hasSecondFactor: false, town, say, head),
            account(viewer, hasSecondFactor: true, town, say, head),
            SecondFactorView(
                SecondFactorOffer(secret: "ABCDEFGH", login: "a"),
                issuer: "c",
                head,
                wrong,
                say
            ),
            pack(town, say), audit(officer, town, say), failedNotices(head, say),
        ]
    }

    private static func session(of officer: Officer) -> Session {
        Session(
            id: World.real.newID(),
            officer: officer.id,
            openedAt: Moment(milliseconds: 0),
            expiresAt: .never,
            client: "Mozilla/5.0 (Windows) Firefox/1"
        )
    }

    private static func account(
        _ viewer: Viewer,
        hasSecondFactor: Bool,
        _ town: Town,
        _ say: Wording,
        _ head: FormHead
    ) -> AccountView {
        let own = Session(
            id: World.real.newID(),
            officer: viewer.officer,
            openedAt: Moment(milliseconds: 0),
            expiresAt: .never,
            client: ""
        )
        let here = Viewer(
            officer: viewer.officer,
            name: "a",
            login: "b",
            posts: viewer.posts,
            session: own.id
        )
        return AccountView(
            here,
            sessions: [own, own],
            hasSecondFactor: hasSecondFactor,
            in: town,
            say,
            typed: wrong,
            deed: .password
        ) { _ in head }
    }

    private static func failedNotices(_ head: FormHead, _ say: Wording) -> FailedNoticesView {
        let letter = DeadLetter(
            id: World.real.newID(),
            kind: "dueMoved",
            matter: nil,
            orderedAt: Moment(milliseconds: 0),
            givenUpAt: Moment(milliseconds: 1),
            attempts: 8,
            reason: .refused
        )
        return FailedNoticesView(
            title: "a",
            form: head,
            address: "/",
            lines: [.init(letter, head, say)],
            empty: EmptyState("a", "b", link: Link("c", to: "/desk")),
            pager: Pager(at: "/desk", next: "x", isFirst: false),
            messages: failedMessages(head)
        )
    }

    private static func failedMessages(_ head: FormHead) -> FailedMessagesView {
        let line = FailedMessagesView.Line(
            what: "w",
            whom: "u",
            state: "s",
            why: "y",
            ended: "e",
            machine: "m",
            attempts: "1",
            address: "/",
            form: head,
            label: "l"
        )
        return FailedMessagesView(address: "/", form: head, lines: [line], isMore: true)
    }

    private static func pack(_ town: Town, _ say: Wording) -> PackView {
        let change = PackDifference.Change(
            kind: "units",
            added: ["a"],
            removed: ["b"],
            changed: ["c"]
        )
        let version = PackVersion(
            version: 1,
            name: "n",
            label: "l",
            digest: "0123456789abcdef",
            validFrom: Day(number: 1),
            loadedAt: Moment(milliseconds: 0),
            loadedBy: nil
        )
        return PackView(
            title: "a",
            facts: Facts([("a", "b")]),
            compare: true,
            notice: Notice("n"),
            changes: [PackView.change(change, say)],
            faults: ["f"],
            versions: [PackView.row(version, of: town, say)]
        )
    }

    private static func audit(_ officer: Officer, _ town: Town, _ say: Wording) -> AuditView {
        let line = AuditLine(
            id: World.real.newID(),
            at: Moment(milliseconds: 0),
            act: .accountLocked,
            officer: officer.id,
            who: .init(kind: "officer", role: "auditor", name: "a"),
            facts: ["role": "clerk", "unit": town.units[0].id.description]
        )
        return AuditView(
            [line],
            names: [officer.id: "a"],
            pager: Pager(at: "/desk/admin/audit", next: "n", isFirst: false),
            scope: .officer(officer.id),
            in: town,
            say
        )
    }
}
