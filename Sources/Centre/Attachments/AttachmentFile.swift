/// A file fit to be kept: of a kind that is taken, small enough, and without the traces that
/// cameras leave in it (where and when a photograph was taken, with which device).
package struct AttachmentFile: Sendable, Equatable {
    package let name: String
    package let kind: Attachment.Kind
    package let bytes: [UInt8]
    /// Of the bytes as they came.
    package let namedDigest: String

    /// - Parameter place: which of the files sent together, for the sentence that refuses it.
    package init(
        _ bytes: [UInt8],
        named name: String,
        place: Int = 1
    ) throws(AttachmentRefusal) {
        guard let kind = Attachment.Kind(of: bytes) else {
            throw AttachmentRefusal(.kindUnknown, place: place)
        }
        guard bytes.count <= Attachment.largest else {
            throw AttachmentRefusal(.tooLarge, place: place)
        }
        guard let clean = kind.withoutTraces(bytes) else {
            throw AttachmentRefusal(.unreadable, place: place)
        }
        self.kind = kind
        self.bytes = clean
        self.name = Self.plain(name, kind)
        namedDigest = sealedDigest(bytes)
    }

    init(kept bytes: [UInt8], named name: String, kind: Attachment.Kind) {
        self.bytes = bytes
        self.name = name
        self.kind = kind
        namedDigest = sealedDigest(bytes)
    }

    /// The last part of a path, without what a browser or a disk would read as something else.
    private static func plain(_ name: String, _ kind: Attachment.Kind) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let letters = last.unicodeScalars.filter { scalar in
            !scalar.properties.isDefaultIgnorableCodePoint
                && scalar.properties.generalCategory != .control
                && !"\"<>:|?*".unicodeScalars.contains(scalar)
        }
        let clean = String(String.UnicodeScalarView(letters)).prefix(80)
        guard clean.contains(where: { $0.isLetter || $0.isNumber }) else {
            return "1.\(kind.ending)"
        }
        return String(clean)
    }
}

extension Attachment.Kind {
    /// By the first bytes, as each format's standard has them.
    init?(of bytes: [UInt8]) {
        let start = bytes.prefix(12)
        if start.starts(with: [0xff, 0xd8, 0xff]) {
            self = .jpeg
        } else if start.starts(with: PNGTraces.signature) {
            self = .png
        } else if start.starts(with: Array("RIFF".utf8)),
            start.dropFirst(8).elementsEqual("WEBP".utf8)
        {
            self = .webp
        } else if start.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else {
            return nil
        }
    }

    /// - Returns: nil for a file that is not what its beginning says.
    func withoutTraces(_ bytes: [UInt8]) -> [UInt8]? {
        switch self {
        case .jpeg: JPEGTraces.removed(from: bytes)
        case .png: PNGTraces.removed(from: bytes)
        case .webp: WebPTraces.removed(from: bytes)
        case .pdf: bytes
        }
    }
}
