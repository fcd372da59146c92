package import Centre

/// How the centre speaks to one reader: sentences, dates and figures in the reader's language and
/// the town's time.
package struct Wording: Sendable {
    let sentences: Sentences
    package let language: Language
    let offset: TimeOffset

    package init(_ sentences: Sentences, in language: Language, offset: TimeOffset = .china) {
        self.sentences = sentences
        self.language = language
        self.offset = offset
    }

    package func callAsFunction(_ key: String, _ particulars: [String: String] = [:]) -> String {
        sentences.raw(key, in: language).map { Sentences.fill($0, with: particulars) } ?? key
    }

    /// The sentence for a refusal's word; codes among its particulars are put into words.
    package func refusal(_ word: String, _ particulars: [String: String]) -> String {
        sentences.sentence(for: word, particulars, in: language)
    }

    /// The town's own names come in both languages.
    package func callAsFunction(_ name: Bilingual) -> String {
        language == .chinese || name.en.isEmpty ? name.zh : name.en
    }

    package func knows(_ key: String) -> Bool { sentences.raw(key, in: language) != nil }

    /// A sentence with a number in it, by the keys `key-one` and `key-other`; the number's place
    /// is `{count}`.
    package func count(_ key: String, _ count: Int, _ more: [String: String] = [:]) -> String {
        let form = language == .english && count == 1 ? "one" : "other"
        return self("\(key)-\(form)", more.merging(["count": number(count)]) { $1 })
    }

    package func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var groups: [Substring] = []
        var rest = Substring(digits)
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        return (number < 0 ? "−" : "") + groups.joined(separator: ",")
    }

    /// Yuan from fen, without the fen where there are none.
    package func money(fen: Int64) -> String {
        let yuan = number(Int(fen / 100))
        let rest = fen.magnitude % 100
        let amount = rest == 0 ? yuan : "\(yuan).\(rest < 10 ? "0" : "")\(rest)"
        return self("amount-of-money", ["amount": amount])
    }

    /// A list in one line: 甲、乙 or a, b.
    package func list(_ items: [String]) -> String {
        items.joined(separator: language == .chinese ? "、" : ", ")
    }
}
