import Centre

/// Work done, and whether the resident was spoken to.
struct Progress: Sendable {
    let words: String
    let contact: Bool

    init(_ fields: inout Fields, in town: Town) throws {
        words = try fields.text("words", 1...2000, .lines)
        contact = try fields.optionalFlag("contact") ?? false
    }
}

extension Return {
    init(_ fields: inout Fields, in town: Town) throws {
        let reason = try fields.text("reason", 1...64)
        let basis = try fields.text("basis", 1...1000, .lines)
        let better = try fields.text("betterUnit", 1...64)
        // What the call should not say at all is refused before what it says wrongly.
        try fields.nothingElse()
        self.init(
            reason: reason,
            basis: basis,
            betterUnit: try town.unit(named: better, field: "betterUnit")
        )
    }
}

extension Centre.Reply {
    init(_ fields: inout Fields, in town: Town) throws {
        self.init(
            outcome: try fields.word("outcome", as: Assignment.Outcome.self),
            text: try fields.text("text", 1...5000, .lines),
            publicText: try fields.text("publicText", 1...5000, .lines)
        )
    }
}

extension ExtensionRequest {
    init(_ fields: inout Fields, in town: Town) throws {
        self.init(
            rule: try fields.text("rule", 1...64),
            amount: try fields.whole("amount", 1...3660),
            reason: try fields.text("reason", 1...2000, .lines)
        )
    }
}

extension ExtensionDecision {
    init(_ fields: inout Fields, in town: Town) throws {
        self.init(
            granted: try fields.flag("granted"),
            amount: try fields.optionalWhole("amount", 1...3660),
            reason: try fields.text("reason", 1...2000, .lines),
            partiesConsent: try fields.partiesConsent()
        )
    }
}

extension Suspension {
    init(_ fields: inout Fields, in town: Town) throws {
        self.init(
            ground: try fields.text("ground", 1...64),
            until: try fields.momentOrDay("until", ending: true, in: town.offset),
            document: try fields.optionalText("document", 1...200)
        )
    }
}

extension Fields {
    /// That the parties agreed, with the digest of the paper on which they did.
    fileprivate mutating func partiesConsent() throws(Fault) -> String? {
        let agreed = try optionalFlag("partiesConsent") ?? false
        let document = try optionalDigest("documentSha256")
        guard agreed else { return nil }
        guard let document else { throw missing("documentSha256") }
        return document
    }
}
