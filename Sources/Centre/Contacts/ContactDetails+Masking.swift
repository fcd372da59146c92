extension ContactDetails {
    /// What screens show unasked: enough to tell two people apart, too little to find them.
    package var masked: ContactDetails {
        ContactDetails(
            name: name.map(Mask.name),
            phones: phones.map(Mask.phone),
            idNumber: idNumber.map(Mask.identity),
            address: address.map(Mask.address),
            role: role,
            language: language,
            needs: needs,
            parties: parties.map(\.masked),
            further: further.mapValues { _ in Mask.everything }
        )
    }
}

extension Party {
    /// An organisation's name and code are public (企业信息公示暂行条例 Art 6); a person's are not.
    package var masked: Party {
        var party = self
        party.contact = contact.map(Mask.phone)
        if kind == .person {
            party.name = Mask.name(name)
            party.creditCode = creditCode.map(Mask.identity)
        }
        return party
    }
}

/// One rule a field.
///
/// The length of what is hidden is hidden too, but for the identity number, whose length everybody
/// knows.
enum Mask {
    static let everything = "****"

    /// The first character alone: 吴**.
    static func name(_ name: String) -> String {
        guard let first = name.first(where: { !$0.isWhitespace }) else { return "" }
        return "\(first)**"
    }

    /// 138****1234 for a mobile, the last four digits of other numbers, nothing of a short one.
    static func phone(_ phone: String) -> String {
        let digits = phone.plainNumber.filter { $0.isASCII && $0.isNumber }
        guard digits.count >= 7, phone.plainNumber.allSatisfy(isPartOfNumber) else {
            return phone.isEmpty ? "" : everything
        }
        let isMobile = digits.count == 11 && digits.first == "1"
        return "\(isMobile ? String(digits.prefix(3)) : "")\(everything)\(digits.suffix(4))"
    }

    /// The town of the first registration and the last four: the birth date stays hidden.
    static func identity(_ number: String) -> String {
        let plain = number.plainNumber
        guard plain.count >= 15 else {
            return plain.count >= 8 ? "\(everything)\(plain.suffix(4))" : everything
        }
        let hidden = String(repeating: "*", count: plain.count - 8)
        return "\(plain.prefix(4))\(hidden)\(plain.suffix(4))"
    }

    /// Down to the village or community; where none is named, to the smallest area above it.
    static func address(_ address: String) -> String {
        for ends in areaEnds {
            let found = ends.compactMap { address.firstRange(of: $0)?.upperBound }.min()
            guard let end = found else { continue }
            return end == address.endIndex ? address : "\(address[..<end])…"
        }
        return address.isEmpty ? "" : "…"
    }

    private static let areaEnds = [
        ["社区", "村", "居委会", "嘎查"], ["街道", "镇", "乡"], ["县", "区", "旗"], ["市"], ["省"],
    ]

    private static func isPartOfNumber(_ character: Character) -> Bool {
        character.isASCII && (character.isNumber || "+().X#".contains(character))
    }
}
