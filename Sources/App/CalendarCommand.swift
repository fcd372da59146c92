import ArgumentParser
import Centre
import Foundation

struct CalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Proposes changes of the calendar and of limits, with a preview.",
        discussion: """
            Nothing comes into force here: a proposal waits at the desk, under Calendar, for an \
            officer who may decide it.
            """,
        subcommands: [CalendarImport.self, CalendarOverlay.self, CalendarRules.self]
    )
}

/// A year's official notice.
struct CalendarImport: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Proposes a year's official holiday notice from its machine file.",
        discussion: """
            The file is JSON: {"year": 2027, "papers": ["https://www.gov.cn/…"], "days": \
            [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}, …]}. It is the whole year: \
            days it does not name follow their weekday.
            """
    )

    @Argument(help: "The machine file of the year.")
    var file: String

    @Option(help: "Why; without it the year of the notice.")
    var reason: String?

    @OptionGroup var options: ConfigurationOptions

    func work() async throws {
        let notice = try HolidayNotice(file: try CalendarFile(file).data())
        try await Proposing(options: options)
            .propose(.notice(notice), reason: reason ?? "Official notice of \(notice.year)")
    }
}

/// Days the town decides on itself.
struct CalendarOverlay: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "overlay",
        abstract: "Proposes days on which the offices here are closed, open, or as elsewhere again."
    )

    @Argument(help: "The days, such as 2026-09-24.")
    var days: [String]

    @Flag(help: "What they become.")
    var way: Way = .closed

    @Option(help: "Why, as residents read it beside the day.")
    var reason: String

    @OptionGroup var options: ConfigurationOptions

    enum Way: String, EnumerableFlag {
        case closed
        case open
        case lifted
    }

    func work() async throws {
        let read = try days.map { text in
            guard let day = Day(text) else {
                throw ValidationError("\(text) is not a day such as 2026-09-24.")
            }
            return day
        }
        let content: CalendarChange.Content =
            way == .lifted ? .lift(days: read) : .overlay(days: read, off: way == .closed)
        try await Proposing(options: options).propose(content, reason: reason)
    }
}

/// New editions of limits.
struct CalendarRules: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Proposes new editions of limits, written as in a pack's limits.yaml.",
        discussion: "Each has a higher version and begins after today; what runs keeps its edition."
    )

    @Argument(help: "A YAML file with `rules:`.")
    var file: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var options: ConfigurationOptions

    func work() async throws {
        let text = String(decoding: try CalendarFile(file).data(), as: UTF8.self)
        try await Proposing(options: options).propose(.rules(text: text), reason: reason)
    }
}

/// A file named on the command line.
struct CalendarFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    func data() throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandRefusal.fileMissing(path)
        }
        return data
    }
}

/// Proposes, counts the preview with its progress, and says what would move.
struct Proposing {
    let options: ConfigurationOptions

    func propose(_ content: CalendarChange.Content, reason: String) async throws {
        try await Opening(try options.configuration()).house { house in
            let desk = CalendarDesk(house: house)
            let id = try await desk.propose(content, reason: reason, by: .house)
            try await count(id, at: desk)
            show(try await desk.change(id))
        }
    }

    private func count(_ id: ID<CalendarChange>, at desk: CalendarDesk) async throws {
        let running = try await desk.change(id).tally.running
        let line = ProgressLine("running limits counted anew", of: running)
        defer { line.end() }
        while let progress = try await desk.count(), progress.change == id, !progress.isDone {
            line.show(progress.done)
        }
    }

    private func show(_ change: ChangeView) {
        let tally = change.tally
        print("Proposed as change \(change.number): \(change.days.count) days become another kind.")
        for day in change.days.prefix(60) {
            let name = day.name.map { " \($0)" } ?? ""
            print("  \(day.date) \(day.works ? "works" : "rests")\(name)")
        }
        for rule in change.rules {
            print("  \(rule.code) version \(rule.version) from \(rule.validFrom)")
        }
        print(
            """
            Of \(tally.scanned) running limits \(tally.later) would move to a later day, \
            \(tally.earlier) to an earlier one, \(tally.kept) would become late and keep theirs, \
            and \(tally.fixed) would stay and become certain or provisional.
            It comes into force when an officer approves it at the desk, under Calendar.
            """
        )
    }
}
