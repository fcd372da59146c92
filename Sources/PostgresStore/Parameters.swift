import CPQ
import Storage

/// The values of a statement in PostgreSQL's binary form, one after another in a single arena.
struct Parameters {
    private(set) var types: [Oid] = []
    private var arena: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    init(_ values: [Value]) throws {
        for value in values {
            try value.checkPortable()
            append(value)
        }
        // An arena without a byte has no address, and an empty text needs one.
        arena.append(0)
    }

    private mutating func append(_ value: Value) {
        switch value {
        case .null: appendNull()
        case .integer(let number):
            append(.bigInteger, bytes: bigEndian(UInt64(bitPattern: number)))
        case .real(let number): append(.double, bytes: bigEndian(number.bitPattern))
        case .text(let text): append(.text, bytes: text.utf8)
        case .bytes(let bytes): append(.bytes, bytes: bytes)
        }
    }

    private mutating func append(_ type: Oid, bytes: some Collection<UInt8>) {
        types.append(type)
        starts.append(arena.count)
        lengths.append(Int32(bytes.count))
        arena.append(contentsOf: bytes)
    }

    /// The server finds out the type of a NULL by itself.
    private mutating func appendNull() {
        types.append(.unknown)
        starts.append(nil)
        lengths.append(0)
    }

    func withPointers<Answer>(
        _ body: (
            _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: [Int32], _ formats: [Int32]
        ) -> Answer
    ) -> Answer {
        let formats = [Int32](repeating: 1, count: lengths.count)
        return unsafe arena.withUnsafeBytes { arena in
            let characters = unsafe arena.assumingMemoryBound(to: CChar.self).baseAddress
            let pointers = unsafe starts.map { start in
                unsafe start.flatMap { unsafe characters?.advanced(by: $0) }
            }
            return unsafe pointers.withUnsafeBufferPointer { pointers in
                unsafe body(pointers.baseAddress, lengths, formats)
            }
        }
    }
}

private func bigEndian(_ number: UInt64) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
}

/// The types of PostgreSQL's catalogue that the schema and its queries use.
extension Oid {
    static let unknown: Oid = 0
    static let boolean: Oid = 16
    static let bytes: Oid = 17
    static let name: Oid = 19
    static let bigInteger: Oid = 20
    static let smallInteger: Oid = 21
    static let integer: Oid = 23
    static let text: Oid = 25
    static let float: Oid = 700
    static let double: Oid = 701
    static let unknownText: Oid = 705
    static let paddedText: Oid = 1_042
    static let varyingText: Oid = 1_043
    static let numeric: Oid = 1_700
    static let void: Oid = 2_278
}
