import Storage

/// What one shift of a desk leaves to the next: who wrote it, for which shift, and which matters
/// stand open.
package struct ShiftNote: Sendable, Equatable {
    package let id: ID<ShiftNote>
    package let unit: ID<Unit>
    package let desk: Desk
    package let day: Day
    package let shift: Shift
    package let words: String
    package let openEnds: [OpenEnd]
    package let writtenBy: Hand
    package let writtenAt: Moment
    package let takenBy: Hand?
    package let takenAt: Moment?
    /// The seat of the hall it was left at, if any.
    package let seat: String?
    /// Who sits there next, and when.
    package let next: Next?

    package struct Next: Sendable, Equatable {
        package let unit: ID<Unit>
        package let halfDay: HalfDay
    }

    /// Whose work it is within the unit.
    package enum Desk: String, Storable, CaseIterable, Codable {
        case window
        case dispatch
        case duty
        case unit
    }

    package enum Shift: String, Storable, CaseIterable, Codable {
        case morning
        case afternoon
        case night
        case day
    }

    /// The officer who wrote or took over.
    package struct Hand: Sendable, Equatable {
        package let officer: ID<Officer>
        package let name: String?
    }

    /// A matter that stands open, with what the next shift has to know of it.
    package struct OpenEnd: Sendable, Equatable {
        package let number: String
        package let matter: ID<Matter>
        package let words: String
    }
}

/// A hand-over note as it is written.
package struct ShiftHandover: Sendable, Equatable {
    package let unit: ID<Unit>
    package let desk: ShiftNote.Desk
    package let day: Day
    package let shift: ShiftNote.Shift
    package let words: String
    package let openEnds: [OpenEnd]
    /// The seat of the hall it is left at: whoever sits there next reads it too.
    package let seat: String?

    /// The matter by its number, as the officer knows it.
    package struct OpenEnd: Sendable, Equatable {
        package let number: String
        package let words: String

        package init(number: String, words: String) {
            self.number = number
            self.words = words
        }
    }

    package init(
        unit: ID<Unit>,
        desk: ShiftNote.Desk,
        day: Day,
        shift: ShiftNote.Shift,
        words: String,
        openEnds: [OpenEnd],
        seat: String? = nil
    ) {
        self.unit = unit
        self.desk = desk
        self.day = day
        self.shift = shift
        self.words = words
        self.openEnds = openEnds
        self.seat = seat
    }

    /// The half-day of the rota; a night or a whole day is none.
    var halfDay: HalfDay? {
        switch shift {
        case .morning: HalfDay(day, .morning)
        case .afternoon: HalfDay(day, .afternoon)
        case .night, .day: nil
        }
    }

    package static let mostOpenEnds = 30
}

/// Why a note is not written or not taken over.
package enum ShiftRefusal: Refusal, Equatable {
    /// The line of the list names a number that the writer cannot see.
    case numberNotFound(line: Int)
    case ownNote
    case takenAlready
    /// The rota has somebody else at that seat then.
    case otherSeat

    package var word: String {
        switch self {
        case .numberNotFound: "shift-number-not-found"
        case .ownNote: "shift-own-note"
        case .takenAlready: "shift-taken-already"
        case .otherSeat: "shift-other-seat"
        }
    }

    package var field: String? {
        switch self {
        case .numberNotFound: "openEnds"
        case .otherSeat: "seat"
        case .ownNote, .takenAlready: nil
        }
    }

    package var particulars: [String: String] {
        if case .numberNotFound(let line) = self { ["line": "\(line)"] } else { [:] }
    }
}

extension ShiftNote {
    /// Who takes over is somebody else than who hands over.
    func mayBeTaken(by officer: ID<Officer>) throws(ShiftRefusal) {
        guard takenBy == nil else { throw .takenAlready }
        guard writtenBy.officer != officer else { throw .ownNote }
    }
}
