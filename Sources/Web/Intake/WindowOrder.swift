import Centre

/// Why the window does not take a form as it was filled in.
enum WindowRefusal: String, Refusal, CaseIterable {
    /// Somebody is in danger: first the call, then the form.
    case dangerFirst = "window-danger-first"
    case anonymousWithName = "window-anonymous-with-name"
    /// A handed-over concern comes with the number it has there.
    case outsideNumberMissing = "window-outside-number-missing"

    var grade: RefusalGrade { .malformed }
    var field: String? {
        switch self {
        case .dangerFirst: "alarmRaised"
        case .anonymousWithName: "requester.name"
        case .outsideNumberMissing: "source.externalNo"
        }
    }
}

extension WorkOrder {
    /// Reads what the window's form says.
    ///
    /// Its boxes bear the contract's names; class and village are typed as people say them.
    init(window fields: inout Fields, in town: Town, on day: Day) throws {
        let danger = try fields.ticked("dangerNow")
        let raised = try fields.ticked("alarmRaised")
        guard !danger || raised else { throw WindowRefusal.dangerFirst }
        let source = try fields.object("source") { try Source(window: &$0) }
        let requester = try fields.object("requester") { try Requester(window: &$0) }
        let kind = try fields.word("kind", as: Concern.Kind.self)
        let classCode = try fields.optionalText("class", 1...100).map {
            try town.classCode(typed: $0, field: "class")
        }
        let place = try fields.optionalObject("place") { try Place(window: &$0, town, day) }
        let content = try fields.text("content", 1...5000, .lines)
        let title = try fields.optionalText("title", 1...100)
        self.init(
            source: source,
            kind: kind,
            title: title ?? WorkOrder.title(of: content),
            content: content,
            requester: requester
        )
        self.classCode = classCode
        self.place = place
        dangerNow = danger
        urgency = try fields.optionalWord("urgency", as: Concern.Urgency.self) ?? .normal
        let group = try fields.optionalObject("people") { group in
            (
                try group.typedWhole("count", 1...999_999),
                try group.typedWhole("representatives", 1...999_999)
            )
        }
        people = group?.0 ?? 1
        representatives = group?.1
        amountFen = try fields.optionalFen("amount")
        replyWanted = try !fields.ticked("noReply")
        parties = try fields.respondents()
    }

    /// The first sentence, for a window that has no time to make up a heading.
    static func title(of content: String) -> String {
        let ends: Set<Character> = ["。", ".", "!", "?", "!", "?", ";", ";", "\n"]
        let plain = content.drop { $0.isWhitespace || $0.isNewline || ends.contains($0) }
        let sentence = plain.prefix { !ends.contains($0) }
        let whole = sentence.isEmpty ? content[...] : sentence
        return whole.count <= 40 ? String(whole) : "\(whole.prefix(39))…"
    }
}

extension WorkOrder.Source {
    fileprivate init(window fields: inout Fields) throws {
        let channel = try fields.word("channel", as: Concern.Channel.self)
        guard Concern.Channel.atTheWindow.contains(channel) else {
            throw Fault(.notAllowed, fields.full("channel"))
        }
        let number = try fields.optionalText("externalNo", 1...100)
        guard !channel.isHandedOver || number != nil else {
            throw WindowRefusal.outsideNumberMissing
        }
        // A number without another system would stand for nothing.
        self.init(channel: channel, externalNo: channel.isHandedOver ? number : nil)
    }
}

extension WorkOrder.Requester {
    fileprivate enum Role: String, CaseIterable {
        case `self`
        case agent
        case representative
    }

    fileprivate init(window fields: inout Fields) throws {
        let mode = try fields.word("mode", as: Concern.Mode.self)
        let name = try fields.optionalText("name", 1...80)
        if mode == .anonymous, name != nil { throw WindowRefusal.anonymousWithName }
        if mode != .anonymous, name == nil { throw Fault(.missing, fields.full("name")) }
        self.init(
            mode: mode,
            name: name,
            phones: try fields.texts("phones", upTo: 5, 1...32),
            role: try fields.optionalWord("role", as: Role.self)?.rawValue
        )
    }
}

extension WorkOrder.Place {
    fileprivate init(window fields: inout Fields, _ town: Town, _ day: Day) throws {
        let code = fields.full("areaCode")
        let typed = try fields.optionalText("areaCode", 1...100)
        self.init(
            areaCode: try typed.map { try town.areaCode(typed: $0, on: day, field: code) },
            address: try fields.optionalText("address", 1...200)
        )
        let lng = try fields.typedNumber("lng", -180...180)
        let lat = try fields.typedNumber("lat", -90...90)
        guard let lng, let lat else { return }
        // What the centre's own map gives is in the system of its borders.
        point = try Point(reading: lng, lat, town.manifest.crs, field: fields.full("lng"))
    }
}

extension Fields {
    /// Whom it is about, as one name: who is named neither gets nor reads the matter.
    fileprivate mutating func respondents() throws -> [Party] {
        let name = try optionalText("respondent", 1...100)
        let kind = try optionalWord("respondentKind", as: Party.Kind.self)
        return name.map { [Party(role: "respondent", kind: kind ?? .organisation, name: $0)] } ?? []
    }
}

extension Concern.Channel {
    /// What comes over the counter, and what other systems hand over to it.
    static let atTheWindow: [Concern.Channel] = [
        .walkin, .grid, .hotline12345, .legal12348, .yuepingan,
    ]

    /// It has a number in another system.
    var isHandedOver: Bool {
        switch self {
        case .hotline12345, .legal12348, .yuepingan: true
        default: false
        }
    }
}
