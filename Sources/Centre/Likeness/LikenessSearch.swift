import Storage

/// Finds the open matters that may be the same as one: by who asks, by place and class, by words.
///
/// Each way looks at a bounded piece of an index, so that it costs the same in a store of any size.
struct LikenessSearch {
    let matter: Matter
    let sight: Sight
    let turn: Turn

    struct Found {
        let matter: ID<Matter>
        let likeness: Likeness
    }

    /// What is older is not the same trouble any more, or has long been found.
    private static let days = 180
    /// How many each way brings at most.
    private static let limit = 40
    private static let placesOfWord = 60

    /// Those worth a look, what has most reasons first, then the newest.
    func found(limit: Int) throws -> [Found] {
        let words = try wordsOfTitles()
        let sameRequester = try ofSameRequester()
        let candidates = try seen(among: sameRequester + ofPlace() + ofWords(words))
        return try compared(with: candidates, words, sameRequester)
            .filter(\.likeness.isWorthALook)
            .sorted { ($1.likeness.reasons, $1.matter) < ($0.likeness.reasons, $0.matter) }
            .prefix(limit).map(\.self)
    }

    /// How one other matter, that a person has named, compares.
    func found(_ other: ID<Matter>) throws -> Found {
        let found = try compared(with: [other], wordsOfTitles(), ofSameRequester()).first
        guard let found else { throw NotFound() }
        return found
    }

    private func compared(
        with others: [ID<Matter>],
        _ words: [Int64],
        _ sameRequester: [ID<Matter>]
    ) throws -> [Found] {
        guard !others.isEmpty else { return [] }
        let own = try traits(of: [matter.id], words: [])[matter.id] ?? Traits()
        return try traits(of: others, words: words).map { id, traits in
            var traits = traits
            traits.isOfSameRequester = sameRequester.contains(id)
            let likeness = Likeness(of: own, and: traits, ofWords: words.count)
            return Found(matter: id, likeness: likeness)
        }
    }

    private var horizon: ID<Matter> {
        .first(at: turn.at.adding(hours: -24 * Self.days))
    }

    /// Residents who are known by name alone: a confidential one is not to be found by others.
    private func ofSameRequester() throws -> [ID<Matter>] {
        try turn.tx.rows(
            """
            SELECT DISTINCT c.matter
            FROM (
                SELECT contact FROM concerns
                WHERE matter = \(matter.id) AND mode = 'named'
                ORDER BY registered_at, id LIMIT \(Self.limit)
            ) AS own
            JOIN contact_marks mine ON mine.contact = own.contact
            JOIN contact_marks theirs ON theirs.kind = mine.kind AND theirs.mark = mine.mark
            JOIN concerns c ON c.contact = theirs.contact
            WHERE c.mode = 'named' AND c.matter <> \(matter.id)
            ORDER BY c.matter DESC LIMIT \(Self.limit)
            """
        ).map { try $0["matter"] }
    }

    private func ofPlace() throws -> [ID<Matter>] {
        guard let grid = matter.grid, let classCode = matter.classCode else { return [] }
        return try turn.tx.rows(
            """
            SELECT id FROM matters
            WHERE grid = \(grid) AND class = \(classCode) AND id > \(horizon)
            ORDER BY id DESC LIMIT \(Self.limit)
            """
        ).map { try $0["id"] }
    }

    private func wordsOfTitles() throws -> [Int64] {
        try turn.tx.rows(
            """
            SELECT DISTINCT w.word
            FROM (
                SELECT id FROM concerns WHERE matter = \(matter.id)
                ORDER BY registered_at, id LIMIT 5
            ) AS own
            JOIN matter_words w ON w.concern = own.id
            ORDER BY w.word LIMIT \(TitleWords.most * 2)
            """
        ).map { try $0["word"] }
    }

    /// The newest places of each word; what turns up for several words comes first.
    private func ofWords(_ words: [Int64]) throws -> [ID<Matter>] {
        guard !words.isEmpty else { return [] }
        let places: [SQL] = words.map { word in
            """
            SELECT matter FROM (
                SELECT DISTINCT matter FROM matter_words
                WHERE word = \(word) AND matter > \(horizon)
                ORDER BY matter DESC LIMIT \(Self.placesOfWord)
            ) AS places
            """
        }
        return try turn.tx.rows(
            """
            SELECT f.matter FROM (\(places.joined(by: " UNION ALL "))) AS f
            GROUP BY f.matter HAVING COUNT(*) > 1
            ORDER BY COUNT(*) DESC, f.matter DESC LIMIT \(Self.limit)
            """
        ).map { try $0["matter"] }
    }

    /// Those that are open, the viewer may see, and nobody has said are another matter.
    private func seen(among candidates: [ID<Matter>]) throws -> [ID<Matter>] {
        let others = Set(candidates).subtracting([matter.id]).sorted()
        guard !others.isEmpty else { return [] }
        return try turn.tx.rows(
            """
            SELECT m.id FROM matters m
            WHERE m.id IN \(list: others) AND \(Matter.isOpen) AND m.linked_into IS NULL
                AND \(sight.condition)
            """
        ).map { row in try row["id"] as ID<Matter> }
            .filter { other in try !Apart.isBetween(matter.id, and: other, in: turn.tx) }
    }

    private func traits(
        of matters: [ID<Matter>],
        words: [Int64]
    ) throws -> [ID<Matter>: Traits] {
        var traits: [ID<Matter>: Traits] = [:]
        let rows = try turn.tx.rows(
            "SELECT id, grid, class FROM matters WHERE id IN \(list: matters)"
        )
        for row in rows {
            traits[try row["id"]] = Traits(grid: try row["grid"], classCode: try row["class"])
        }
        let places = try turn.tx.rows(
            """
            SELECT matter, lng, lat FROM concerns
            WHERE matter IN \(list: matters) AND lng IS NOT NULL AND lat IS NOT NULL
            ORDER BY matter, registered_at, id LIMIT 500
            """
        )
        for row in places {
            let point = Point(lng: try row["lng"], lat: try row["lat"], crs: .cgcs2000)
            traits[try row["matter"]]?.points.append(point)
        }
        guard !words.isEmpty else { return traits }
        let shared = try turn.tx.rows(
            """
            SELECT matter, COUNT(DISTINCT word) AS words FROM matter_words
            WHERE word IN \(list: words) AND matter IN \(list: matters) GROUP BY matter
            """
        )
        for row in shared { traits[try row["matter"]]?.words = try row["words"] }
        return traits
    }
}
