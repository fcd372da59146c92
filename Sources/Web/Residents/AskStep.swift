import Centre

/// The questions to somebody who tells the centre something, one a page, in their order.
enum AskStep: String, Sendable, CaseIterable {
    /// Is somebody in danger now?
    case danger
    case kind
    case words
    case place
    case photos
    case mode
    case reach
    case check

    var next: AskStep {
        let all = AskStep.allCases
        guard let place = all.firstIndex(of: self), place + 1 < all.count else { return self }
        return all[place + 1]
    }

    var previous: AskStep {
        let all = AskStep.allCases
        guard let place = all.firstIndex(of: self), place > 0 else { return self }
        return all[place - 1]
    }

    /// Its place on the way, from 1 on.
    var number: Int { (AskStep.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// The boxes of its page; all others go along hidden.
    var names: Set<String> {
        switch self {
        case .danger: ["dangerNow"]
        case .kind: ["kind"]
        case .words: ["title", "content"]
        case .place: ["place.areaCode", "place.address", "place.lng", "place.lat"]
        case .mode: ["requester.mode"]
        case .reach: ["requester.name", "requester.phones[]"]
        case .photos, .check: []
        }
    }

    /// The question a field at fault belongs to.
    static func of(field: String) -> AskStep? {
        if field.hasPrefix("requester.phones") { return .reach }
        if field.hasPrefix("place") { return .place }
        if field == "photos" { return .photos }
        return allCases.first { $0.names.contains(field) }
    }

    /// What the frame and these pages need for themselves, which is no answer.
    static let own: Set<String> = [
        Form.ticketName, Form.operationName, Form.showAgainName, "step", "go",
    ]
}

extension Typed {
    /// What goes along hidden on the page of a question.
    func carried(over step: AskStep) -> [FormPair] {
        pairs.filter {
            !$0.value.isEmpty && !AskStep.own.contains($0.name) && !step.names.contains($0.name)
        }
    }

    /// Without the values of these names.
    func without(_ names: Set<String>) -> Typed {
        keeping { !names.contains($0.name) }
    }

    func keeping(_ isKept: (FormPair) -> Bool) -> Typed {
        var kept = Typed()
        kept.problem = problem
        kept.isCarriedOn = isCarriedOn
        for pair in pairs where isKept(pair) { kept.add(pair) }
        return kept
    }

    /// The files that wait for this concern.
    var photos: [HoldingToken] { all("photos[]").compactMap(HoldingToken.init) }
}
