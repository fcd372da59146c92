import Storage

/// What a resident wrote, in the order it came, sealed under the contact's key.
enum ConcernWords {
    enum Kind: String, Storable {
        case registration
        case supplement
        case update
        case contest
        case rating
    }

    /// - Returns: the digest of the sealed words, for the entry that tells of them.
    @discardableResult
    static func keep(
        _ kind: Kind,
        title: String? = nil,
        words: String,
        of concern: ID<Concern>,
        vault: Vault,
        in turn: Turn
    ) throws -> String {
        let box = try vault.seal(words, as: "concern.words")
        let titleBox = try title.map { try vault.seal($0, as: "concern.title") }
        try turn.tx.run(
            """
            INSERT INTO concern_words (id, concern, kind, title_box, words_box, at)
            VALUES (\(turn.newID(of: Concern.self)), \(concern), \(kind), \(titleBox), \(box),
                \(turn.at))
            """
        )
        return sealedDigest(box)
    }
}

/// Finding a matter by a word of its title, without keeping the title in clear.
enum MatterWords {
    static func index(
        _ title: String,
        matter: ID<Matter>,
        concern: ID<Concern>,
        in turn: Turn
    ) throws {
        let marks = turn.house.keys.wordMarks(of: title)
        guard !marks.isEmpty else { return }
        let rows: [SQL] = marks.map { "(\($0), \(matter), \(concern))" }
        try turn.tx.run(
            """
            INSERT INTO matter_words (word, matter, concern) VALUES \(rows.joined(by: ", "))
            ON CONFLICT (word, matter, concern) DO NOTHING
            """
        )
    }

    /// A concern that goes to another matter takes its words along.
    static func move(_ concern: ID<Concern>, to matter: ID<Matter>, in tx: Transaction) throws {
        try tx.run("UPDATE matter_words SET matter = \(matter) WHERE concern = \(concern)")
    }
}
