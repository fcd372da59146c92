import Centre
import Hummingbird

/// What a limit would be, with every day counted or skipped and why.
struct PreviewCalls: Sendable {
    let town: TownInForce
    let sentences: Sentences

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.post("/clocks/preview", use: preview)
    }

    @Sendable private func preview(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<PreviewAnswer> {
        var fields = try await Write.fields(of: request)
        let town = town.town
        let code = try fields.optionalText("rule", 1...64)
        let own = try OwnLimit(&fields)
        let start = try fields.momentOrDay("start", ending: false, in: town.offset)
        let pauses = try fields.objects("pauses", upTo: 100) { pause in
            Pause(
                from: try pause.momentOrDay("from", ending: false, in: town.offset),
                until: try pause.momentOrDay("until", ending: true, in: town.offset),
                ground: try pause.optionalText("ground", 1...64) ?? ""
            )
        }
        try fields.nothingElse()
        let preview = try count(code, own, start, pauses, in: town)
        return Answer(PreviewAnswer(preview, in: context.language, sentences))
    }

    private func count(
        _ code: String?,
        _ own: OwnLimit?,
        _ start: Moment,
        _ pauses: [Pause],
        in town: Town
    ) throws -> Preview {
        switch (code, own) {
        case (let code?, nil):
            // The edition that holds for what begins that day; before the first one, the first.
            if let rule = town.rule(code, on: start.day(in: town.offset)) ?? town.rule(code) {
                return try Preview(of: rule, start: start, pauses: pauses, calendar: town.calendar)
            }
            guard let outside = town.outsideLimit(code) else { throw Fault(.unknownCode, "rule") }
            return try Preview(
                amount: outside.amount,
                unit: outside.unit,
                rollOver: outside.rollOver,
                start: start,
                pauses: pauses,
                calendar: town.calendar
            )
        case (nil, let own?):
            return try Preview(
                amount: own.amount,
                unit: own.unit,
                rollOver: own.rollOver,
                start: start,
                pauses: pauses,
                calendar: town.calendar
            )
        case (nil, nil): throw Fault(.missing, "rule")
        case (_?, _?): throw Fault(.twice, "amount")
        }
    }
}

/// A limit of the asker's own making.
private struct OwnLimit {
    let amount: Int
    let unit: LimitUnit
    let rollOver: Bool

    init?(_ fields: inout Fields) throws {
        let amount = try fields.optionalWhole("amount", 1...87_840)
        let unit = try fields.optionalWord("unit", as: LimitUnit.self)
        rollOver = try fields.optionalFlag("rollOver") ?? false
        guard amount != nil || unit != nil else { return nil }
        guard let amount else { throw Fault(.missing, "amount") }
        guard let unit else { throw Fault(.missing, "unit") }
        self.amount = amount
        self.unit = unit
    }
}

struct PreviewAnswer: Encodable, Sendable {
    struct CountedDayLine: Encodable, Sendable {
        let date: Day
        let counted: Bool
        let why: String
        let says: String
    }

    let due: Moment
    let provisional: Bool
    let days: [CountedDayLine]

    init(_ preview: Preview, in language: Language, _ sentences: Sentences) {
        due = preview.due
        provisional = preview.provisional
        days = preview.days.map { day in
            CountedDayLine(
                date: day.day,
                counted: day.counted,
                why: day.why.word,
                says: sentences.sentence(for: day.why.word, day.why.named, in: language)
            )
        }
    }
}

extension DayWhy {
    fileprivate var named: [String: String] { name.map { ["name": $0] } ?? [:] }
}
