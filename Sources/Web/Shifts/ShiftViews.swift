import Centre

struct ShiftView: PageView {
    static let template = "Shifts/handover"

    let title: String
    let notes: [ShiftNoteRow]
    let empty: EmptyState?
    let pager: Pager
    let writing: ShiftForm
}

/// One note with its open ends and, for whoever takes over, the button that says so.
struct ShiftNoteRow: Sendable {
    let id: String
    let title: String
    let writer: String
    /// Who sits at the seat next, and when.
    let next: String?
    let words: String
    let openEnds: [OpenEnd]
    let hasOpenEnds: Bool
    let state: Badge
    let taking: Taking?

    struct OpenEnd: Sendable {
        let address: String
        let number: String
        let words: String
    }

    struct Taking: Sendable {
        let address: String
        let form: FormHead
    }

    init(
        _ note: ShiftNote,
        _ town: Town,
        _ say: Wording,
        viewer: Viewer,
        form: () -> FormHead
    ) {
        id = "note-\(note.id)"
        title = say(
            "shift-title",
            [
                "day": say.day(note.day), "shift": say("shift-\(note.shift.rawValue)"),
                "desk": say("shift-desk-\(note.desk.rawValue)"),
                "unit": town.unit(note.unit).map { say($0.name) } ?? "",
            ]
        )
        writer = say(
            "shift-written",
            ["name": note.writtenBy.name ?? "", "moment": say.shortMoment(note.writtenAt)]
        )
        next = note.next.map { next in
            say(
                "shift-next",
                [
                    "when": say.halfDay(next.halfDay),
                    "unit": town.unit(next.unit).map { say($0.name) } ?? "",
                ]
            )
        }
        words = note.words
        openEnds = note.openEnds.map { end in
            OpenEnd(address: "/desk/matters/\(end.matter)", number: end.number, words: end.words)
        }
        hasOpenEnds = !openEnds.isEmpty
        state = ShiftNoteRow.state(of: note, say)
        let mayTake = note.takenBy == nil && note.writtenBy.officer != viewer.officer
        taking = mayTake ? Taking(address: "/desk/handover/\(note.id)/taking", form: form()) : nil
    }

    private static func state(of note: ShiftNote, _ say: Wording) -> Badge {
        guard let taker = note.takenBy, let at = note.takenAt else {
            return Badge(say("shift-waiting"), .soon)
        }
        let said = ["name": taker.name ?? "", "moment": say.shortMoment(at)]
        return Badge(say("shift-taken", said), .good)
    }
}

/// The note for the next shift.
struct ShiftForm: Sendable {
    let form: FormHead
    let unit: Field
    let desk: Field
    let day: Field
    let shift: Field
    let seat: Field
    let words: Field
    let openEnds: Field

    init(_ typed: Typed, _ viewer: Viewer, _ town: Town, _ say: Wording, form: FormHead) {
        self.form = form
        let units = Set(viewer.posts.map(\.unit)).sorted().compactMap { town.unit($0) }
        unit = Field(
            "unit",
            say("shift-unit"),
            .choice(units.map { Field.Option($0.code, say($0.name)) }),
            in: typed,
            say,
            needed: true
        )
        let desks = ShiftNote.Desk.allCases.map {
            Field.Option($0.rawValue, say("shift-desk-\($0.rawValue)"))
        }
        desk = Field("desk", say("shift-desk"), .choice(desks), in: typed, say, needed: true)
        day = Field("day", say("shift-for-day"), .day, in: typed, say, needed: true)
        let shifts = ShiftNote.Shift.allCases.map {
            Field.Option($0.rawValue, say("shift-\($0.rawValue)"))
        }
        shift = Field("shift", say("shift-which"), .choice(shifts), in: typed, say, needed: true)
        seat = Field(
            "seat",
            say("shift-seat"),
            .choice(town.rota.seats.map { Field.Option($0.code, say($0.name)) }),
            in: typed,
            say,
            hint: say("shift-seat-hint")
        )
        words = Field(
            "words",
            say("shift-words"),
            .lines(upTo: 3000, rows: 5),
            in: typed,
            say,
            hint: say("shift-words-hint"),
            needed: true
        )
        openEnds = Field(
            "openEnds",
            say("shift-open-ends"),
            .lines(upTo: 6000, rows: 4),
            in: typed,
            say,
            hint: say("shift-open-ends-hint")
        )
    }
}
