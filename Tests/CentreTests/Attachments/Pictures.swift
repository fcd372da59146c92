@testable import Centre

/// Files as cameras and programs make them, cut down to their bones.
enum Pictures {
    static let secret = Array("22.6187N 113.4812E iPhone of Wu".utf8)

    /// JPEG with JFIF, Exif that says where and which way is up, a comment, two scans, and a film
    /// behind the picture.
    static func jpeg(turned: UInt8? = 6, trailing: [UInt8] = secret) -> [UInt8] {
        var bytes: [UInt8] = [0xff, 0xd8]
        bytes += segment(0xe0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
        if let turned {
            let tiff: [UInt8] = [
                0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turned, 0, 0,
                0, 0, 0, 0, 0,
            ]
            bytes += segment(0xe1, Array("Exif\0\0".utf8) + tiff + secret)
        }
        bytes += segment(0xe1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + secret)
        bytes += segment(0xfe, secret)
        bytes += segment(0xe2, Array("ICC_PROFILE\0".utf8) + [1, 1, 9, 9])
        bytes += segment(0xe2, Array("MPF\0".utf8) + secret)
        bytes += segment(0xdb, [UInt8](repeating: 1, count: 65))
        bytes += segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])
        bytes += segment(0xda, [1, 1, 0, 0, 63, 0]) + [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
        bytes += segment(0xda, [1, 1, 0, 0, 63, 0]) + [0x77]
        return bytes + [0xff, 0xd9] + trailing
    }

    static func png() -> [UInt8] {
        var bytes = PNGTraces.signature
        bytes += chunk("IHDR", [UInt8](repeating: 0, count: 13))
        for name in ["eXIf", "tEXt", "iTXt"] { bytes += chunk(name, secret) }
        bytes += chunk("tIME", [7, 0, 0, 0, 0, 0, 0])
        bytes += chunk("IDAT", [1, 2, 3])
        bytes += chunk("IEND", [])
        return bytes + secret
    }

    static func webp() -> [UInt8] {
        var chunks = riff("VP8X", [0b0001_1100, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        chunks += riff("VP8 ", [1, 2, 3])
        chunks += riff("EXIF", secret)
        chunks += riff("XMP ", secret)
        return riffHead("RIFF", chunks.count + 4) + Array("WEBP".utf8) + chunks
    }

    static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)
    static let heic: [UInt8] = [0, 0, 0, 0x18] + Array("ftypheic".utf8) + secret

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return [0xff, marker, UInt8(length >> 8), UInt8(length & 0xff)] + content
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        [0, 0, UInt8(content.count >> 8), UInt8(content.count & 0xff)] + Array(name.utf8) + content
            + [0, 0, 0, 0]
    }

    private static func riff(_ name: String, _ content: [UInt8]) -> [UInt8] {
        riffHead(name, content.count) + content + (content.count % 2 == 1 ? [0] : [])
    }

    private static func riffHead(_ name: String, _ size: Int) -> [UInt8] {
        Array(name.utf8) + [UInt8(size & 0xff), UInt8(size >> 8), 0, 0]
    }
}

extension [UInt8] {
    func has(_ part: [UInt8]) -> Bool { firstRange(of: part) != nil }
}
