import Storage

/// An officer's words about a matter, sealed under the matter's key: what is missing, minutes of a
/// conference, the note of a verification.
enum MatterPaper {
    enum Kind: String, Storable {
        case missing
        case minutes
        case verification
        case progress
        case suspension
        case extensionReason
        case link
        case termination
        case terminationDocument
        case supervision
        case whistle
        case joint
        case group
        case ruling
        case level
    }

    static func keep(_ kind: Kind, box: [UInt8], of matter: ID<Matter>, in turn: Turn) throws {
        try turn.tx.run(
            """
            INSERT INTO matter_papers (id, matter, kind, words_box, at)
            VALUES (\(turn.newID(of: Matter.self)), \(matter), \(kind), \(box), \(turn.at))
            """
        )
    }
}

extension File {
    /// Seals an officer's words and keeps them.
    /// - Returns: the digest for the entry that tells of them.
    func paper(_ kind: MatterPaper.Kind, _ words: String) throws -> String {
        let box = try vault.seal(words, as: "matter.\(kind.rawValue)")
        try MatterPaper.keep(kind, box: box, of: matter.id, in: turn)
        return sealedDigest(box)
    }
}

extension MatterPaper {
    /// The newest words of a kind.
    static func last(_ kind: Kind, of file: File) throws -> String? {
        let box: [UInt8]? = try file.turn.tx.value(
            """
            SELECT words_box FROM matter_papers
            WHERE matter = \(file.matter.id) AND kind = \(kind) ORDER BY id DESC LIMIT 1
            """
        )
        return try box.map { try file.vault.open($0, as: "matter.\(kind.rawValue)") }
    }
}

extension MatterPaper {
    /// All words by the digest under which an entry tells of them.
    static func all(of file: File) throws -> [String: String] {
        let rows = try file.turn.tx.rows(
            """
            SELECT kind, words_box FROM matter_papers WHERE matter = \(file.matter.id) ORDER BY id
            """
        )
        let vault = try file.vault
        var words: [String: String] = [:]
        for row in rows {
            let kind: Kind = try row["kind"]
            let box: [UInt8] = try row["words_box"]
            words[sealedDigest(box)] = try vault.open(box, as: "matter.\(kind.rawValue)")
        }
        return words
    }
}

extension MatterPaper {
    /// The boxes of a kind by their digest.
    static func boxes(_ kind: Kind, of file: File) throws -> [String: [UInt8]] {
        let rows = try file.turn.tx.rows(
            """
            SELECT words_box FROM matter_papers
            WHERE matter = \(file.matter.id) AND kind = \(kind) ORDER BY id
            """
        )
        let boxes: [[UInt8]] = try rows.map { try $0[0] }
        return Dictionary(boxes.map { (sealedDigest($0), $0) }, uniquingKeysWith: { $1 })
    }
}
