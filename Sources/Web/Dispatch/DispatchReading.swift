import Centre

extension Acceptance {
    init(_ fields: inout Fields, in town: Town) throws {
        self.init(
            classCode: try fields.text("class", 1...32),
            item: try fields.optionalText("item", 1...32),
            route: try fields.text("route", 1...32),
            areaCode: try fields.optionalText("area", 1...32)
        )
    }
}

extension NotAccepted {
    init(_ fields: inout Fields, in town: Town) throws {
        self.init(
            ground: try fields.text("ground", 1...64),
            nextDoor: try fields.text("nextDoor", 1...1000, .lines)
        )
    }
}

/// What a resident is asked for, in one list.
struct MissingPapers: Sendable {
    let papers: [String]

    init(_ fields: inout Fields, in town: Town) throws {
        papers = try fields.texts("missing", upTo: 20, 1...200)
    }
}

extension Errand {
    init(_ fields: inout Fields, in town: Town) throws {
        let unit = try fields.text("unit", 1...64)
        self.init(
            unit: try town.unit(named: unit, field: "unit"),
            role: try fields.word("role", as: Assignment.Role.self),
            instruction: try fields.text("instruction", 1...2000, .lines),
            rule: try fields.optionalText("rule", 1...64)
        )
    }
}

/// What a conference came to.
struct Minutes: Sendable {
    let words: String

    init(_ fields: inout Fields, in town: Town) throws {
        words = try fields.text("minutes", 1...5000, .lines)
    }
}

extension Conflict {
    init(_ fields: inout Fields, in town: Town) throws {
        let unit = try fields.optionalText("unit", 1...64)
        let officer: ID<Officer>? = try fields.optionalID("officer")
        // What the call should not say at all is refused before what it says wrongly.
        try fields.nothingElse()
        switch (unit, officer) {
        case (let unit?, nil): self = .unit(try town.unit(named: unit, field: "unit"))
        case (nil, let officer?): self = .officer(officer)
        case (nil, nil): throw Fault(.missing, "unit")
        case (_?, _?): throw Fault(.twice, "officer")
        }
    }
}

/// Which concern joins a matter, and why.
struct Joining: Sendable {
    let concern: String
    let reason: String

    init(_ fields: inout Fields, in town: Town) throws {
        concern = try fields.text("concern", 1...64)
        reason = try fields.text("reason", 1...1000, .lines)
    }
}

/// Why a concern leaves a matter again.
struct Leaving: Sendable {
    let reason: String

    init(_ fields: inout Fields, in town: Town) throws {
        reason = try fields.text("reason", 1...1000, .lines)
    }
}

/// Whom the director tells to do it.
struct Designation: Sendable {
    let unit: ID<Unit>

    init(_ fields: inout Fields, in town: Town) throws {
        let unit = try fields.text("unit", 1...64)
        try fields.nothingElse()
        self.unit = try town.unit(named: unit, field: "unit")
    }
}
