/// One step of a demonstration's story: what is done, how long after the step before, to whom it
/// refers, and the words that are said.
package struct DemoStep: Sendable, Equatable {
    package let verb: Verb
    package let wait: DemoWait
    /// Units, grounds, verdicts; as many as the verb wants.
    package let details: [String]
    package var words: String?
    /// What the resident is told, where that is something else.
    package var answer: String?

    package enum Verb: String, Sendable, CaseIterable {
        case accept
        case refuse
        case ask
        case add
        case assign
        case sign
        case contact
        case progress
        case giveBack
        case confer
        case designate
        case dispute
        case rule
        case lift
        case lower
        case agree
        case reply
        case verify
        case close
        case visit
        case miss
        case rate
        case contest
        case withdraw
        case archive
        case extend
        case grant
        case deny
        case suspend
        case resume
        case link
        case unlink
        case conflict
        case terminate
        case bring
        case remind
        case supervise
        case explain
        case whistle
        case attend
        case finish
        case receive
        case justify
        case convene
        case meet
        case pledge
        case keep
        case group
        case speak
        case inform
        case pay
    }
}

extension DemoStep {
    /// A step as a path writes it: `reply 4d lead`, `close 1h explained`.
    init?(_ line: String) {
        let parts = line.split(separator: " ").map(String.init)
        guard parts.count >= 2, let verb = Verb(rawValue: parts[0]), let wait = DemoWait(parts[1])
        else { return nil }
        self.init(verb: verb, wait: wait, details: Array(parts.dropFirst(2)))
        guard verb.details.contains(details.count) else { return nil }
    }
}

extension DemoStep.Verb {
    /// How many details the verb wants.
    var details: ClosedRange<Int> {
        switch self {
        case .accept, .ask, .add, .contact, .progress, .confer, .miss, .contest, .withdraw,
            .archive, .grant, .deny, .resume, .unlink, .remind, .explain, .speak, .inform, .meet,
            .agree:
            0...0
        case .refuse, .suspend: 0...1
        case .assign, .sign, .designate, .dispute, .rule, .reply, .verify, .close, .link,
            .conflict, .terminate, .bring, .supervise, .attend, .finish, .receive, .justify, .group,
            .pay, .keep:
            1...1
        case .visit, .rate, .extend, .pledge, .lift, .lower: 2...2
        case .giveBack: 3...3
        case .convene: 1...8
        // The kind, and the units.
        case .whistle: 2...8
        }
    }

    /// What the details name, for checking that the town knows it.
    var namesUnit: Bool {
        switch self {
        case .assign, .sign, .designate, .dispute, .rule, .reply, .giveBack, .conflict, .attend,
            .lift, .lower, .finish, .receive, .justify, .pledge, .keep:
            true
        default: false
        }
    }

    /// Taken by the resident, at any hour and on any day.
    var isResidents: Bool {
        switch self {
        case .add, .rate, .contest, .withdraw: true
        default: false
        }
    }

    /// Which of the stock of sentences serves when the story has none of its own.
    func stock(_ details: [String]) -> String {
        switch self {
        case .visit: "visit-\(details.first ?? "yes")"
        case .rate: "rate-\(details.first ?? "yes")"
        case .verify: "verify-\(details.first ?? "accepted")"
        case .reply: details.first == "assist" ? "reply-assist" : "reply"
        case .suspend: "suspend"
        case .assign: details.first == "assist" ? "instruction-assist" : "instruction"
        default: rawValue
        }
    }

    /// Says nothing that would be kept.
    var isSilent: Bool {
        switch self {
        case .accept, .sign, .designate, .close, .miss, .withdraw, .archive, .resume, .conflict,
            .bring, .attend, .receive, .justify, .group, .speak, .pay:
            true
        default: false
        }
    }
}

/// How long after the step before: `20q` minutes by the wall's clock, `20m` minutes and `3h` hours
/// of office time, `4d` working days, `3n` days as they come.
package struct DemoWait: Sendable, Equatable {
    package let amount: Int
    package let unit: Unit

    package enum Unit: Character, Sendable, CaseIterable {
        case minutes = "q"
        case officeMinutes = "m"
        case officeHours = "h"
        case workingDays = "d"
        case naturalDays = "n"
    }

    init?(_ text: String) {
        guard let last = text.last, let unit = Unit(rawValue: last),
            let amount = Int(text.dropLast()), amount >= 0
        else { return nil }
        self.amount = amount
        self.unit = unit
    }
}
