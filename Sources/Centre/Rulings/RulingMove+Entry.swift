extension RulingMove {
    package var act: Act {
        switch self {
        case .ask: .rulingAsked
        case .passOn: .rulingPassedOn
        case .rule: .rulingGiven
        case .withdraw: .rulingWithdrawn
        case .retire: .precedentWithdrawn
        case .replace: .precedentReplaced
        }
    }

    /// Units and officers by their identity: codes of a pack come and go, and names stay out.
    var facts: [String: String] {
        switch self {
        case .ask(let ruling):
            [
                "ruling": ruling.id.description, "cause": ruling.cause.rawValue,
                "parties": ruling.parties.map(\.description).joined(separator: ","),
                "party": ruling.provisional.description, "ruler": ruling.ruler.description,
            ]
        case .passOn(let id, let officer):
            ["ruling": id.description, "ruler": officer.description]
        case .rule(let id, let verdict): verdict.facts.merging(["ruling": id.description]) { $1 }
        case .withdraw(let id, let isForced):
            isForced
                ? ["ruling": id.description, "cause": "matterEnded"]
                : ["ruling": id.description]
        case .retire(let id): ["ruling": id.description]
        case .replace(let id, let later):
            ["ruling": id.description, "by": later.description]
        }
    }
}

extension Ruling.Verdict {
    fileprivate var facts: [String: String] {
        var facts = [
            "party": unit.description, "class": classCode, "words.digest": words,
            "basis.digest": basis,
        ]
        facts["place"] = area?.description
        return facts
    }
}

extension Rulings {
    /// Every act that moves them.
    static let acts: Set<Act> = [
        .rulingAsked, .rulingPassedOn, .rulingGiven, .rulingWithdrawn, .precedentWithdrawn,
        .precedentReplaced,
    ]

    /// The rulings of a matter from what happened to it.
    ///
    /// The same entries always give the same. What was entered was lawful then; an entry that the
    /// rules do not take is of a broken chain, which `verify` finds, and moves nothing.
    package static func replay(_ entries: [Entry]) -> Rulings {
        var rulings = Rulings()
        for entry in entries {
            guard let move = RulingMove(entry) else { continue }
            rulings = rulings.following(move)
        }
        return rulings
    }

    private func following(_ move: RulingMove) -> Rulings {
        var next = self
        do {
            try next.take(move)
            return next
        } catch {
            return self
        }
    }
}

extension RulingMove {
    /// - Returns: nil for an entry of something else.
    init?(_ entry: Entry) {
        guard Rulings.acts.contains(entry.act) else { return nil }
        let facts = entry.facts
        guard let id = facts["ruling"].flatMap({ ID<Ruling>($0) }) else { return nil }
        switch entry.act {
        case .rulingAsked:
            guard let ruling = Ruling(id, asked: entry) else { return nil }
            self = .ask(ruling)
        case .rulingPassedOn:
            guard let ruler = facts["ruler"].flatMap({ ID<Officer>($0) }) else { return nil }
            self = .passOn(id, to: ruler)
        case .rulingGiven:
            guard let verdict = Ruling.Verdict(entry) else { return nil }
            self = .rule(id, verdict)
        case .rulingWithdrawn: self = .withdraw(id, isForced: facts["cause"] != nil)
        case .precedentWithdrawn: self = .retire(id)
        default:
            guard let later = facts["by"].flatMap({ ID<Ruling>($0) }) else { return nil }
            self = .replace(id, by: later)
        }
    }
}

extension Ruling {
    fileprivate init?(_ id: ID<Ruling>, asked entry: Entry) {
        let facts = entry.facts
        guard let cause = facts["cause"].flatMap(Cause.init(rawValue:)),
            let provisional = facts["party"].flatMap({ ID<Unit>($0) }),
            let ruler = facts["ruler"].flatMap({ ID<Officer>($0) })
        else { return nil }
        let parties = (facts["parties"] ?? "").split(separator: ",")
        self.init(
            id: id,
            cause: cause,
            parties: parties.compactMap { ID<Unit>(String($0)) },
            provisional: provisional,
            askedAt: entry.at,
            ruler: ruler
        )
    }
}

extension Ruling.Verdict {
    fileprivate init?(_ entry: Entry) {
        let facts = entry.facts
        guard let unit = facts["party"].flatMap({ ID<Unit>($0) }), let code = facts["class"] else {
            return nil
        }
        self.init(
            unit: unit,
            classCode: code,
            area: facts["place"].flatMap { ID<Area>($0) },
            at: entry.at,
            words: facts["words.digest"] ?? "",
            basis: facts["basis.digest"] ?? ""
        )
    }
}
