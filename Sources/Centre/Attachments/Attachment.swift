import Storage

/// A photograph or paper that belongs to a concern.
package struct Attachment: Sendable {
    package let id: ID<Attachment>
    package let concern: ID<Concern>

    /// What is taken, told by the content and never by a name.
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case jpeg = "image/jpeg"
        case png = "image/png"
        case webp = "image/webp"
        case pdf = "application/pdf"

        package var isPicture: Bool { self != .pdf }

        package var ending: String {
            switch self {
            case .jpeg: "jpg"
            case .png: "png"
            case .webp: "webp"
            case .pdf: "pdf"
            }
        }
    }

    /// Per file, in bytes.
    package static let largest = 5 * 1024 * 1024
    /// Per concern, over all its time.
    package static let most = 20
    /// Per form.
    package static let mostAtOnce = 6
}

/// An attachment in a list: what it is, and not what is in it.
package struct AttachmentLine: Codable, Sendable, Equatable {
    package let id: ID<Attachment>
    /// The concern it belongs to.
    package let number: String
    package let name: String
    package let mediaType: String
    package let size: Int
    /// Of the content as it is kept; of the file as it was named, while it has not come.
    package let sha256: String
    /// `resident`, or the role of the officer who added it.
    package let addedBy: String
    package let at: Moment
    /// A work order may name a file before it comes.
    package let delivered: Bool

    package var kind: Attachment.Kind? { delivered ? Attachment.Kind(rawValue: mediaType) : nil }
}

/// An attachment with its content, for whoever may see it.
package struct OpenedAttachment: Sendable {
    package let line: AttachmentLine
    package let content: [UInt8]
}
