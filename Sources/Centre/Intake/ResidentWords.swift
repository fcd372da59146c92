import Storage

/// A resident's own words and the answer to them, opened with the contact's key.
///
/// Everything is absent once the person has been erased.
struct ResidentWords {
    var title: String?
    var content: String?
    var additions: [String] = []
    var answer: String?
    var rating: ConcernView.Rating?

    init(of concern: Concern, in turn: Turn) throws {
        let row = try turn.tx.row(
            "SELECT answer_box, rated_solved, rated_fair FROM concerns WHERE id = \(concern.id)"
        )
        guard let row else { return }
        rating = try Self.rating(of: concern, row)
        guard let vault = try Contact.vault(of: concern.contact, in: turn) else { return }
        let box: [UInt8]? = try row["answer_box"]
        answer = try box.map { try vault.open($0, as: "concern.answer") }
        try read(concern, with: vault, in: turn.tx)
    }

    private mutating func read(
        _ concern: Concern,
        with vault: Vault,
        in tx: Transaction
    ) throws {
        let rows = try tx.rows(
            """
            SELECT kind, title_box, words_box FROM concern_words
            WHERE concern = \(concern.id) ORDER BY concern, id
            """
        )
        for row in rows { try read(row, with: vault) }
    }

    private mutating func read(_ row: Row, with vault: Vault) throws {
        let kind: ConcernWords.Kind = try row["kind"]
        let words = try vault.open(try row["words_box"], as: "concern.words")
        switch kind {
        case .registration:
            let box: [UInt8]? = try row["title_box"]
            title = try box.map { try vault.open($0, as: "concern.title") }
            content = words
        case .supplement, .update: additions.append(words)
        case .contest, .rating: break
        }
    }

    private static func rating(
        of concern: Concern,
        _ row: Row
    ) throws
        -> ConcernView.Rating?
    {
        guard let at = concern.ratedAt, let solved: Concern.Verdict = try row["rated_solved"],
            let fair: Concern.Verdict = try row["rated_fair"]
        else { return nil }
        return ConcernView.Rating(solved: solved, fair: fair, at: at)
    }
}
