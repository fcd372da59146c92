import CPQ
import Storage

extension Value {
    /// Reads PostgreSQL's binary form of the types that a portable query can answer with.
    init(binary bytes: RawSpan, type: Oid) throws {
        self =
            switch type {
            case .boolean, .smallInteger, .integer, .bigInteger: .integer(bytes.signed)
            case .double: .real(Double(bitPattern: bytes.bits))
            case .float: .real(Double(Float(bitPattern: UInt32(bytes.bits))))
            case .text, .varyingText, .paddedText, .name, .unknownText: .text(bytes.text)
            case .bytes: .bytes(bytes.array)
            case .numeric: try Numeric(bytes).value
            case .void: .null
            default: throw StorageError.unreadable("a column of type \(type)")
            }
    }
}

extension RawSpan {
    /// All bytes as one number, the most significant first.
    fileprivate var bits: UInt64 {
        var bits: UInt64 = 0
        for place in byteOffsets { bits = bits << 8 | UInt64(byte(place)) }
        return bits
    }

    /// All bytes as one number with a sign, whatever its width.
    fileprivate var signed: Int64 {
        guard byteCount > 1 else { return Int64(bits) }
        let spare = 64 - byteCount * 8
        return Int64(bitPattern: bits << spare) >> spare
    }

    fileprivate var text: String {
        unsafe withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }

    fileprivate var array: [UInt8] {
        unsafe withUnsafeBytes { unsafe [UInt8]($0) }
    }

    fileprivate func byte(_ place: Int) -> UInt8 {
        unsafe unsafeLoad(fromByteOffset: place, as: UInt8.self)
    }

    fileprivate func half(_ index: Int) -> Int {
        Int(byte(index * 2)) << 8 | Int(byte(index * 2 + 1))
    }
}

/// The sum of integers comes as a decimal: base 10,000 digits, the first standing for
/// 10,000 to the `weight`.
private struct Numeric {
    let digits: [Int]
    let weight: Int
    let negative: Bool
    let scale: Int

    init(_ bytes: RawSpan) throws {
        let count = bytes.half(0)
        weight = Int(Int16(truncatingIfNeeded: bytes.half(1)))
        let sign = bytes.half(2)
        guard sign == 0 || sign == 0x4000 else {
            throw StorageError.unreadable("a number that is not a number")
        }
        negative = sign == 0x4000
        scale = bytes.half(3)
        var digits: [Int] = []
        for index in 0..<count { digits.append(bytes.half(4 + index)) }
        self.digits = digits
    }

    var value: Value {
        get throws { scale == 0 ? .integer(try integer) : .real(real) }
    }

    /// Counts downwards: the smallest integer has no positive twin.
    private var integer: Int64 {
        get throws {
            var number: Int64 = 0
            for place in 0..<(digits.isEmpty ? 0 : weight + 1) {
                let digit = place < digits.count ? Int64(digits[place]) : 0
                let (product, tooLarge) = number.multipliedReportingOverflow(by: 10_000)
                let (sum, tooSmall) = product.subtractingReportingOverflow(digit)
                guard !tooLarge, !tooSmall else { throw Self.outOfRange }
                number = sum
            }
            guard negative || number != .min else { throw Self.outOfRange }
            return negative ? number : -number
        }
    }

    private static let outOfRange = StorageError.unreadable("an integer beyond 64 bits")

    private var real: Double {
        var text = negative ? "-0." : "0."
        for digit in digits { text += String(10_000 + digit).dropFirst() }
        // Read from text, so that the result is the nearest double.
        return Double("\(text)e\((weight + 1) * 4)") ?? .nan
    }
}
