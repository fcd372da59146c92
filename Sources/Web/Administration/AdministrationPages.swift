import Centre
import Hummingbird

/// The first page of the administrators: what each may do, and nothing that is another's.
struct AdministrationPages: Sendable {
    let front: Front
    let desk: AdministrationDesk
    /// Since when this process serves.
    let since: Moment

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/admin", use: show)
        pages.get("/admin/health", use: health)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try desk.require(context.viewer)
        let say = front.wording(context)
        let view = AdministrationView(for: context.viewer, say)
        return try front.show(Sheet(view, .staff(.administration)), in: context)
    }

    @Sendable private func health(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let health = try await desk.health(for: context.viewer)
        let view = HealthView(
            health,
            since: since,
            mends: context.viewer.may(.resendNotices),
            in: front.town.town,
            front.wording(context)
        )
        return try front.show(Sheet(view, .staff(.administration)), in: context)
    }
}

struct AdministrationView: PageView {
    static let template = "Administration/home"
    let title: String
    let lead: String
    let doors: [Door]

    struct Door: Sendable {
        let address: String
        let icon: String
        let label: String
        let text: String
    }

    init(for viewer: Viewer, _ say: Wording) {
        title = say("admin")
        lead = say("admin-lead")
        let all: [(word: String, icon: String, isOpen: Bool)] = [
            ("officers", "people", viewer.may(.manageOfficers)),
            ("pack", "file", viewer.may(.loadPack)),
            ("audit", "lock", viewer.may(.readAudit)),
            ("rules", "clock", viewer.may(.readTown)),
            ("calendar", "calendar", viewer.may(.proposeCalendar)),
            ("notices", "notices", viewer.may(.resendNotices)),
            ("health", "check", true),
        ]
        doors =
            all.filter(\.isOpen).map { door in
                Door(
                    address: "/desk/admin/\(door.word)",
                    icon: door.icon,
                    label: say("admin-\(door.word)"),
                    text: say("admin-\(door.word)-text")
                )
            } + [
                Door(
                    address: "/desk/account",
                    icon: "unit",
                    label: say("account"),
                    text: say("account-text")
                )
            ]
    }
}

/// How the house is: each line with its number, and a mark where somebody should look.
struct HealthView: PageView {
    static let template = "Administration/health"
    let title: String
    let at: String
    private(set) var lines: [Line]

    struct Line: Sendable {
        let name: String
        let value: String
        let mark: Badge
        let hint: String
        /// Where it is mended, for whoever may.
        var door: Link?
    }
}

extension HealthView {
    /// A side effect waits no longer than this while all is well.
    private static let longestWait: Int64 = 5 * 60_000

    /// - Parameter mends: whether the reader may send again what was given up.
    init(_ health: HouseHealth, since: Moment, mends: Bool, in town: Town, _ say: Wording) {
        title = say("admin-health")
        at = say.moment(health.at)
        let condition = health.condition
        let wait = condition.oldestUnsent.map { health.at.milliseconds - $0.milliseconds }
        func line(
            _ word: String,
            _ value: String,
            _ tone: Tone = .good,
            door: Link? = nil
        ) -> Line {
            Line(
                name: say("health-\(word)"),
                value: value,
                mark: Badge(say("health-tone-\(tone.rawValue)"), tone),
                hint: say("health-\(word)-hint"),
                door: door
            )
        }
        func many(_ count: Int, _ most: Int) -> String {
            say.number(count) + (count >= most ? "+" : "")
        }
        let most = HouseHealth.most
        lines = [
            line("uptime", say.span(milliseconds: health.at.milliseconds - since.milliseconds)),
            line("clocks", many(health.runningClocks, most)),
            line(
                "overdue",
                many(condition.overdueClocks, HouseCondition.most),
                condition.overdueClocks > 0 ? .soon : .good
            ),
            line(
                "provisional",
                many(health.provisionalClocks, most),
                health.provisionalClocks > 0 ? .soon : .good
            ),
            line(
                "unsent",
                wait.map { "\(many(health.unsent, most)) · \(say.span(milliseconds: max(0, $0)))" }
                    ?? say.number(0),
                (wait ?? 0) > Self.longestWait ? .grave : .good
            ),
            line(
                "dead",
                many(condition.deadLetters, HouseCondition.most),
                condition.deadLetters > 0 ? .grave : .good,
                door: mends ? Link(say("admin-notices"), to: FailedNoticePages.address) : nil
            ),
            line("sessions", many(health.openSessions, most)),
            line("pack", "\(town.version) · \(town.label)"),
            line("schema", "\(condition.schemaVersion)"),
            line("backup", say("health-backup-unknown"), .plain),
        ]
        lines += Self.gateways(health, say).map { name, value, tone in
            line(name, value, tone)
        }
    }
}
