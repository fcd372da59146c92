/// A PNG without texts, times and Exif: of its chunks those that a picture needs (W3C PNG,
/// section 11).
enum PNGTraces {
    static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

    private static let needed: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD",
        "pHYs", "acTL", "fcTL", "fdAT",
    ]

    /// - Returns: nil for what is not a whole picture.
    static func removed(from bytes: [UInt8]) -> [UInt8]? {
        var kept = signature
        kept.reserveCapacity(bytes.count)
        var place = signature.count
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = place + 12 + length
            guard end <= bytes.count else { return nil }
            let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
            if place == signature.count, name != "IHDR" { return nil }
            if needed.contains(name) { kept += bytes[place..<end] }
            if name == "IEND" { return kept }
            place = end
        }
        return nil
    }
}

/// A WebP without Exif and XMP (RFC 9649, section 2).
enum WebPTraces {
    private static let needed: Set<String> = [
        "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP",
    ]
    /// The bits of the extended head that announce Exif and XMP.
    private static let announced: UInt8 = 0b0000_1100

    /// - Returns: nil for what is not a whole picture.
    static func removed(from bytes: [UInt8]) -> [UInt8]? {
        guard let whole = number(in: bytes, at: 4), whole + 8 <= bytes.count else { return nil }
        var chunks: [UInt8] = []
        var hasPicture = false
        var place = 12
        while place + 8 <= whole + 8 {
            guard let length = number(in: bytes, at: place + 4) else { return nil }
            let end = place + 8 + length + length % 2
            guard end <= bytes.count else { return nil }
            let name = String(decoding: bytes[place..<place + 4], as: UTF8.self)
            hasPicture = hasPicture || ["VP8 ", "VP8L", "ANMF"].contains(name)
            if needed.contains(name) {
                chunks += bytes[place..<end]
                if name == "VP8X", length > 0 {
                    chunks[chunks.count - (end - place) + 8] &= ~announced
                }
            }
            place = end
        }
        guard hasPicture else { return nil }
        let size = chunks.count + 4
        let head = (0..<4).map { UInt8(size >> (8 * $0) & 0xff) }
        return Array("RIFF".utf8) + head + Array("WEBP".utf8) + chunks
    }

    private static func number(in bytes: [UInt8], at place: Int) -> Int? {
        guard place + 4 <= bytes.count else { return nil }
        return bytes[place..<place + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
