import Crypto
import Foundation
import Storage

/// The id a caller gives to a write, and what was asked. The same id with the same content gives
/// the first answer again; with other content it is refused.
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

    package var grade: RefusalGrade { .collision }
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
        guard before == print(keys) else { throw OperationRefusal.otherContent }
        let text = try keys.openAnswer(try kept["answer_box"])
        return try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    }

    func keep(
        _ answer: some Codable,
        keys: HouseKeys,
        at moment: Moment,
        in tx: Transaction
    ) throws {
        let text = String(decoding: try JSONEncoder().encode(answer), as: UTF8.self)
        try tx.run(
            """
            INSERT INTO operations (id, fingerprint, answer_box, at)
            VALUES (\(id), \(print(keys)), \(try keys.sealAnswer(text)), \(moment))
            """
        )
    }

    /// What was asked as it is kept: keyed, so that a name in it cannot be guessed and tried.
    private func print(_ keys: HouseKeys) -> [UInt8] {
        keys.mark(sealedDigest(fingerprint), kind: "operation")
    }
}
