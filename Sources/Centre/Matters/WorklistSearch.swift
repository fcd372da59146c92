import Storage

package enum SearchRefusal: String, Refusal, CaseIterable {
    case tooShort = "search-too-short"

    package var grade: RefusalGrade { .malformed }
    package var field: String? { "q" }
}

/// Finding matters by a concern's number, an outside number, or words of a title; newest first.
///
/// A title leads to the matter its concern is linked to, which is found by the words of each. It
/// searches matters the viewer may see, never residents.
struct WorklistSearch {
    let text: String
    let list: Worklist
    let sight: Sight
    let turn: Turn

    /// A word found in this many places is common: how common is not counted further.
    private static let common = 1000

    func found() throws -> SQL {
        let marks = text.split(separator: " ").flatMap {
            turn.house.keys.wordMarks(of: String($0))
        }
        if let byNumber = try matter(numbered: text) {
            return """
                SELECT m.id AS id, m.created_at AS k FROM matters m
                WHERE m.id = \(byNumber) AND \(sight.condition) AND \(beyond("m.id"))
                """
        }
        guard let rarest = try rarest(of: marks) else { throw SearchRefusal.tooShort }
        return """
            SELECT f.id AS id, f.created_at AS k
            FROM (\(walk(along: rarest, with: marks.filter { $0 != rarest }))) AS w
            JOIN matters f ON f.id = w.matter
            ORDER BY f.id DESC
            """
    }

    /// One walk along the places of a word: ids grow with time, so the newest come first.
    private func walk(along mark: Int64, with others: [Int64]) -> SQL {
        let conditions: [SQL] = others.map { other in
            """
            EXISTS (
                SELECT 1 FROM matter_words o
                WHERE o.word = \(other) AND o.matter = w.matter AND o.concern = w.concern
            )
            """
        }
        return """
            SELECT DISTINCT w.matter FROM matter_words w CROSS JOIN matters m
            WHERE w.word = \(mark) AND m.id = w.matter AND \(beyond("w.matter"))
                AND \((conditions + [sight.condition]).joined(by: " AND "))
            ORDER BY w.matter DESC LIMIT \(list.limit + 1)
            """
    }

    /// The word that is found in the fewest places; the first of those that are all common.
    private func rarest(of marks: [Int64]) throws -> Int64? {
        guard marks.count > 1 else { return marks.first }
        var rarest = marks[0]
        var fewest = Int.max
        for mark in marks {
            let places = try places(of: mark)
            if places < fewest { (rarest, fewest) = (mark, places) }
        }
        return rarest
    }

    private func places(of mark: Int64) throws -> Int {
        try turn.tx.value(
            """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM matter_words WHERE word = \(mark) LIMIT \(Self.common)
            ) AS places
            """
        ) ?? 0
    }

    private func beyond(_ id: SQL) -> SQL {
        guard let after = list.after else { return "1 = 1" }
        return "\(id) < \(after.matter)"
    }

    private func matter(numbered text: String) throws -> ID<Matter>? {
        let plain = text.uppercased().filter { $0 != " " && $0 != "-" }
        let own: ID<Matter>? = try turn.tx.value(
            "SELECT matter FROM concerns WHERE number = \(plain)"
        )
        if let own { return own }
        return try turn.tx.value(
            """
            SELECT matter FROM concerns
            WHERE channel IN \(list: Concern.Channel.allCases) AND external_no = \(text)
            ORDER BY id DESC LIMIT 1
            """
        )
    }
}
