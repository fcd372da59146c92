import Centre

/// One page of a queue as a list whose lines lead to its next step.
struct QueueListPage {
    let queue: Queue
    let address: Address
    let desk: QueueDesk
    let front: Front
    let context: OfficerContext

    init(
        _ queue: Queue,
        _ address: Address,
        _ desk: QueueDesk,
        _ front: Front,
        _ context: OfficerContext
    ) {
        self.queue = queue
        self.address = address
        self.desk = desk
        self.front = front
        self.context = context
    }

    /// - Parameter step: where a line leads.
    func list(
        limit: Int,
        step: (QueueLine) -> String
    ) async throws -> QueueList {
        let name = "queue/\(queue.rawValue)"
        let after = try address["after"].flatMap { Cursor($0, of: name) }.map { cursor in
            Worklist.Cursor(key: try cursor.number(at: 0), matter: try cursor.id(at: 1))
        }
        let found = try await desk.page(queue, for: context.viewer, after: after, limit: limit)
        let say = front.wording(context)
        let next = found.next.map { Cursor(of: name, $0.key, $0.matter).text }
        let lines = found.items.map { line in
            QueueListLine(line, queue, front.town.town, say, now: front.now(), at: step(line))
        }
        return QueueList(
            caption: say("queue-\(queue.rawValue)"),
            hint: say("queue-hint-\(queue.rawValue)"),
            lines: lines,
            hasLines: !lines.isEmpty,
            empty: lines.isEmpty
                ? EmptyState(
                    say("queue-nothing"),
                    say("queue-empty-\(queue.rawValue)"),
                    link: Link(say("place-worklist"), to: "/desk/matters")
                ) : nil,
            pager: Pager(at: context.visit.address, next: next, isFirst: after == nil)
        )
    }
}

/// Partial `Feedback/queue`.
struct QueueList: Sendable {
    let caption: String
    let hint: String
    let lines: [QueueListLine]
    let hasLines: Bool
    let empty: EmptyState?
    let pager: Pager
}

struct QueueListLine: Sendable {
    let address: String
    let row: MatterRow
    let age: String
    let note: String?
    let bar: String?

    init(
        _ line: QueueLine,
        _ queue: Queue,
        _ town: Town,
        _ say: Wording,
        now: Moment,
        at address: String
    ) {
        self.address = address
        row = MatterRow(line.line, town, say, now: now)
        let span = now.milliseconds - line.line.updatedAt.milliseconds
        age = say("queue-waiting", ["span": say.span(milliseconds: span)])
        bar = line.bar.map { say($0.word) }
        note = queue == .toVisit ? QueueListLine.visits(line, say) : nil
    }

    /// How many are still to be asked, and how often somebody tried.
    private static func visits(_ line: QueueLine, _ say: Wording) -> String? {
        let left = line.concerns.filter(\.isToBeVisited)
        let tried = left.map(\.visits).max() ?? 0
        let people = say.count("visit-left", left.count)
        guard tried > 0 else { return left.count > 1 ? people : nil }
        return say.list([people, say.count("visit-tried", tried)])
    }
}

/// A part of a queue that another link opens.
struct QueueTab: Sendable {
    let label: String
    let address: String
    let isHere: Bool
}

struct VerificationQueueView: PageView {
    static let template = "Feedback/verification-queue"

    let title: String
    let tabs: [QueueTab]
    let list: QueueList
}
