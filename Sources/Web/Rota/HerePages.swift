import Centre
import Hummingbird

/// For everybody: who is here today, and when the right one for a question is.
struct HerePages: Sendable {
    let front: Front
    let desk: HallDesk

    func routes(in pages: RouterGroup<SiteContext>) {
        pages.get("/here", use: show)
    }

    private var town: Town { front.town.town }

    @Sendable private func show(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let say = front.wording(context)
        let address = try Address(request)
        let today = front.now().day(in: town.offset)
        let days = try await desk.days(from: today, count: 8)
        let asked = Typed(["class": address["class"] ?? "", "unit": address["unit"] ?? ""])
        let view = HereView(
            title: say("here"),
            today: HereView.Today(days[0], HalfDay(at: front.now(), in: town.offset), town, say),
            questions: questions(asked, say),
            answer: try await answer(address).map { HereView.Answer($0, town, say) },
            days: days.dropFirst().filter(\.isOpen).map { HereView.Ahead($0, town, say) },
            phone: town.documents.phone
        )
        return try front.show(Sheet(view, .resident), in: context)
    }

    /// What one wants to ask goes before a unit's name.
    private func answer(_ address: Address) async throws -> RightOne? {
        if let code = address["class"], !code.isEmpty {
            return try await desk.next(forClass: code)
        }
        guard let unit = address["unit"], !unit.isEmpty else { return nil }
        return try await desk.next(of: unit)
    }

    private func questions(_ typed: Typed, _ say: Wording) -> [Field] {
        let classes = town.classes.filter { !$0.hidden && !$0.confidential }.map {
            Field.Option($0.code, say($0.name))
        }
        let units = town.units.filter { $0.presence != .village }.map {
            Field.Option($0.code, say($0.name))
        }
        return [
            Field("class", say("here-about"), .choice(classes), in: typed, say),
            Field("unit", say("here-unit"), .choice(units), in: typed, say),
        ]
    }
}

struct HereView: PageView {
    static let template = "Rota/here"

    struct Seat: Sendable {
        let seat: String
        let unit: String
        let mark: Badge?
    }

    struct Half: Sendable {
        let label: String
        let isNow: Bool
        let seats: [Seat]
    }

    struct Today: Sendable {
        let label: String
        let closed: String?
        let halves: [Half]
    }

    struct Ahead: Sendable {
        let label: String
        let morning: String
        let afternoon: String
    }

    struct Answer: Sendable {
        let unit: String
        let sentence: String
        let turns: [String]
    }

    let title: String
    let today: Today
    let questions: [Field]
    let answer: Answer?
    let days: [Ahead]
    let phone: String
}

extension HereView.Today {
    init(_ day: HallDay, _ now: HalfDay, _ town: Town, _ say: Wording) {
        label = "\(say.day(day.day)) \(say.weekday(day.day))"
        closed = day.isOpen ? nil : say("here-closed")
        halves = day.halves.map { part in
            HereView.Half(
                label: say("half-\(part.half.rawValue)"),
                isNow: HalfDay(day.day, part.half) == now,
                seats: part.seats.map { place in
                    HereView.Seat(
                        seat: town.rota.seat(place.seat).map { say($0.name) } ?? place.seat,
                        unit: place.unit.map { say(town.unitName($0)) } ?? say("rota-nobody"),
                        mark: place.taken ? Badge(say("seat-taken"), .good) : nil
                    )
                }
            )
        }
    }
}

extension HereView.Ahead {
    /// The units that take turns; those of every day are told once.
    init(_ day: HallDay, _ town: Town, _ say: Wording) {
        label = "\(say.shortDay(day.day)) \(say.weekday(day.day))"
        func units(_ half: HalfDay.Half) -> String {
            let places = day.halves.filter { $0.half == half }.flatMap(\.seats)
            let rotating = places.filter { town.rota.seat($0.seat)?.unit == nil }
            let names = rotating.compactMap(\.unit).map { say(town.unitName($0)) }
            return names.isEmpty ? "—" : say.list(names)
        }
        morning = units(.morning)
        afternoon = units(.afternoon)
    }
}

extension HereView.Answer {
    init(_ right: RightOne, _ town: Town, _ say: Wording) {
        unit = say(town.unitName(right.unit))
        let word = right.presence == "rotating" && right.turns.isEmpty ? "later" : right.presence
        sentence = say("here-answer-\(word)")
        turns = right.turns.map { turn in
            let seat = town.rota.seat(turn.seat).map { say($0.name) } ?? turn.seat
            return "\(say.halfDay(HalfDay(turn.day, turn.half))) · \(seat)"
        }
    }
}
