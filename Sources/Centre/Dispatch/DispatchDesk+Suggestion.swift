/// Which unit the rules of the town name for a matter, and why: a suggestion a dispatcher confirms
/// or not.
package struct RoutingSuggestion: Codable, Sendable, Equatable {
    /// What was ruled in like matters, shown before the table's plain choice: a person confirms.
    package let precedents: [Precedent]
    package let lead: MatterView.Named?
    package let assist: [MatterView.Named]
    /// The rule with its version, such as `WAGES/2`, to be sent along when it is followed.
    package let rule: String?
    /// One plain line.
    package let why: String
}

extension DispatchDesk {
    /// Legal route, then safety, then class × area × unit, then without those the matter is about.
    package func suggestion(
        for id: ID<Matter>,
        to viewer: Viewer
    ) async throws -> RoutingSuggestion {
        try viewer.require(.assign)
        return try await house.look { turn in
            let sight = Sight(viewer, using: .assign, in: turn.town)
            _ = try Matter.find(id, within: sight, in: turn.tx)
            let file = try File.reading(id, in: turn)
            let conflicts = try Conflict.units(of: id, in: turn.tx)
            let precedents = try file.precedents(within: sight)
            return turn.town.routing(of: file, without: conflicts, precedents)
        }
    }
}

extension Town {
    fileprivate func routing(
        of file: File,
        without conflicts: Set<ID<Unit>>,
        _ precedents: [Precedent]
    ) -> RoutingSuggestion {
        let place = file.matter.grid ?? file.matter.village
        switch suggestion(for: file.question, in: place, excluding: conflicts) {
        case .suggestion(let found):
            return RoutingSuggestion(
                precedents: precedents,
                lead: named(found.lead),
                assist: found.assist.compactMap(named),
                rule: found.ruleAndVersion,
                why: "\(found.why.zh)(规则 \(found.ruleAndVersion))"
            )
        case .nobody(.noRule):
            return RoutingSuggestion(
                precedents: precedents,
                lead: nil,
                assist: [],
                rule: nil,
                why: "没有规则指向任何单位,请人工判定"
            )
        case .nobody(.conflictOfInterest):
            return RoutingSuggestion(
                precedents: precedents,
                lead: nil,
                assist: [],
                rule: nil,
                why: "规则所指单位与本事项有利害关系,请人工判定"
            )
        }
    }

    private func named(_ code: String) -> MatterView.Named? {
        unit(code: code).map { MatterView.Named(code: $0.code, name: $0.name.zh) }
    }
}

extension File {
    fileprivate var question: RoutingQuestion {
        var question = RoutingQuestion()
        question.route = matter.route
        question.danger = matter.dangerNow
        question.classCode = matter.classCode
        question.kinds = Set(concerns.map(\.kind.rawValue))
        question.item = matter.item
        return question
    }
}
