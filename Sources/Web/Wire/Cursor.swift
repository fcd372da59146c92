package import Centre
import Foundation

/// The key of the last line of a page, written so that nobody outside builds on its form.
///
/// It opens no door: the next page is looked up within what the asker may see, like the first.
package struct Cursor: Sendable, Equatable {
    package enum Key: Sendable, Equatable {
        case number(Int64)
        case bytes([UInt8])
    }

    /// Which list and order it belongs to, such as `matters.due`.
    package let list: String
    package let keys: [Key]

    package init(of list: String, _ keys: [Key]) {
        self.list = list
        self.keys = keys
    }

    /// The usual key: a moment or figure, then the id.
    package init(of list: String, _ number: Int64, _ id: ID<some Any>) {
        self.init(of: list, [.number(number), .bytes(id.bytes)])
    }

    package func number(at index: Int) throws(WebRefusal) -> Int64 {
        guard keys.indices.contains(index), case .number(let number) = keys[index] else {
            throw .cursorUnreadable
        }
        return number
    }

    package func id<Subject>(
        at index: Int,
        of subject: Subject.Type = Subject.self
    ) throws -> ID<Subject> {
        guard keys.indices.contains(index), case .bytes(let bytes) = keys[index],
            bytes.count == 16
        else { throw WebRefusal.cursorUnreadable }
        return try ID(bytes: bytes)
    }

    package func text(at index: Int) throws(WebRefusal) -> String {
        guard keys.indices.contains(index), case .bytes(let bytes) = keys[index],
            let text = String(validating: bytes, as: UTF8.self)
        else { throw .cursorUnreadable }
        return text
    }
}

extension Cursor {
    private static let version: UInt8 = 1
    private static let longest = 400

    package var text: String {
        var bytes: [UInt8] = [Cursor.version, UInt8(clamping: list.utf8.count)]
        bytes.append(contentsOf: list.utf8)
        for key in keys {
            switch key {
            case .number(let number):
                bytes.append(0)
                withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
            case .bytes(let key):
                bytes.append(UInt8(clamping: key.count + 1))
                bytes.append(contentsOf: key)
            }
        }
        return Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// - Returns: nil for any text that this list would not have written itself.
    package init?(_ text: String, of list: String) {
        guard text.utf8.count <= Cursor.longest else { return nil }
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let plain = text.replacing("-", with: "+").replacing("_", with: "/") + padding
        guard let data = Data(base64Encoded: plain) else { return nil }
        var rest = Array(data)[...]
        guard rest.popFirst() == Cursor.version, let length = rest.popFirst(),
            rest.prefix(Int(length)).elementsEqual(list.utf8)
        else { return nil }
        rest = rest.dropFirst(Int(length))
        var keys: [Key] = []
        while let kind = rest.popFirst() {
            let length = kind == 0 ? 8 : Int(kind) - 1
            guard rest.count >= length else { return nil }
            let bytes = rest.prefix(length)
            rest = rest.dropFirst(length)
            keys.append(
                kind == 0
                    ? .number(bytes.reduce(0) { $0 << 8 | Int64($1) }) : .bytes(Array(bytes))
            )
        }
        self.init(of: list, keys)
        guard self.text == text else { return nil }
    }
}
