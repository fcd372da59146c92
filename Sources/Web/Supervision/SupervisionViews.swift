import Centre

struct SupervisionBoard: PageView {
    static let template = "Supervision/board"

    let title: String
    let links: [Link]
    let tabs: [Tab]
    let units: [Unit]
    let rows: [SupervisionRow]
    let empty: EmptyState?
    let pager: Pager

    struct Tab: Sendable {
        let label: String
        let address: String
        let isHere: Bool
    }

    /// What a unit has in hand and what is late with it; each figure leads to its list.
    struct Unit: Sendable {
        let name: String
        let open: Link?
        let waiting: Link?
        let late: Link?
    }
}

extension SupervisionBoard {
    static func links(_ viewer: Viewer, _ say: Wording) -> [Link] {
        var links = [
            Link(say("supervision-rules"), to: "/desk/supervision/rules")
        ]
        if viewer.may(.readMatters) {
            links.append(Link(say("own-promises"), to: "/desk/promises"))
        }
        if ListingDesk.rights.contains(where: viewer.may) {
            links.append(Link(say("listings"), to: "/desk/listings"))
        }
        if viewer.may(.supervise) || viewer.may(.decideSupervision) {
            links.append(Link(say("rechecks"), to: "/desk/rechecks"))
        }
        return links
    }

    static func tabs(_ list: SupervisionList, _ town: Town, _ say: Wording) -> [Tab] {
        let unit = list.unit.flatMap { town.unit($0)?.code }.map { "&unit=\($0)" } ?? ""
        let sides: [SupervisionStep.Side?] = [nil, .unit, .centre]
        return sides.map { side in
            Tab(
                label: say("supervision-tab-\(side?.rawValue ?? "all")"),
                address: "/desk/supervision?waits=\(side?.rawValue ?? "")\(unit)",
                isHere: list.waits == side
            )
        }
    }

    static func units(
        _ counts: [SupervisionCount],
        _ late: [(unit: ID<Centre.Unit>, matters: Int)],
        _ town: Town,
        _ say: Wording
    ) -> [Unit] {
        let byUnit = Dictionary(counts.map { ($0.unit, $0) }, uniquingKeysWith: { $1 })
        let lateOf = Dictionary(late.map { ($0.unit, $0.matters) }, uniquingKeysWith: { $1 })
        let others = late.map(\.unit).filter { byUnit[$0] == nil }
        return (counts.map(\.unit) + others).compactMap { id in
            guard let unit = town.unit(id) else { return nil }
            func link(_ count: Int?, _ address: String) -> Link? {
                guard let count, count > 0 else { return nil }
                return Link(say.number(count), to: address)
            }
            let own = "/desk/supervision?unit=\(unit.code)"
            return Unit(
                name: say(unit.name),
                open: link(byUnit[id]?.open, own),
                waiting: link(byUnit[id]?.waiting, "\(own)&waits=unit"),
                late: link(lateOf[id], "/desk/matters?unit=\(unit.code)&due=overdue")
            )
        }
    }
}

/// The open rules, as anybody in the house may read them.
struct SupervisionRulesView: PageView {
    static let template = "Supervision/rules"

    struct Ground: Sendable {
        let title: String
        let steps: String
        let basis: String
        let wording: String?
    }

    struct Sign: Sendable {
        let title: String
        let reason: String
        let threshold: String
    }

    let title: String
    let ladder: [String]
    let grounds: [Ground]
    let limits: [Ground]
    let signs: [Sign]
    let formulas: String
}

extension SupervisionRulesView {
    init(_ rules: SupervisionRules, _ town: Town, _ say: Wording) {
        title = say("supervision-rules")
        ladder = SupervisionStep.Kind.ladder.map { say("rung-\($0.rawValue)") } + [say("listing")]
        grounds = rules.grounds.map { ground in
            let steps = ground.kinds.map { say("rung-\($0.rawValue)") }
            return Ground(
                title: say(ground.title),
                steps: say.list(steps + (ground.lists ? [say("listing")] : [])),
                basis: say(ground.basis.citation)
                    + (ground.isChecked ? "" : say("supervision-unchecked")),
                wording: ground.basis.text.isEmpty ? nil : ground.basis.text
            )
        }
        let codes = SupervisionStep.Kind.allCases.compactMap(\.procedure.limit)
        limits = codes.compactMap(town.rule).map { rule in
            Ground(
                title: say(rule.title),
                steps: say.amount(rule.amount, rule.unit),
                basis: say(rule.basis.citation),
                wording: rule.basis.text.isEmpty ? nil : rule.basis.text
            )
        }
        signs = rules.signs.map { sign in
            Sign(
                title: say(sign.title),
                reason: say(sign.reason),
                threshold: say("sign-threshold-\(sign.sign.rawValue)", ["n": "\(sign.threshold)"])
            )
        }
        formulas = say.list(rules.refusedFormulas)
    }
}

/// All steps of one matter, and those the viewer may open.
struct MatterSupervisionView: PageView {
    static let template = "Supervision/matter"

    let title: String
    let back: Link
    let number: String
    let opening: [Link]
    let steps: [SupervisionStepCard]
    let empty: EmptyState?
    /// Those that can be printed as it stands.
    let papers: [Link]
}
