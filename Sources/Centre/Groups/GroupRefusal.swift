/// Why something is not done in a group matter.
package enum GroupRefusal: String, Refusal, CaseIterable {
    case openedAlready = "group-opened-already"
    case matterOver = "group-of-ended-matter"
    case linesMissing = "group-lines-missing"
    case linesTooMany = "group-lines-too-many"
    /// Without phone and identity number nobody can be found again or told.
    case memberUnreachable = "group-member-unreachable"
    case memberTwice = "group-member-twice"
    case memberUnknown = "group-member-unknown"
    case sumNotReadable = "group-sum-not-readable"
    case sumUnchanged = "group-sum-unchanged"
    /// A claim is not set below what was paid on it.
    case sumBelowPaid = "group-sum-below-paid"
    case representativesMissing = "group-representatives-missing"
    case representativesTooMany = "group-representatives-too-many"
    case onlyRepresentatives = "group-only-representatives"
    case nobodyPresent = "group-nobody-present"
    /// The lines do not add up to the total that was stated.
    case totalOff = "group-total-off"
    case paidTooMuch = "group-paid-too-much"
    case paidInFuture = "group-paid-in-future"
    /// Whoever is still owed money can still be reached.
    case stillOwed = "group-member-still-owed"
    case sheetUnreadable = "group-sheet-unreadable"
    case columnMissing = "group-column-missing"

    package var grade: RefusalGrade {
        switch self {
        case .openedAlready: .collision
        case .linesMissing, .linesTooMany, .memberUnreachable, .sumNotReadable, .sheetUnreadable,
            .columnMissing, .nobodyPresent:
            .malformed
        default: .ruledOut
        }
    }

    package var field: String? {
        switch self {
        case .linesMissing, .linesTooMany, .paidTooMuch: "lines"
        case .totalOff: "total"
        case .paidInFuture: "day"
        case .representativesMissing, .representativesTooMany: "members"
        case .onlyRepresentatives, .nobodyPresent: "present"
        case .sumUnchanged, .sumBelowPaid, .sumNotReadable: "amount"
        case .sheetUnreadable, .columnMissing: "sheet"
        case .openedAlready, .matterOver, .memberUnreachable, .memberTwice, .memberUnknown,
            .stillOwed:
            nil
        }
    }
}

/// What is wrong with one row of a sheet or one line of a call: where, and by which rule.
package struct RowFault: Refusal, Equatable {
    /// As a spreadsheet counts, where the heading is row 1; in a call the first line is 1.
    package let row: Int
    /// The field's name; nil where the whole row is at fault.
    package let column: String?
    package let word: String
    package let grade = RefusalGrade.malformed
    package let particulars: [String: String]

    package init(row: Int, column: String?, _ refusal: any Refusal) {
        self.row = row
        self.column = column
        word = refusal.word
        particulars = refusal.particulars.merging(["row": "\(row)"]) { $1 }
    }

    package var field: String? { "lines[\(row)]" }
}
