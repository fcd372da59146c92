import Crypto
import Foundation
import Storage

/// The id a caller gives to a write, and what was asked.
///
/// The same id with the same content gives the first answer again; with other content it is
/// refused.
package struct Operation: Sendable, Equatable {
    package let id: String
    package let fingerprint: [UInt8]

    /// - Parameters:
    ///   - scope: who asks, so that two callers' keys never meet.
    ///   - key: 1 to 64 printable characters made by the caller.
    ///   - content: what is asked, byte for byte.
    package init(scope: String, key: String, content: [UInt8]) {
        id = scope + "/" + key
        fingerprint = Array(SHA256.hash(data: content))
    }
}

package enum OperationRefusal: String, Refusal, CaseIterable {
    case otherContent = "idempotency-key-reused"
    /// It was carried out, and its answer went with the person it told of.
    case answerErased = "answer-erased"

    package var grade: RefusalGrade { self == .otherContent ? .collision : .ruledOut }
}

/// An answer, and whether it was given before.
package struct Performed<Answer: Sendable>: Sendable {
    package let answer: Answer
    package let replayed: Bool

    package init(answer: Answer, replayed: Bool) {
        self.answer = answer
        self.replayed = replayed
    }
}

extension Operation {
    /// The answer kept for this operation, if it was carried out before.
    func answer<Answer: Codable>(keys: HouseKeys, in tx: Transaction) throws -> Answer? {
        let kept = try tx.row("SELECT fingerprint, answer_box FROM operations WHERE id = \(id)")
        guard let kept else { return nil }
        let before: [UInt8] = try kept["fingerprint"]
        guard before == keyed(keys) else { throw OperationRefusal.otherContent }
        let box: [UInt8] = try kept["answer_box"]
        guard !box.isEmpty else { throw OperationRefusal.answerErased }
        let text = try keys.openAnswer(box, as: "answer/\(id)")
        return try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    }

    func keep(
        _ answer: some Codable,
        about matters: Set<ID<Matter>>,
        keys: HouseKeys,
        at moment: Moment,
        in tx: Transaction
    ) throws {
        let text = String(decoding: try JSONEncoder().encode(answer), as: UTF8.self)
        try tx.run(
            """
            INSERT INTO operations (id, fingerprint, answer_box, at)
            VALUES (\(id), \(keyed(keys)), \(try keys.sealAnswer(text, as: "answer/\(id)")), \(moment))
            ON CONFLICT (id) DO NOTHING
            """
        )
        guard !matters.isEmpty else { return }
        let rows: [SQL] = matters.sorted().map { "(\($0), \(id))" }
        try tx.run(
            "INSERT INTO operation_matters (matter, operation) VALUES \(rows.joined(by: ", "))"
        )
    }

    /// What was asked as it is kept: keyed, so that a name in it cannot be guessed and tried.
    private func keyed(_ keys: HouseKeys) -> [UInt8] {
        keys.mark(sealedDigest(fingerprint), kind: "operation")
    }
}

extension Operation {
    /// Empties the kept answers that tell of these matters.
    ///
    /// The operations themselves stay, so that none is carried out twice.
    static func eraseAnswers(about matters: [ID<Matter>], in tx: Transaction) throws {
        let nothing: [UInt8] = []
        try tx.run(
            """
            UPDATE operations SET answer_box = \(nothing) WHERE id IN (
                SELECT operation FROM operation_matters WHERE matter IN \(list: matters)
            )
            """
        )
    }
}
