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
        openEnds: [OpenEnd]
    ) {
        self.unit = unit
        self.desk = desk
        self.day = day
        self.shift = shift
        self.words = words
        self.openEnds = openEnds
    }

    package static let mostOpenEnds = 30
}

/// Why a note is not written or not taken over.
package enum ShiftRefusal: Refusal, Equatable {
    /// The line of the list names a number that the writer cannot see.
    case numberNotFound(line: Int)
    case ownNote
    case takenAlready

    package var word: String {
        switch self {
        case .numberNotFound: "shift-number-not-found"
        case .ownNote: "shift-own-note"
        case .takenAlready: "shift-taken-already"
        }
    }

    package var field: String? {
        if case .numberNotFound = self { "openEnds" } else { nil }
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
