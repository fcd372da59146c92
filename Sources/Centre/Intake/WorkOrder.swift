/// A concern as it comes through a door (`maplebridge.workOrder/1`): window, kiosk, web, hotline,
/// grid, import.
///
/// Every door makes one of these, and one rule checks it.
package struct WorkOrder: Sendable, Equatable {
    package struct Source: Sendable, Equatable {
        package var channel: Concern.Channel
        package var externalNo: String?
        package var receivedAt: Moment?

        package init(
            channel: Concern.Channel,
            externalNo: String? = nil,
            receivedAt: Moment? = nil
        ) {
            self.channel = channel
            self.externalNo = externalNo
            self.receivedAt = receivedAt
        }
    }

    package struct Requester: Sendable, Equatable {
        package var mode: Concern.Mode
        package var name: String?
        package var phones: [String]
        package var idNumber: String?
        package var role: String?
        package var language: String?
        package var needs: [String]

        package init(
            mode: Concern.Mode,
            name: String? = nil,
            phones: [String] = [],
            idNumber: String? = nil,
            role: String? = nil,
            language: String? = nil,
            needs: [String] = []
        ) {
            self.mode = mode
            self.name = name
            self.phones = phones
            self.idNumber = idNumber
            self.role = role
            self.language = language
            self.needs = needs
        }
    }

    package struct Place: Sendable, Equatable {
        package var areaCode: String?
        package var address: String?
        package var point: Point?

        package init(areaCode: String? = nil, address: String? = nil, point: Point? = nil) {
            self.areaCode = areaCode
            self.address = address
            self.point = point
        }
    }

    /// Something the resident brought; the content is kept elsewhere under its hash.
    package struct Attachment: Codable, Sendable, Equatable {
        package var id: String
        package var name: String
        package var mediaType: String
        package var sha256: String

        package init(id: String, name: String, mediaType: String, sha256: String) {
            self.id = id
            self.name = name
            self.mediaType = mediaType
            self.sha256 = sha256
        }
    }

    package var source: Source
    package var kind: Concern.Kind
    package var title: String
    package var content: String
    package var requester: Requester
    package var parties: [Party] = []
    package var people = 1
    package var representatives: Int?
    package var amountFen: Int64?
    package var place: Place?
    package var classCode: String?
    package var urgency = Concern.Urgency.normal
    package var dangerNow = false
    package var confidential = false
    package var replyWanted = true
    package var attachments: [Attachment] = []

    package init(
        source: Source,
        kind: Concern.Kind,
        title: String,
        content: String,
        requester: Requester
    ) {
        self.source = source
        self.kind = kind
        self.title = title
        self.content = content
        self.requester = requester
    }
}
