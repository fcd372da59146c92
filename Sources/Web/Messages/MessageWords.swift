package import Centre

/// What a message says: that there is something new, of which number, and where to read it.
///
/// Never what it is about, and never a name.
package struct MessageWords: Sendable {
    let town: TownInForce
    let sentences: Sentences
    /// Where the pages are found from outside.
    let publicAddress: String

    package init(town: TownInForce, sentences: Sentences, publicAddress: String) {
        self.town = town
        self.sentences = sentences
        self.publicAddress = publicAddress
    }

    package func text(of outgoing: Outgoing) -> String {
        switch outgoing.recipient {
        case .robot: forUnit(outgoing)
        case .phone: forResident(outgoing)
        }
    }

    private func forUnit(_ outgoing: Outgoing) -> String {
        let town = town.town
        let say = Wording(sentences, in: .chinese, offset: town.offset)
        var lines = [
            say("message-head", ["town": say(town.manifest.title)])
                + say("notice-\(outgoing.kind.rawValue)")
        ]
        if let number = outgoing.number { lines.append(say("message-number", ["number": number])) }
        if let due = outgoing.due { lines.append(say("message-until", ["due": say.moment(due)])) }
        let page = "\(publicAddress)/desk/matters/\(outgoing.matter)"
        lines.append(say("message-page", ["page": page]))
        return lines.joined(separator: "\n")
    }

    private func forResident(_ outgoing: Outgoing) -> String {
        let isEnglish = outgoing.language?.lowercased().hasPrefix("en") == true
        let say = Wording(sentences, in: isEnglish ? .english : .chinese, offset: town.town.offset)
        let number = outgoing.number ?? ""
        return [
            say("message-head", ["town": say(town.town.manifest.title)]),
            say("message-to-phone-\(outgoing.kind.rawValue)", ["number": number]),
            say("message-page", ["page": "\(publicAddress)/concerns/\(number)"]),
        ].joined(separator: isEnglish ? " " : "")
    }
}
