import Centre
import Hummingbird

/// The first page residents see: what the centre does, who is here today, and three doors.
struct WelcomePages: Sendable {
    let front: Front
    let hall: HallDesk

    func routes(in pages: RouterGroup<SiteContext>) {
        pages.get("/", use: show)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let view = WelcomeView(
            front.town.town,
            try await hall.today(),
            at: front.now(),
            front.wording(context)
        )
        return try front.show(Sheet(view, .resident), in: context)
    }
}

struct WelcomeView: PageView {
    static let template = "Residents/welcome"

    let title: String
    let doors: [Door]
    let today: String
    let isOpen: Bool
    let opening: String
    let hours: String
    let address: String
    let phone: String
    let desks: [Desk]
    /// Who takes turns today, a line for each half of the day.
    let rotating: [String]
    let others: String
    let phones: [Phone]

    struct Door: Sendable {
        let address: String
        let icon: String
        let label: String
        let hint: String
    }

    struct Desk: Sendable {
        let name: String
        let phone: String?
    }

    struct Phone: Sendable {
        let name: String
        let number: String
    }
}

extension WelcomeView {
    init(_ town: Town, _ hall: HallDay, at now: Moment, _ say: Wording) {
        let day = now.day(in: town.offset)
        let here = OpeningHours(town, on: day, at: now)
        title = say("welcome")
        doors = [
            Door("/ask", "intake", "ask", say), Door("/follow", "dispatch", "follow", say),
            Door("/my-data", "lock", "my-data", say),
        ]
        today = "\(say.day(day)) \(say.weekday(day))"
        isOpen = here.isOpen
        opening = here.sentence(say)
        hours = here.hours(say)
        address = say(town.documents.address)
        phone = town.documents.phone
        desks = town.units.filter { $0.presence == .resident }
            .map { Desk(name: say($0.name), phone: $0.phone) }
        rotating = hall.halves.compactMap { $0.rotating(town, say) }
        others = say.count(
            "units-on-call",
            town.units.filter { $0.presence == .onCall || $0.presence == .outside }.count
        )
        phones = town.manifest.phones.map { Phone(name: say($0.name), number: $0.number) }
    }
}

extension HallDay.Part {
    /// Nil where nobody takes a turn.
    fileprivate func rotating(_ town: Town, _ say: Wording) -> String? {
        let turns = seats.filter { town.rota.seat($0.seat)?.unit == nil }.compactMap(\.unit)
        guard !turns.isEmpty else { return nil }
        return say(
            "welcome-rotating",
            [
                "half": say("half-\(half.rawValue)"),
                "units": say.list(turns.map { say(town.unitName($0)) }),
            ]
        )
    }
}

extension WelcomeView.Door {
    init(_ address: String, _ icon: String, _ word: String, _ say: Wording) {
        self.address = address
        self.icon = icon
        label = say("door-\(word)")
        hint = say("door-\(word)-hint")
    }
}

/// When the counter is open, by the town's calendar: make-up days, holidays and closures counted.
struct OpeningHours {
    private let town: Town
    private let day: Day
    private let minute: Int
    private let isWorkingDay: Bool

    init(_ town: Town, on day: Day, at now: Moment) {
        self.town = town
        self.day = day
        minute = Int(now.timeOfDay(in: town.offset) / 60_000)
        isWorkingDay = town.calendar.isWorking(day)
    }

    private var stretches: [WorkingCalendar.OfficeHours] { town.calendar.officeHours }

    var isOpen: Bool { isWorkingDay && stretches.contains { $0.from <= minute && minute < $0.to } }

    /// Open until, open again at, or on which day next.
    func sentence(_ say: Wording) -> String {
        if let now = stretches.first(where: { $0.from <= minute && minute < $0.to }), isWorkingDay {
            return say("open-until", ["time": Self.time(now.to)])
        }
        if isWorkingDay, let later = stretches.first(where: { minute < $0.from }) {
            return say("open-again-at", ["time": Self.time(later.from)])
        }
        let next = (1...31).lazy.map { day.adding($0) }.first { town.calendar.isWorking($0) }
        guard let next else { return say("closed-today") }
        return say(
            "open-again-on",
            [
                "day": "\(say.shortDay(next)) \(say.weekday(next))",
                "time": Self.time(stretches.first?.from ?? 0),
            ]
        )
    }

    func hours(_ say: Wording) -> String {
        say.list(stretches.map { "\(Self.time($0.from))–\(Self.time($0.to))" })
    }

    private static func time(_ minutes: Int) -> String {
        let (hour, rest) = (minutes / 60, minutes % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }
}
