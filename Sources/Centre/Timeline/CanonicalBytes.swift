import Storage

/// Values as one run of bytes that can be read in one way only: a name of what is hashed, then
/// each value with its kind and length.
struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    init(_ domain: String) {
        bytes.reserveCapacity(512)
        add(.text(domain))
    }

    mutating func add(_ value: Value) {
        switch value {
        case .null: bytes.append(0)
        case .integer(let number): add(tag: 1, number: UInt64(bitPattern: number))
        case .real(let number): add(tag: 2, number: number.bitPattern)
        case .text(let text): add(tag: 3, text.utf8)
        case .bytes(let content): add(tag: 4, content)
        }
    }

    private mutating func add(tag: UInt8, _ content: some Collection<UInt8>) {
        add(tag: tag, number: UInt64(content.count))
        bytes.append(contentsOf: content)
    }

    private mutating func add(tag: UInt8, number: UInt64) {
        bytes.append(tag)
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
