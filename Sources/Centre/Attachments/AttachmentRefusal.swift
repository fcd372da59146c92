/// Why a file is not taken.
package struct AttachmentRefusal: Refusal, Equatable {
    package enum Reason: String, Sendable, CaseIterable {
        case kindUnknown = "attachment-kind-unknown"
        case tooLarge = "attachment-too-large"
        case unreadable = "attachment-unreadable"
        case tooMany = "attachment-too-many"
        /// It waited too long for its concern to be sent.
        case gone = "attachment-gone"
        /// More strangers' files wait than the house keeps at a time.
        case noRoom = "attachment-no-room"
        /// The person asked to be forgotten: there is no key to seal it under.
        case erased = "attachment-owner-erased"
    }

    package let reason: Reason
    /// Which of the files sent together, from 1 on.
    package let place: Int

    package init(_ reason: Reason, place: Int = 1) {
        self.reason = reason
        self.place = place
    }

    package var word: String { reason.rawValue }
    package var field: String? { "photos" }
    package var particulars: [String: String] {
        [
            "place": "\(place)", "megabytes": "\(Attachment.largest / 1024 / 1024)",
            "most": "\(Attachment.most)",
        ]
    }
}
