import Centre

/// What somebody else than the handler says of a reply.
struct Judgement: Sendable {
    let verdict: VerificationVerdict
    let remark: String

    init(_ fields: inout Fields, in town: Town) throws {
        verdict = try fields.word("verdict", as: VerificationVerdict.self)
        remark = try fields.text("note", 1...2000, .lines)
    }
}

/// How a matter ended, by a code of the pack.
struct Closure: Sendable {
    let kind: String

    init(_ fields: inout Fields, in town: Town) throws {
        kind = try fields.text("kind", 1...64)
    }
}

extension Termination {
    init(_ fields: inout Fields, in town: Town) throws {
        self.init(
            ground: try fields.text("ground", 1...64),
            document: try fields.optionalText("document", 1...200),
            reason: try fields.text("reason", 1...2000, .lines)
        )
    }
}

extension Centre.Visit {
    init(_ fields: inout Fields, in town: Town) throws {
        self.init(
            reached: try fields.flag("reached"),
            solved: try fields.optionalWord("solved", as: Concern.Verdict.self) ?? .unknown,
            fair: try fields.optionalWord("fair", as: Concern.Verdict.self) ?? .unknown,
            words: try fields.optionalText("words", 1...2000, .lines),
            number: try fields.optionalText("number", 1...64)
        )
    }
}

extension Rating {
    init(_ fields: inout Fields, in town: Town) throws {
        self.init(
            solved: try fields.word("solved", as: Concern.Verdict.self),
            fair: try fields.word("fair", as: Concern.Verdict.self),
            words: try fields.optionalText("words", 1...2000, .lines)
        )
    }
}
