import Centre
import Hummingbird

/// The hand-over of a shift: what the last one left, and the note for the next.
struct ShiftPages: Sendable {
    let front: Front
    let desk: ShiftDesk
    let hall: HallDesk

    private static let linesOfPage = 10

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/handover", use: show)
        pages.post("/handover", use: write)
        pages.post("/handover/{id}/taking", use: take)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let typed = try await usual(context)
        return try front.show(try await page(typed, try Address(request), context), in: context)
    }

    @Sendable private func write(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await page(typed, nil, context)
        } _: { form, operation in
            let handover = try ShiftHandover(&form.fields, in: town)
            try form.fields.nothingElse()
            _ = try await desk.write(handover, by: context.viewer, operation: operation)
            return .to("/desk/handover", saying: "done-handed-over")
        }
    }

    @Sendable private func take(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            var again = try await usual(context)
            again.problem = typed.problem
            return try await page(again, nil, context)
        } _: { form, operation in
            try form.fields.nothingElse()
            _ = try await desk.take(try context.id(), by: context.viewer, operation: operation)
            return .to("/desk/handover", saying: "done-taken-over")
        }
    }

    /// The unit's own seat, if it sits at the hall now.
    private func usual(_ context: OfficerContext) async throws -> Typed {
        let half = HalfDay(at: front.now(), in: town.offset).half
        let units = Set(context.viewer.posts.compactMap { town.unit($0.unit)?.code })
        let places = try await hall.today().halves.first { $0.half == half }?.seats ?? []
        let seat = places.first { $0.unit.map(units.contains) ?? false }?.seat
        return Typed.shift(for: context.viewer, at: front.now(), seat: seat, in: town)
    }

    private func page(
        _ typed: Typed,
        _ address: Address?,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let after: ID<ShiftNote>? = try address?["after"].flatMap { Cursor($0, of: "shifts") }
            .map { try $0.id(at: 0) }
        let found = try await desk.notes(for: context.viewer, after: after, limit: Self.linesOfPage)
        let say = front.wording(context)
        let next = found.next.map { Cursor(of: "shifts", [.bytes($0.bytes)]).text }
        let notes = found.items.map { note in
            ShiftNoteRow(note, town, say, viewer: context.viewer) { front.head(in: context) }
        }
        let view = ShiftView(
            title: say("place-handover"),
            notes: notes,
            empty: notes.isEmpty
                ? EmptyState(say("shift-none"), say("shift-none-hint")) : nil,
            pager: Pager(at: context.visit.address, next: next, isFirst: after == nil),
            writing: ShiftForm(
                typed,
                context.viewer,
                town,
                say,
                form: front.head(typed, in: context)
            )
        )
        return Sheet(view, .staff(.handover))
    }

    private var town: Town { front.town.town }
}

extension ShiftHandover {
    init(_ fields: inout Fields, in town: Town) throws {
        let unit = try town.unit(named: try fields.text("unit", 1...64), field: "unit")
        let desk = try fields.word("desk", as: ShiftNote.Desk.self)
        let day = try fields.day("day")
        let shift = try fields.word("shift", as: ShiftNote.Shift.self)
        let words = try fields.text("words", 1...3000, .lines)
        let seat = try fields.optionalText("seat", 1...64)
        let lines = try fields.optionalText("openEnds", 1...6000, .lines) ?? ""
        self.init(
            unit: unit,
            desk: desk,
            day: day,
            shift: shift,
            words: words,
            openEnds: try ShiftHandover.openEnds(of: lines),
            seat: seat
        )
    }

    /// One a line: the number, then what the next shift has to know.
    private static func openEnds(of text: String) throws -> [OpenEnd] {
        let lines = text.split(separator: "\n").filter { line in
            !line.allSatisfy(\.isWhitespace)
        }
        guard lines.count <= mostOpenEnds else {
            throw Fault(.tooMany, "openEnds", ["most": "\(mostOpenEnds)"])
        }
        return try lines.enumerated().map { place, line in
            let halves = line.split(maxSplits: 1) { $0.isWhitespace || $0 == "," || $0 == "," }
            guard let number = halves.first, number.count <= 64 else {
                throw ShiftRefusal.numberNotFound(line: place + 1)
            }
            let words = halves.count == 2 ? String(halves[1]) : ""
            return OpenEnd(number: String(number), words: words)
        }
    }
}

extension Typed {
    /// The desk of the officer's post, today, and the shift that is on.
    static func shift(
        for viewer: Viewer,
        at now: Moment,
        seat: String? = nil,
        in town: Town
    ) -> Typed {
        let post = viewer.posts.first
        let desk: ShiftNote.Desk =
            switch post?.role {
            case .clerk: .window
            case .dispatcher: .dispatch
            case .director: .duty
            default: .unit
            }
        let hour = now.timeOfDay(in: town.offset) / 3_600_000
        let shift: ShiftNote.Shift =
            (6..<13).contains(hour) ? .morning : hour < 6 || hour >= 19 ? .night : .afternoon
        var values = [
            "desk": desk.rawValue,
            "day": "\(now.day(in: town.offset))",
            "shift": shift.rawValue,
        ]
        values["seat"] = seat
        values["unit"] = post.flatMap { town.unit($0.unit) }?.code
        return Typed(values)
    }
}
