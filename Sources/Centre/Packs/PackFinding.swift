/// What is wrong with a pack, and where.
///
/// A pack with findings is not loaded.
package struct PackFinding: Sendable, Hashable {
    package let file: String
    /// The first line is 1; a missing file has none.
    package let line: Int?
    package let kind: Kind
    package let particulars: [String: String]

    package init(
        _ kind: Kind,
        in file: String,
        line: Int?,
        _ particulars: [String: String] = [:]
    ) {
        self.kind = kind
        self.file = file
        self.line = line
        var named = particulars
        named["file"] = file
        named["line"] = line.map { "\($0)" } ?? "–"
        self.particulars = named
    }

    package var word: String { kind.rawValue }

    package enum Kind: String, Sendable, CaseIterable {
        case fileMissing = "pack-file-missing"
        case unreadable = "pack-file-unreadable"
        case columnMissing = "pack-column-missing"
        case columnUnknown = "pack-column-unknown"
        case columnTwice = "pack-column-twice"
        case cellsMissing = "pack-row-length"
        case keyMissing = "pack-key-missing"
        case keyUnknown = "pack-key-unknown"
        case shape = "pack-shape-wrong"
        case empty = "pack-value-empty"
        case value = "pack-value-not-allowed"
        case number = "pack-number-wrong"
        case day = "pack-day-wrong"
        case codeTwice = "pack-code-twice"
        case codeUnknown = "pack-code-unknown"
        case codeShape = "pack-code-shape"
        case loop = "pack-parent-loop"
        case level = "pack-level-order"
        case daysTurned = "pack-days-turned"
        case overlapInTime = "pack-days-overlap"
        case basisMissing = "pack-basis-missing"
        case rollOver = "pack-roll-over-needless"
        case limitUnsound = "pack-limit-unsound"
        case calendarUnsound = "pack-calendar-unsound"
        case forbidden = "pack-field-forbidden"
        case openRing = "pack-border-open"
        case crossing = "pack-border-crosses-itself"
        case overlap = "pack-grids-overlap"
        case gap = "pack-grids-gap"
        case scattered = "pack-grids-apart"
        case borderMissing = "pack-border-missing"
        case vanished = "pack-code-vanished"
        case calendarMoved = "pack-calendar-moved"
        case limitMoved = "pack-limit-moved"
        case limitBackwards = "pack-limit-backwards"
    }
}

/// A pack that cannot be loaded; the findings say why.
package struct PackRefusal: Refusal {
    package let findings: [PackFinding]

    package init(findings: [PackFinding]) {
        self.findings = findings
    }

    package var word: String { "pack-refused" }
    package var particulars: [String: String] {
        [
            "count": "\(findings.count)",
            "first": findings.first?.description ?? "",
        ]
    }
}
