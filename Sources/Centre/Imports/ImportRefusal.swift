/// Why a file is not read in, or an import not taken back.
package enum ImportRefusal: Refusal, Equatable {
    /// A part of the map is not `column=field`.
    case mapMalformed(part: String)
    case fieldUnknown(String)
    case fieldTwice(String)
    case fieldNeeded(String)
    case columnMissing(String)
    case quoteOpen(line: Int)
    case noRows
    /// One row has more or fewer cells than the heading.
    case rowLength(found: Int, wanted: Int)
    case beingUndone
    case undoneAlready
    /// The centre has begun to work on some of the concerns.
    case inHand(count: Int, numbers: [String])

    package var word: String {
        switch self {
        case .mapMalformed: "import-map-malformed"
        case .fieldUnknown: "import-field-unknown"
        case .fieldTwice: "import-field-twice"
        case .fieldNeeded: "import-field-needed"
        case .columnMissing: "import-column-missing"
        case .quoteOpen: "import-quote-open"
        case .noRows: "import-no-rows"
        case .rowLength: "import-row-length"
        case .beingUndone: "import-being-undone"
        case .undoneAlready: "import-undone-already"
        case .inHand: "import-in-hand"
        }
    }

    package var grade: RefusalGrade {
        switch self {
        case .beingUndone, .undoneAlready: .collision
        case .inHand: .ruledOut
        default: .malformed
        }
    }

    package var particulars: [String: String] {
        switch self {
        case .mapMalformed(let part): ["part": part]
        case .fieldUnknown(let name), .fieldTwice(let name):
            ["name": name, "allowed": ImportMap.Field.names]
        case .fieldNeeded(let name), .columnMissing(let name): ["name": name]
        case .quoteOpen(let line): ["line": "\(line)"]
        case .rowLength(let found, let wanted): ["found": "\(found)", "wanted": "\(wanted)"]
        case .inHand(let count, let numbers):
            ["count": "\(count)", "numbers": numbers.joined(separator: ", ")]
        case .noRows, .beingUndone, .undoneAlready: [:]
        }
    }
}
