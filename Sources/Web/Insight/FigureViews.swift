import Centre

/// The page of figures, for everybody or for staff.
struct FiguresView: PageView {
    static let template = "Insight/figures"
    let title: String
    let period: String
    let heads: [FigureHead]
    let sections: [FigureSection]
    let suppressed: String?
    var periods: [PeriodChoice]?
    var staff: StaffFigures?

    struct PeriodChoice: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    init(_ figures: PeriodFigures, in town: Town, _ say: Wording) {
        title = say(figures.suppressedBelow == nil ? "figures-staff" : "figures")
        period = say(
            "figures-span",
            ["from": say.day(figures.from), "to": say.day(figures.to)]
        )
        suppressed = figures.suppressedBelow.map { say("figures-suppressed", ["least": "\($0)"]) }
        heads = FigureHead.all(figures, say)
        let writing = FigureWriting(figures: figures, town: town, say: say)
        sections = writing.sections
    }

    mutating func choose(_ chosen: FigurePeriod?, of ended: [FigurePeriod], _ say: Wording) {
        periods = ended.map {
            PeriodChoice(value: $0.word, label: $0.name(say), isChosen: $0 == chosen)
        }
    }
}

/// What only staff have: any period, and the sheet to take away.
struct StaffFigures: Sendable {
    struct Purpose: Sendable {
        let value: String
        let label: String
    }

    let from: Field
    let to: Field
    let exportFrom: String
    let exportTo: String
    let purposes: [Purpose]

    init(_ figures: PeriodFigures, _ typed: Typed, _ say: Wording) {
        from = Field("from", say("figures-from"), .day, in: typed, say, needed: true)
        to = Field("to", say("figures-to"), .day, in: typed, say, needed: true)
        exportFrom = "\(figures.from)"
        exportTo = "\(figures.to)"
        purposes = Export.Purpose.allCases.map {
            Purpose(value: $0.rawValue, label: say("paper-purpose-\($0.rawValue)"))
        }
    }
}

/// A figure in large type with what it means.
struct FigureHead: Sendable {
    let label: String
    let value: String
    let meaning: String

    static func all(_ figures: PeriodFigures, _ say: Wording) -> [FigureHead] {
        func written(_ count: Int?) -> String {
            count.map { say.number($0) } ?? say("figures-withheld")
        }
        return [
            FigureHead(
                label: say("figures-registered"),
                value: written(figures.single(.registered)),
                meaning: say("figures-means-registered")
            ),
            FigureHead(
                label: say("figures-answered"),
                value: written(figures.single(.answered)),
                meaning: say("figures-means-answered")
            ),
            FigureHead(
                label: say("figures-in-time"),
                value: inTime(figures).map { "\($0)%" } ?? nothing(figures, say),
                meaning: say("figures-means-in-time")
            ),
        ]
    }

    /// What stands where there is no share: it is withheld, or nothing has been due.
    private static func nothing(_ figures: PeriodFigures, _ say: Wording) -> String {
        figures[.punctuality].values.contains { $0 == nil } ? say("figures-withheld") : "–"
    }

    /// Only where both counts are shown; a share would give the other away.
    private static func inTime(_ figures: PeriodFigures) -> Int? {
        let table = figures[.punctuality]
        func count(_ outcome: Punctuality) -> Int? {
            guard let shown = table[outcome.rawValue] else { return 0 }
            return shown
        }
        guard let kept = count(.inTime), let late = count(.late), kept + late > 0 else {
            return nil
        }
        return 100 * kept / (kept + late)
    }
}

/// A table of figures with its chart and its definition.
struct FigureSection: Sendable {
    struct Cell: Sendable {
        let text: String
        /// For the chart; none where it is withheld.
        let value: String?
    }

    struct Row: Sendable {
        let name: String
        let cells: [Cell]
    }

    let id: String
    let title: String
    let meaning: String
    let nameOfRows: String
    let columns: [String]
    let rows: [Row]
    /// `bar`, `line` or `parts`.
    let chart: String
    let nothing: String?
}
