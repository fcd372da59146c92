import Crypto
import Foundation
import Storage

/// What opens a file that waits for its concern to be sent.
///
/// Only the writer's form has it: the store knows a hash of it, and nobody else can open the box.
package struct HoldingToken: Sendable, Hashable {
    package let text: String

    /// - Returns: nil for what is no such token.
    package init?(_ text: String) {
        let isToken =
            text.utf8.count == 48
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard isToken else { return nil }
        self.text = text
    }

    init(world: World) {
        text = world.random(24).map { byte in
            byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
        }.joined()
    }

    var id: [UInt8] { Array(SHA256.hash(data: Array("held.id/\(text)".utf8))) }

    var key: SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(text.utf8)),
            info: Array("maplebridge.held".utf8),
            outputByteCount: 32
        )
    }
}

/// A file that waits, as its writer's form lists it.
package struct HeldAttachment: Sendable, Equatable {
    package let token: HoldingToken
    package let name: String
    package let kind: Attachment.Kind
    package let size: Int
}

/// The files of concerns that are still being written.
struct HeldAttachments {
    let world: World
    let tx: Transaction

    /// How long a file waits.
    static let hours = 3
    /// How many wait at a time, over all who write.
    static let most = 300

    private struct Head: Codable {
        let name: String
        let kind: Attachment.Kind
        let size: Int
    }

    func put(_ file: AttachmentFile, place: Int) throws -> HeldAttachment {
        let now = world.now()
        try tx.run(
            "DELETE FROM held_attachments WHERE at < \(now.adding(hours: -Self.hours))"
        )
        let waiting: Int? = try tx.value("SELECT COUNT(*) FROM held_attachments")
        guard (waiting ?? 0) < Self.most else { throw AttachmentRefusal(.noRoom, place: place) }
        let token = HoldingToken(world: world)
        let head = Head(name: file.name, kind: file.kind, size: file.bytes.count)
        let headBox = try Sealing.seal(
            Array(try JSONEncoder().encode(head)),
            with: token.key,
            as: "held.head"
        )
        let box = try Sealing.seal(file.bytes, with: token.key, as: "held.content")
        try tx.run(
            """
            INSERT INTO held_attachments (id, at, head_box, content_box)
            VALUES (\(token.id), \(now), \(headBox), \(box))
            """
        )
        return HeldAttachment(token: token, name: head.name, kind: head.kind, size: head.size)
    }

    /// The file's head, or nil when it waits no longer.
    func look(_ token: HoldingToken) throws -> HeldAttachment? {
        let box: [UInt8]? = try tx.value(
            "SELECT head_box FROM held_attachments WHERE id = \(token.id)"
        )
        guard let box else { return nil }
        let head = try head(box, token)
        return HeldAttachment(token: token, name: head.name, kind: head.kind, size: head.size)
    }

    /// Takes the file out: it goes with its concern.
    func take(_ token: HoldingToken) throws -> AttachmentFile? {
        let row = try tx.row(
            "SELECT head_box, content_box FROM held_attachments WHERE id = \(token.id)"
        )
        guard let row else { return nil }
        let head = try head(try row["head_box"], token)
        let bytes = try Sealing.open(try row["content_box"], with: token.key, as: "held.content")
        try drop(token)
        return AttachmentFile(kept: bytes, named: head.name, kind: head.kind)
    }

    func drop(_ token: HoldingToken) throws {
        try tx.run("DELETE FROM held_attachments WHERE id = \(token.id)")
    }

    private func head(_ box: [UInt8], _ token: HoldingToken) throws -> Head {
        let bytes = try Sealing.open(box, with: token.key, as: "held.head")
        do {
            return try JSONDecoder().decode(Head.self, from: Data(bytes))
        } catch is DecodingError {
            throw VaultError.doesNotOpen
        }
    }
}
