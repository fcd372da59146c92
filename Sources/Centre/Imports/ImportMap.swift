/// Which column of a foreign file holds what, written `message_id=externalNo,detail=content`.
package struct ImportMap: Sendable, Equatable {
    /// What a row can say of a concern.
    package enum Field: String, CaseIterable, Sendable {
        /// The number it had where it comes from; by it a row is known again.
        case externalNo
        case title
        case content
        case receivedAt
        case name
        case phone
        case address

        /// Without these there is no concern.
        static let needed: [Field] = [.externalNo, .title, .content]

        static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
    }

    /// The column of each field.
    package let columns: [Field: String]

    /// The columns of a message board's export.
    package static let usual = ImportMap(columns: [
        .externalNo: "message_id", .title: "title", .content: "detail", .receivedAt: "time",
    ])

    private init(columns: [Field: String]) {
        self.columns = columns
    }

    package init(_ text: String) throws(ImportRefusal) {
        var columns: [Field: String] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sign = part.lastIndex(of: "=") ?? part.startIndex
            let column = String(part[..<sign]).trimmed
            guard !column.isEmpty else { throw .mapMalformed(part: String(part)) }
            let name = String(part[part.index(after: sign)...]).trimmed
            guard let field = Field(rawValue: name) else { throw .fieldUnknown(name) }
            guard columns[field] == nil else { throw .fieldTwice(name) }
            columns[field] = column
        }
        for field in Field.needed where columns[field] == nil {
            throw .fieldNeeded(field.rawValue)
        }
        self.columns = columns
    }

    /// The same map always reads the same.
    var text: String {
        Field.allCases.compactMap { field in columns[field].map { "\($0)=\(field.rawValue)" } }
            .joined(separator: ",")
    }
}
