import Storage

/// The answer one resident gets, sealed under the resident's own contact.
enum Answer {
    /// - Returns: the digest of the sealed words.
    static func keep(_ words: String, for concern: Concern, in turn: Turn) throws -> String? {
        guard let vault = try Contact.vault(of: concern.contact, in: turn) else { return nil }
        let box = try vault.seal(words, as: "concern.answer")
        try turn.tx.run("UPDATE concerns SET answer_box = \(box) WHERE id = \(concern.id)")
        return sealedDigest(box)
    }
}
