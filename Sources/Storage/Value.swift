/// One stored value as both engines know it: moments are integer milliseconds, truth is 0 or 1,
/// ids are sixteen bytes.
package enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

/// A type with a place in a column.
package protocol Storable: Sendable {
    var stored: Value { get }
    /// Reads the value back.
    /// - Throws: ``StorageError/unreadable(_:)`` when the column holds something else.
    init(stored: Value) throws
}

extension Storable {
    static func mismatch(_ value: Value) -> StorageError {
        .unreadable("\(Self.self) from a column of kind \(value.kind)")
    }
}

extension Value {
    /// The kind alone: what a column holds may be personal and never goes into an error.
    var kind: String {
        switch self {
        case .null: "null"
        case .integer: "integer"
        case .real: "real"
        case .text: "text"
        case .bytes: "bytes"
        }
    }
}

extension Int64: Storable {
    package var stored: Value { .integer(self) }
    package init(stored: Value) throws {
        guard case .integer(let number) = stored else { throw Self.mismatch(stored) }
        self = number
    }
}

extension Int: Storable {
    package var stored: Value { .integer(Int64(self)) }
    package init(stored: Value) throws {
        self = Int(try Int64(stored: stored))
    }
}

extension Bool: Storable {
    package var stored: Value { .integer(self ? 1 : 0) }
    package init(stored: Value) throws {
        switch stored {
        case .integer(0): self = false
        case .integer(1): self = true
        default: throw Self.mismatch(stored)
        }
    }
}

extension Double: Storable {
    package var stored: Value { .real(self) }
    package init(stored: Value) throws {
        switch stored {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        default: throw Self.mismatch(stored)
        }
    }
}

extension String: Storable {
    package var stored: Value { .text(self) }
    package init(stored: Value) throws {
        guard case .text(let text) = stored else { throw Self.mismatch(stored) }
        self = text
    }
}

extension Array: Storable where Element == UInt8 {
    package var stored: Value { .bytes(self) }
    package init(stored: Value) throws {
        guard case .bytes(let bytes) = stored else { throw Self.mismatch(stored) }
        self = bytes
    }
}

extension Optional: Storable where Wrapped: Storable {
    package var stored: Value { self?.stored ?? .null }
    package init(stored: Value) throws {
        self = stored == .null ? nil : try Wrapped(stored: stored)
    }
}

/// A word of a closed list is stored as the word itself.
extension Storable where Self: RawRepresentable, RawValue == String {
    package var stored: Value { .text(rawValue) }
    package init(stored: Value) throws {
        guard case .text(let word) = stored, let known = Self(rawValue: word) else {
            throw Self.mismatch(stored)
        }
        self = known
    }
}
