import Testing

@testable import Centre

@Suite struct `What cameras leave in a file` {
    static let traced: [[UInt8]] = [Pictures.jpeg(), Pictures.png(), Pictures.webp()]

    @Test(arguments: traced)
    func `is gone, and the picture is whole`(bytes: [UInt8]) throws {
        #expect(bytes.has(Pictures.secret))
        let file = try AttachmentFile(bytes, named: "a")
        #expect(!file.bytes.has(Pictures.secret))
        #expect(Attachment.Kind(of: file.bytes) == file.kind)
        // What is clean stays as it is, byte for byte.
        #expect(try AttachmentFile(file.bytes, named: "a").bytes == file.bytes)
    }

    @Test func `of a JPEG only which way is up is kept`() throws {
        let turned = try AttachmentFile(Pictures.jpeg(turned: 6), named: "a").bytes
        let plain = try AttachmentFile(Pictures.jpeg(turned: nil), named: "a").bytes
        #expect(turned.has([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))
        #expect(!plain.has(Array("Exif".utf8)))
        #expect(turned.has(Array("ICC_PROFILE".utf8)) && !turned.has(Array("MPF".utf8)))
        #expect(turned.has([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]))
        #expect(turned.suffix(2) == [0xff, 0xd9])
    }

    @Test func `of a WebP the head announces nothing that is not there`() throws {
        let file = try AttachmentFile(Pictures.webp(), named: "a").bytes
        let head = try #require(file.firstRange(of: Array("VP8X".utf8)))
        #expect(file[head.upperBound + 4] == 0b0001_0000)
        #expect(Int(file[4]) + Int(file[5]) << 8 == file.count - 8)
    }

    /// A file that is not taken, and why.
    struct Wrong: Sendable, CustomTestStringConvertible {
        let what: String
        let bytes: [UInt8]
        let reason: AttachmentRefusal.Reason

        init(_ what: String, _ bytes: [UInt8], _ reason: AttachmentRefusal.Reason) {
            self.what = what
            self.bytes = bytes
            self.reason = reason
        }

        var testDescription: String { what }
    }

    static let headlessPNG: [UInt8] =
        PNGTraces.signature + [0, 0, 0, 0] + Array("IDAT".utf8) + [0, 0, 0, 0]
    static let endless: [UInt8] =
        Pictures.pdf + [UInt8](repeating: 32, count: Attachment.largest)

    static let wrong: [Wrong] = [
        Wrong("HEIC", Pictures.heic, .kindUnknown),
        Wrong("SVG", Array("<svg onload=alert(1)>".utf8), .kindUnknown),
        Wrong("nothing", [], .kindUnknown),
        Wrong("GIF", Array("GIF89a".utf8), .kindUnknown),
        Wrong("JPEG without end", Array(Pictures.jpeg(trailing: []).dropLast(2)), .unreadable),
        Wrong("JPEG cut in a segment", [0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff], .unreadable),
        Wrong("PNG cut", Array(Pictures.png().prefix(60)), .unreadable),
        Wrong("PNG without head", headlessPNG, .unreadable),
        Wrong("WebP cut", Array(Pictures.webp().prefix(30)), .unreadable),
        Wrong("large PDF", endless, .tooLarge),
    ]

    @Test(arguments: wrong)
    func `what is no whole file of a kind that is taken is refused`(wrong: Wrong) {
        #expect(throws: AttachmentRefusal(wrong.reason, place: 3)) {
            try AttachmentFile(wrong.bytes, named: "a", place: 3)
        }
    }

    @Test func `no cut of a picture is taken for more than it is or breaks the reading`() {
        for whole in Self.traced {
            for length in whole.indices {
                let cut = Array(whole[..<length])
                guard let kind = Attachment.Kind(of: cut) else { continue }
                #expect(kind.withoutTraces(cut)?.has(Pictures.secret) != true)
            }
        }
    }

    static let names: [(String, String)] = [
        ("墙.jpg", "墙.jpg"), ("C:\\Users\\吴\\a.jpg", "a.jpg"), ("../../etc/x.jpg", "x.jpg"),
        ("a\u{202e}gpj.exe", "agpj.exe"), ("\"<b>\".jpg", "b.jpg"), ("", "1.jpg"), ("..", "1.jpg"),
    ]

    @Test(arguments: names)
    func `a name is the last part of a path, in plain letters`(given: String, kept: String) throws {
        #expect(try AttachmentFile(Pictures.jpeg(), named: given).name == kept)
    }
}
