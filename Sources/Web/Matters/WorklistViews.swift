import Centre

struct WorklistView: PageView {
    static let template = "Matters/worklist"

    let title: String
    let filter: FilterForm
    let list: MatterList
    /// None where there is nothing to take out.
    let export: ExportForm?
}

/// What a list is taken out for, with its filters.
struct ExportForm: Sendable {
    struct Carried: Sendable {
        let name: String
        let value: String
    }

    let carried: [Carried]
    let purposes: [FilterForm.Choice]
}

extension ExportForm {
    init(_ filter: WorklistFilter, _ say: Wording) {
        let set: [(String, String?)] = [
            ("stage", filter.stage?.rawValue), ("among", filter.among?.rawValue),
            ("channel", filter.channel?.rawValue), ("unit", filter.unit?.code),
            ("area", filter.area?.code), ("class", filter.disputeClass?.code),
            ("due", filter.due?.rawValue), ("order", filter.order.rawValue),
            ("q", filter.search.isEmpty ? nil : filter.search),
        ]
        carried = set.compactMap { name, value in value.map { Carried(name: name, value: $0) } }
        purposes = Export.Purpose.allCases.map { purpose in
            FilterForm.Choice(
                value: purpose.rawValue,
                label: say("paper-purpose-\(purpose.rawValue)"),
                isChosen: false
            )
        }
    }
}

struct WaitingView: PageView {
    static let template = "Matters/waiting"

    let title: String
    let hint: String
    let list: MatterList
}

/// A list of matters with its pager, or what stands there when it is empty.
struct MatterList: View {
    static let template = "Matters/list"

    let caption: String
    let rows: [MatterRow]
    let pager: Pager
    let empty: EmptyState?
    let hasRows: Bool
}

extension MatterList {
    init(_ caption: String, _ rows: [MatterRow], _ pager: Pager, empty: EmptyState) {
        self.caption = caption
        self.rows = rows
        self.pager = pager
        self.empty = rows.isEmpty ? empty : nil
        hasRows = !rows.isEmpty
    }
}

/// The boxes above the worklist.
struct FilterForm: Sendable {
    struct Choice: Sendable {
        let value: String
        let label: String
        let isChosen: Bool

        var html: String {
            let chosen = isChosen ? " selected" : ""
            let value = value.escapedForHTML
            return "<option value=\"\(value)\"\(chosen)>\(label.escapedForHTML)</option>"
        }
    }

    /// The choices of a box, written out: with each list some four hundred of them are drawn.
    struct Choices: Sendable {
        let html: String

        init(_ choices: [Choice]) { html = choices.map(\.html).joined(separator: "\n") }

        init(_ families: [Family]) {
            html = families.map { family in
                let label = family.label.escapedForHTML
                let choices = Choices(family.choices).html
                return "<optgroup label=\"\(label)\">\(choices)</optgroup>"
            }.joined(separator: "\n")
        }
    }

    /// Choices under a heading, as the classes of a kind of dispute.
    struct Family: Sendable {
        let label: String
        let choices: [Choice]
    }

    let search: String
    let problem: String?
    let stages: Choices
    let among: Choices
    /// Kept while the other boxes change.
    let channel: String?
    let channelSaid: String?
    let units: Choices
    let areas: Choices
    let classes: Choices
    let bands: Choices
    let orders: Choices
    let isNarrowed: Bool
}

extension FilterForm {
    init(_ filter: WorklistFilter, _ town: Town, _ say: Wording, problem: String?) {
        search = filter.search
        self.problem = problem
        stages = Choices(
            Matter.Stage.allCases.map { stage in
                Choice(
                    value: stage.rawValue,
                    label: say("stage-\(stage.rawValue)"),
                    isChosen: stage == filter.stage
                )
            }
        )
        among = Choices(
            Worklist.Among.allCases.map { part in
                Choice(
                    value: part.rawValue,
                    label: say("among-\(part.rawValue)"),
                    isChosen: part == filter.among
                )
            }
        )
        channel = filter.channel?.rawValue
        channelSaid = filter.channel.map { say("paper-channel-\($0.rawValue)") }
        units = Choices(
            town.units.map { unit in
                Choice(
                    value: unit.code,
                    label: say(unit.name),
                    isChosen: unit.id == filter.unit?.id
                )
            }
        )
        areas = Choices(FilterForm.areas(filter, town, say))
        classes = Choices(FilterForm.classes(filter, town, say))
        bands = Choices(
            Worklist.DueBand.allCases.map { band in
                Choice(
                    value: band.rawValue,
                    label: say("band-\(band.rawValue)"),
                    isChosen: band == filter.due
                )
            }
        )
        orders = Choices(
            Worklist.Order.allCases.map { order in
                Choice(
                    value: order.rawValue,
                    label: say("order-\(order.rawValue)"),
                    isChosen: order == filter.order
                )
            }
        )
        isNarrowed = filter.isNarrowed
    }

    /// The villages, and the grid the address names.
    private static func areas(
        _ filter: WorklistFilter,
        _ town: Town,
        _ say: Wording
    ) -> [Choice] {
        town.areas.filter { area in
            area.id == filter.area?.id || (area.level == .village && area.validTo == nil)
        }.map { area in
            Choice(value: area.code, label: say(area.name), isChosen: area.id == filter.area?.id)
        }
    }

    private static func classes(
        _ filter: WorklistFilter,
        _ town: Town,
        _ say: Wording
    ) -> [Family] {
        let shown = town.classes.filter { !$0.hidden }
        return shown.filter { $0.parent == nil }.map { head in
            Family(
                label: say(head.name),
                choices: shown.filter { town.isClass($0, under: head.code) }.map { one in
                    Choice(
                        value: one.code,
                        label: say(one.name),
                        isChosen: one.code == filter.disputeClass?.code
                    )
                }
            )
        }
    }
}

extension Town {
    /// The class itself, or one below it.
    func isClass(_ one: DisputeClass, under code: String) -> Bool {
        if one.code == code { return true }
        guard let parent = one.parent.flatMap({ disputeClass($0) }) else { return false }
        return isClass(parent, under: code)
    }
}
