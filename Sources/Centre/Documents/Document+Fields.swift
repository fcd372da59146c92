extension Document {
    /// What a kind of paper can tell, and what of it its text has to tell.
    struct Fields {
        /// By name; for a list the names in its lines.
        let known: [String: [String]]
        let needed: Set<String>
    }
}

extension Document.Kind {
    var fields: Document.Fields {
        switch self {
        case .receipt: .receipt
        case .assignmentSlip: .assignmentSlip
        case .supervisionSlip: .supervisionSlip
        case .reminderSlip: .reminderSlip
        case .replyLetter: .replyLetter
        case .visitSheet: .visitSheet
        case .limitSheet: .limitSheet
        case .listingNotice: .listingNotice
        case .removalNotice: .removalNotice
        }
    }
}

extension Document.Fields {
    private init(
        _ plain: [String],
        lists: [String: [String]] = [:],
        needed: Set<String>
    ) {
        let names = plain + Self.everywhere
        known = Dictionary(names.map { ($0, []) }, uniquingKeysWith: { first, _ in first })
            .merging(lists) { _, list in list }
        self.needed = needed
    }

    private static let everywhere = [
        "documentNumber", "number", "office", "address", "phone", "printedOn",
    ]

    private static let promise = ["title", "due", "basis", "wording", "provisional", "reasons"]

    /// A written receipt that names the day (信访工作条例 Art 23), and what the person is told whose
    /// data is taken (个人信息保护法 Art 17).
    fileprivate static let receipt = Self(
        [
            "queryCode", "registeredAt", "channel", "kind", "requester", "contact", "anonymous",
            "confidential", "title", "content", "place", "people", "followAddress",
            "privacyVersion",
        ],
        lists: ["promises": promise],
        needed: [
            "number", "queryCode", "registeredAt", "title", "promises", "promises.due",
            "promises.basis", "followAddress", "privacyVersion", "phone", "office",
        ]
    )

    fileprivate static let assignmentSlip = Self(
        [
            "unit", "part", "lead", "instruction", "why", "class", "item", "route", "place",
            "urgency", "danger", "confidential", "title", "content", "requester", "people",
            "assignedAt", "dispatcher", "round", "designated",
        ],
        lists: ["assists": ["unit"], "limits": promise],
        needed: [
            "number", "unit", "part", "assists", "instruction", "title",
            "limits", "limits.due", "limits.basis", "confidential", "assignedAt",
        ]
    )

    fileprivate static let supervisionSlip = Self(
        ["title", "class", "place", "stage", "issuer", "issuerRole", "registeredAt"],
        lists: [
            "units": ["unit", "part", "signedAt"],
            "overdue": ["title", "due", "basis", "wording", "days"],
            "letters": [
                "unit", "ground", "basis", "wording", "demand", "issuedAt", "due", "answer",
            ],
        ],
        needed: [
            "number", "title", "units", "units.unit", "overdue",
            "overdue.title", "overdue.due", "overdue.basis", "issuer",
        ]
    )

    fileprivate static let reminderSlip = Self(
        ["title", "class", "place", "stage", "issuer", "issuerRole", "registeredAt"],
        lists: [
            "reminders": ["unit", "ground", "basis", "wording", "demand", "issuedAt", "due"]
        ],
        needed: [
            "number", "title", "reminders", "reminders.unit", "reminders.demand",
            "reminders.due", "issuer",
        ]
    )

    /// What was asked, what was found and is held, on which ground, and the way of redress
    /// (信访工作条例 Art 32, 35).
    fileprivate static let replyLetter = Self(
        [
            "addressee", "unnamed", "title", "content", "registeredAt", "answer", "answeredAt",
            "unit", "outcome", "closure", "route", "routeBasis", "followAddress",
        ],
        needed: [
            "number", "addressee", "title", "answer", "answeredAt", "unit",
            "routeBasis", "followAddress", "office",
        ]
    )

    /// Why a limit ends when it does: evidence for whoever relies on the day or contests it.
    fileprivate static let limitSheet = Self(
        [
            "registeredAt", "limit", "startedAt", "due", "provisional", "amount", "rollOver",
            "extended", "kept", "withinWhole", "basis", "wording", "state", "edition",
        ],
        lists: [
            "days": ["from", "to", "count", "reason", "counted"],
            "pauses": ["from", "to", "ground"],
        ],
        needed: [
            "number", "limit", "startedAt", "due", "amount", "basis", "days", "days.from",
            "days.to", "days.count", "days.reason", "office",
        ]
    )
    fileprivate static let visitSheet = Self(
        [
            "title", "content", "registeredAt", "requester", "contact", "anonymous", "people",
            "answer", "answeredAt", "unit", "closure", "attempts",
        ],
        needed: ["number", "title", "answer", "unit", "attempts"]
    )

    /// What is listed and why, who answers for it, and until when.
    fileprivate static let listingNotice = Self(
        listed + ["measures", "until", "relapses"],
        needed: [
            "documentNumber", "subject", "name", "ground", "basis", "problem", "measures", "unit",
            "leader", "openedAt", "until", "office",
        ]
    )

    fileprivate static let removalNotice = Self(
        listed + ["test", "removedOn", "watchedUntil"],
        needed: [
            "documentNumber", "subject", "name", "unit", "openedAt", "test", "removedOn",
            "watchedUntil", "office",
        ]
    )

    private static let listed = [
        "subject", "name", "ground", "basis", "wording", "problem", "unit", "leader", "openedAt",
    ]
}
