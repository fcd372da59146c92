extension ImportRow {
    /// The longest text taken.
    ///
    /// What is written at the doors is shorter; an archive is not cut.
    static let contentLimit = 20_000
    static let titleLimit = 100

    /// The row as a work order, to pass the same checks as one from any other door.
    /// - Throws: a ``Fault`` that names the field, or ``ImportRefusal/rowLength(found:wanted:)``.
    func order(_ settings: ImportSettings, offset: TimeOffset) throws -> WorkOrder {
        guard let cells else {
            throw ImportRefusal.rowLength(found: width.found, wanted: width.wanted)
        }
        let texts = cells.mapValues(\.readable)
        let received = try texts[.receivedAt].flatMap { try Self.moment($0, offset) }
        let (title, content) = try Self.words(texts[.title] ?? "", texts[.content] ?? "")
        var order = WorkOrder(
            source: .init(
                channel: .imported,
                externalNo: try Self.externalNo(texts[.externalNo] ?? ""),
                receivedAt: received
            ),
            kind: settings.kind,
            title: title,
            content: content,
            requester: Self.requester(texts)
        )
        let address = texts[.address].flatMap { $0.isEmpty ? nil : $0 }
        if settings.area != nil || address != nil {
            order.place = WorkOrder.Place(areaCode: settings.area, address: address)
        }
        return order
    }

    private static func externalNo(_ text: String) throws(Fault) -> String {
        guard !text.isEmpty else { throw Fault(.empty, "externalNo") }
        guard text.count <= 100 else { throw Fault(.tooLong, "externalNo", ["most": "100"]) }
        guard !text.contains(where: \.isNewline) else { throw Fault(.control, "externalNo") }
        return text
    }

    /// A title too long for a list is cut, and stands whole before the content.
    ///
    /// A missing title is the content's beginning; a missing content is the title.
    private static func words(
        _ title: String,
        _ content: String
    ) throws(Fault) -> (String, String) {
        let line = title.isEmpty ? content : title
        let plain = line.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard !plain.isEmpty else { throw Fault(.empty, "content") }
        let isCut = plain.count > titleLimit
        var whole = content.isEmpty ? title : content
        if isCut, !title.isEmpty, !content.isEmpty { whole = "\(title)\n\n\(content)" }
        guard whole.count <= contentLimit else {
            throw Fault(.tooLong, "content", ["most": "\(contentLimit)"])
        }
        return (isCut ? String(plain.prefix(titleLimit - 1)) + "…" : plain, whole)
    }

    /// Whoever gives no name has not given one: nobody is asked again.
    private static func requester(_ texts: [ImportMap.Field: String]) -> WorkOrder.Requester {
        let phones = [texts[.phone] ?? ""].filter { !$0.isEmpty }
        guard let name = texts[.name], !name.isEmpty else {
            return WorkOrder.Requester(mode: .anonymous, phones: phones)
        }
        return WorkOrder.Requester(mode: .named, name: name, phones: phones)
    }

    /// `2019-02-28 11:25:05` by the town's clock, a day alone, or ISO 8601 with an offset.
    private static func moment(_ text: String, _ offset: TimeOffset) throws(Fault) -> Moment? {
        guard !text.isEmpty else { return nil }
        if let moment = Moment(text: text) { return moment }
        var plain = text.replacing("/", with: "-").replacing(" ", with: "T")
        if plain.count == 10 { plain += "T00:00:00" }
        if plain.count == 16 { plain += ":00" }
        guard let moment = Moment(text: plain + offset.text) else {
            throw Fault(.wrongType, "receivedAt", ["expected": "2019-02-28 11:25:05"])
        }
        return moment
    }
}

extension String {
    /// Without what no person reads: control characters, marks of width zero, blanks around.
    fileprivate var readable: String {
        var kept = String.UnicodeScalarView()
        for scalar in replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\n", "\t": kept.append(scalar)
            case "\r", "\u{2028}", "\u{2029}": kept.append("\n")
            case "\u{200B}", "\u{FEFF}": continue
            default:
                if scalar.properties.generalCategory != .control { kept.append(scalar) }
            }
        }
        return String(kept).trimmed
    }
}
