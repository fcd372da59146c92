import Centre

/// Puts what a paper or a list tells into words of one language.
struct PaperWords: Sendable {
    let say: Wording
    private let offset: TimeOffset
    private let days: DayWords

    /// - Parameter grounds: the town's, for the names of pauses.
    init(
        _ sentences: Sentences,
        in language: Language,
        offset: TimeOffset,
        grounds: [SuspensionGround] = []
    ) {
        say = Wording(sentences, in: language, offset: offset)
        self.offset = offset
        days = DayWords(say, grounds)
    }

    /// A code of a list in words; the code itself where the tables have none.
    func word(_ code: String, of list: String) -> String {
        let own = "paper-\(list)-\(code)"
        if say.knows(own) { return say(own) }
        let shared = "\(list)-\(code)"
        return say.knows(shared) ? say(shared) : code
    }

    /// A limit in days ends with its day; any other moment is told to the minute.
    func moment(_ moment: Moment) -> String {
        let day = moment.day(in: offset)
        return moment == day.end(in: offset) ? say.day(day) : say.moment(moment)
    }

    func line(_ field: Document.Field) -> String? {
        switch field {
        case .text(let text): text
        case .name(let name): say(name)
        case .day(let moment): say.day(moment)
        case .moment(let moment): self.moment(moment)
        case .count(let count): say.number(count)
        case .word(let code, let list): word(code, of: list)
        case .reason(let word, let name): days.reason(word, naming: name)
        case .days(let runs): runs.map(days.line).joined(separator: say("days-between"))
        case .amount(let amount, let unit): say.amount(amount, unit)
        case .flag, .lines: nil
        }
    }
}
