import Centre

/// Figures as rows of words and numbers, in the order of the town's own lists.
struct FigureWriting {
    let figures: PeriodFigures
    let town: Town
    let say: Wording

    var sections: [FigureSection] {
        [
            months,
            section("classes", .classes, classes, chart: "bar"),
            section("villages", .villages, villages, chart: "bar"),
            section("punctuality", .punctuality, outcomes, chart: "parts"),
            section("solved", .solved, verdicts, chart: "parts"),
            section("fair", .fair, verdicts, chart: "parts"),
            section("channels", .channels, channels, chart: "bar"),
            section("kinds", .kinds, kinds, chart: "bar"),
        ]
    }

    private var outcomes: [(code: String, name: String)] {
        Punctuality.allCases.map { ($0.rawValue, say("figures-\($0.rawValue)")) }
    }

    private var verdicts: [(code: String, name: String)] {
        Concern.Verdict.allCases.map { ($0.rawValue, say("figures-verdict-\($0.rawValue)")) }
    }

    private var channels: [(code: String, name: String)] {
        Concern.Channel.allCases.map { ($0.rawValue, say("paper-channel-\($0.rawValue)")) }
    }

    private var kinds: [(code: String, name: String)] {
        Concern.Kind.allCases.map { ($0.rawValue, say("paper-kind-\($0.rawValue)")) }
    }

    private var classes: [(code: String, name: String)] {
        town.classes.filter { $0.parent == nil }.map { ($0.code, say($0.name)) }
            + [(FigureTable.none, say("figures-none-classes"))]
    }

    private var villages: [(code: String, name: String)] {
        town.areas.filter { $0.level == .village }.map { ($0.code, say($0.name)) }
            + [(FigureTable.none, say("figures-none-villages"))]
    }

    private func section(
        _ id: String,
        _ table: FigureTable,
        _ names: [(code: String, name: String)],
        chart: String
    ) -> FigureSection {
        let counts = figures[table]
        let isWhole = counts.values.allSatisfy { $0 != nil }
        let total = counts.values.compactMap(\.self).reduce(0, +)
        let rows = names.compactMap { code, name -> FigureSection.Row? in
            guard let count = counts[code] else { return nil }
            let share = isWhole && total > 0 ? count.map { 100 * $0 / total } : nil
            return FigureSection.Row(
                name: name,
                cells: [cell(count), .init(text: share.map { "\($0)%" } ?? "–", value: nil)]
            )
        }
        return FigureSection(
            id: id,
            title: say("figures-\(id)"),
            meaning: say("figures-means-\(id)"),
            nameOfRows: say("figures-name"),
            columns: [say("figures-count"), say("figures-share")],
            rows: rows,
            chart: chart,
            nothing: rows.isEmpty ? say("figures-nothing") : nil
        )
    }

    private var months: FigureSection {
        FigureSection(
            id: "months",
            title: say("figures-months"),
            meaning: say("figures-means-months"),
            nameOfRows: say("figures-month-name"),
            columns: [say("figures-registered"), say("figures-answered")],
            rows: figures.months.map { month in
                let (year, number, _) = month.first.parts
                let name = say(
                    "figures-month",
                    ["year": "\(year)", "month": say("month-\(number)")]
                )
                return FigureSection.Row(
                    name: name,
                    cells: [cell(month.registered), cell(month.answered)]
                )
            },
            chart: "line",
            nothing: nil
        )
    }

    private func cell(_ count: Int?) -> FigureSection.Cell {
        FigureSection.Cell(
            text: count.map { say.number($0) } ?? say("figures-withheld"),
            value: count.map { "\($0)" }
        )
    }
}
