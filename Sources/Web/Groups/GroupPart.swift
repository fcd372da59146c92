import Centre

/// One thing that is done in a group matter, on a page of its own.
enum GroupPart: String, CaseIterable, Sendable {
    case facts
    case members
    case roster
    case representatives
    case meeting
    case payment
    case bulletin

    var right: Right {
        switch self {
        case .roster, .payment: .recordPayments
        case .facts, .members, .representatives, .meeting, .bulletin: .keepGroup
        }
    }

    /// Whether a sheet comes along.
    var takesSheet: Bool { self == .members || self == .roster || self == .payment }
}

/// The boxes of the forms of a group matter.
struct GroupFields {
    let typed: Typed
    let say: Wording

    func fields(of part: GroupPart) -> [Field] {
        switch part {
        case .facts: facts
        case .members: [tick("keepGood", "group-keep-good")]
        case .roster: []
        case .representatives:
            [line("members", "group-representatives", hint: true, needed: true)]
        case .meeting:
            [
                day, line("present", "group-present", hint: true, needed: true),
                lines("words", "group-meeting-words", upTo: 5000),
            ]
        case .payment:
            [
                day, line("total", "group-total", hint: true, needed: true),
                tick("rest", "group-pay-rest"),
            ]
        case .bulletin: [lines("words", "group-bulletin-words", upTo: 2000)]
        }
    }

    var facts: [Field] {
        let answers = WageFacts.Answer.allCases.map {
            Field.Option($0.rawValue, say("answer-\($0.rawValue)"))
        }
        let named = ["project", "owner", "generalContractor", "crew"].map {
            line($0, "group-\($0)")
        }
        let asked = ["specialAccount", "deposit", "rosterKept"].map {
            Field($0, say("group-\($0)"), .choice(answers), in: typed, say)
        }
        return named + asked
    }

    func line(
        _ name: String,
        _ label: String,
        hint: Bool = false,
        needed: Bool = false
    ) -> Field {
        Field(
            name,
            say(label),
            .line(upTo: 200),
            in: typed,
            say,
            hint: hint ? say("\(label)-hint") : nil,
            needed: needed
        )
    }

    func lines(_ name: String, _ label: String, upTo most: Int) -> Field {
        Field(name, say(label), .lines(upTo: most, rows: 5), in: typed, say, needed: true)
    }

    private var day: Field { Field("day", say("group-day"), .day, in: typed, say, needed: true) }

    private func tick(_ name: String, _ label: String) -> Field {
        Field(name, say(label), .tick, in: typed, say)
    }
}

extension Fields {
    /// Serial numbers as people write them: `1, 4, 7`.
    mutating func typedSerials(_ name: String) throws -> [Int] {
        let text = try text(name, 1...200)
        let parts = text.split { ",，、; ".contains($0) }
        return try parts.map { part in
            guard let serial = PaymentOrder.serial(of: String(part)) else {
                throw Fault(.wrongType, full(name), ["expected": "1, 4, 7"])
            }
            return serial
        }
    }

    /// A sum as people write it.
    mutating func typedSum(_ name: String) throws -> Money {
        guard let sum = Money(text: try text(name, 1...40)) else {
            throw Fault(.impossible, full(name))
        }
        return sum
    }
}
