import Centre
import Hummingbird

/// Lists as Excel files, for what they are needed.
struct ExportCalls: Sendable {
    let desk: ExportDesk
    let town: TownInForce
    let sentences: Sentences
    let now: @Sendable () -> Moment

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/matters/export", use: worklist)
        officers.get("/statistics/export", use: statistics)
    }

    @Sendable func worklist(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> FileAnswer {
        var query = try Query(request)
        let purpose = try query.purpose()
        let words = try words(&query, context)
        let list = try Worklist(&query, in: town.town)
        try query.nothingElse()
        let sheet = try WorklistSheet(words, mark(for: purpose, by: context.viewer, words), offset)
        try await desk.worklist(list, for: context.viewer) { lines in
            for line in lines { try sheet.add(line) }
        }
        let filters = list.filters(in: town.town)
        return try await giveOut(sheet.sheet, .worklist, purpose, filters, context, words)
    }

    @Sendable func statistics(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> FileAnswer {
        var query = try Query(request)
        let purpose = try query.purpose()
        let words = try words(&query, context)
        let (from, to) = (try query.day("from"), try query.day("to"))
        try query.nothingElse()
        let summary = try await desk.summary(from: from, to: to, for: context.viewer)
        let sheet = try SummarySheet(words, mark(for: purpose, by: context.viewer, words), offset)
        try sheet.add(summary)
        let filters = ["from": "\(summary.from)", "to": "\(summary.to)"]
        return try await giveOut(sheet.sheet, .statistics, purpose, filters, context, words)
    }

    private var offset: TimeOffset { town.town.offset }

    private func words(_ query: inout Query, _ context: OfficerContext) throws -> PaperWords {
        PaperWords(
            sentences,
            in: try query.word("lang", as: Language.self) ?? context.language,
            offset: offset
        )
    }

    /// Who took it out, when and what for, so that a copy that turns up somewhere tells where it
    /// comes from.
    private func mark(for purpose: Export.Purpose, by viewer: Viewer, _ words: PaperWords) -> String
    {
        words.say(
            "export-mark",
            [
                "officer": "\(viewer.name) (\(viewer.login))",
                "moment": words.moment(now()),
                "purpose": words.word(purpose.rawValue, of: "purpose"),
            ]
        )
    }

    private func giveOut(
        _ sheet: Spreadsheet,
        _ list: Export.List,
        _ purpose: Export.Purpose,
        _ filters: [String: String],
        _ context: OfficerContext,
        _ words: PaperWords
    ) async throws -> FileAnswer {
        let count = sheet.count
        try sheet.close(with: words.say("export-count", ["count": words.say.number(count)]))
        let bytes = try sheet.finished()
        let export = Export(list, for: purpose, filters: filters, count: count, file: bytes)
        try await desk.enter(export, by: context.viewer)
        let day = now().day(in: offset)
        return FileAnswer(bytes: bytes, media: .xlsx, name: "\(list.rawValue)-\(day).xlsx")
    }
}

extension Query {
    /// What a list is taken out for; without it none is given (个人信息保护法 Art 6).
    fileprivate mutating func purpose() throws(Fault) -> Export.Purpose {
        guard let purpose = try word("purpose", as: Export.Purpose.self) else {
            throw Fault(.missing, "purpose")
        }
        return purpose
    }
}
