import Centre

/// The worklist as a sheet: the columns of the screen, and no more.
struct WorklistSheet {
    let sheet: Spreadsheet
    private let words: PaperWords

    init(_ words: PaperWords, _ watermark: String, _ offset: TimeOffset) throws {
        self.words = words
        let widths: [(String, Double)] = [
            ("number", 18), ("title", 40), ("stage", 12), ("class", 24), ("area", 20),
            ("urgency", 10), ("lead", 24), ("created", 18), ("updated", 18), ("due", 18),
            ("overdue", 10),
        ]
        sheet = try Spreadsheet(
            named: words.say("export-worklist"),
            watermark: watermark,
            columns: widths.map { .init(title: words.say("export-column-\($0.0)"), width: $0.1) },
            offset: offset
        )
    }

    func add(_ line: WorklistLine) throws {
        try sheet.add([
            line.number.map { .text($0) } ?? .empty,
            line.title.map { .text($0) } ?? .empty,
            .text(words.word(line.stage.rawValue, of: "stage")),
            line.class.map { .text($0.name) } ?? .empty,
            line.area.map { .text($0.name) } ?? .empty,
            .text(words.word(line.urgency.rawValue, of: "urgency")),
            line.lead.map { .text($0.name) } ?? .empty,
            .moment(line.createdAt),
            .moment(line.updatedAt),
            line.due.map { .moment($0) } ?? .empty,
            .text(words.say(line.overdue ? "paper-yes" : "paper-no")),
        ])
    }
}

/// The figures of a period as a sheet.
struct SummarySheet {
    let sheet: Spreadsheet
    private let words: PaperWords

    init(_ words: PaperWords, _ watermark: String, _ offset: TimeOffset) throws {
        self.words = words
        sheet = try Spreadsheet(
            named: words.say("export-statistics"),
            watermark: watermark,
            columns: [("group", 20.0), ("name", 30.0), ("count", 12.0)].map {
                .init(title: words.say("export-column-\($0.0)"), width: $0.1)
            },
            offset: offset
        )
    }

    func add(_ summary: Summary) throws {
        try add("period", "\(summary.from) – \(summary.to)", nil)
        try add("registered", "", summary.registered)
        try add("answered", "", summary.answered)
        for cell in summary.kinds {
            try add("kinds", words.word(cell.name, of: "kind"), cell.count)
        }
        for cell in summary.channels {
            try add("channels", words.word(cell.name, of: "channel"), cell.count)
        }
    }

    private func add(_ group: String, _ name: String, _ count: Int?) throws {
        try sheet.add([
            .text(words.say("export-group-\(group)")), .text(name),
            count.map { .number($0) } ?? .empty,
        ])
    }
}
