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

    func found() throws -> SQL {
        let marks = text.split(separator: " ").flatMap {
            turn.house.keys.wordMarks(of: String($0))
        }
        if let byNumber = try matter(numbered: text) {
            return
                "SELECT m.id AS id, m.created_at AS k FROM matters m WHERE m.id = \(byNumber) AND \(sight.condition) \(beyond)"
        }
        guard let first = marks.first else { throw SearchRefusal.tooShort }
        let others: [SQL] = marks.dropFirst().map { mark in
            """
            AND EXISTS (
                SELECT 1 FROM matter_words o
                WHERE o.word = \(mark) AND o.matter = w.matter AND o.concern = w.concern
            )
            """
        }
        return """
            SELECT DISTINCT m.id AS id, m.created_at AS k FROM matter_words w
            JOIN matters h ON h.id = w.matter
            JOIN matters m ON m.id = COALESCE(h.linked_into, h.id)
            WHERE w.word = \(first) \(others.joined(by: " ")) AND m.linked_into IS NULL
                AND \(sight.condition) \(beyond)
            ORDER BY k DESC, id DESC LIMIT \(list.limit + 1)
            """
    }

    private var beyond: SQL {
        guard let after = list.after else { return "" }
        return "AND (m.created_at, m.id) < (\(after.key), \(after.matter))"
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
