import CZlib

/// The parts of a ZIP archive (PKWARE APPNOTE 4.3), unpacked one by one by the system's zlib.
struct ZipFile {
    /// More than any sheet of twenty thousand rows; an archive that unpacks to more is a trap.
    static let most = 64 * 1024 * 1024

    struct Unreadable: Error {}

    private struct Part {
        let method: Int
        let packed: Int
        let size: Int
        let header: Int
    }

    private let bytes: [UInt8]
    private var parts: [String: Part] = [:]

    static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        let end = try ZipFile.end(of: bytes)
        let count = try number(at: end + 10, length: 2)
        var place = try number(at: end + 16, length: 4)
        for _ in 0..<count {
            guard try number(at: place, length: 4) == 0x0201_4B50 else { throw Unreadable() }
            let part = Part(
                method: try number(at: place + 10, length: 2),
                packed: try number(at: place + 20, length: 4),
                size: try number(at: place + 24, length: 4),
                header: try number(at: place + 42, length: 4)
            )
            let length = try number(at: place + 28, length: 2)
            guard place + 46 + length <= bytes.count else { throw Unreadable() }
            let name = String(decoding: bytes[place + 46..<place + 46 + length], as: UTF8.self)
            parts[name] = part
            let further = try number(at: place + 30, length: 2)
            place += 46 + length + further + (try number(at: place + 32, length: 2))
        }
    }

    var names: [String] { parts.keys.sorted() }

    func content(of name: String) throws -> [UInt8]? {
        guard let part = parts[name] else { return nil }
        guard part.size <= ZipFile.most else { throw Unreadable() }
        let named = try number(at: part.header + 26, length: 2)
        let start = part.header + 30 + named + (try number(at: part.header + 28, length: 2))
        guard start + part.packed <= bytes.count else { throw Unreadable() }
        let packed = Array(bytes[start..<start + part.packed])
        switch part.method {
        case 0: return packed
        case 8: return try ZipFile.inflated(packed, to: part.size)
        default: throw Unreadable()
        }
    }

    /// The record at the end of the archive, before a comment.
    private static func end(of bytes: [UInt8]) throws -> Int {
        let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        var place = bytes.count - 22
        let lowest = max(0, bytes.count - 22 - 65_535)
        while place >= lowest {
            if bytes[place..<place + 4].elementsEqual(mark) { return place }
            place -= 1
        }
        throw Unreadable()
    }

    private func number(at place: Int, length: Int) throws -> Int {
        guard place >= 0, place + length <= bytes.count else { throw Unreadable() }
        return (0..<length).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }

    private static func inflated(_ packed: [UInt8], to size: Int) throws -> [UInt8] {
        guard size > 0 else { return [] }
        var stream = z_stream()
        // A negative window asks for the bare stream, without zlib's frame.
        let begun = inflateInit2_(
            &stream,
            -15,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard begun == Z_OK else { throw Unreadable() }
        defer { inflateEnd(&stream) }
        var input = packed
        var output = [UInt8](repeating: 0, count: size)
        let done = input.withUnsafeMutableBufferPointer { from in
            output.withUnsafeMutableBufferPointer { to in
                stream.next_in = from.baseAddress
                stream.avail_in = UInt32(from.count)
                stream.next_out = to.baseAddress
                stream.avail_out = UInt32(to.count)
                return inflate(&stream, Z_FINISH)
            }
        }
        guard done == Z_STREAM_END, Int(stream.total_out) == size else { throw Unreadable() }
        return output
    }
}
