/// The work order of one occurrence.
struct DemoOrder {
    private let scenario: DemoScenario
    private let occurrence: Int
    private let figures: DemoFigures
    private let stage: DemoStage

    init(
        _ scenario: DemoScenario,
        _ occurrence: Int,
        _ figures: DemoFigures,
        _ stage: DemoStage
    ) {
        self.scenario = scenario
        self.occurrence = occurrence
        self.figures = figures
        self.stage = stage
    }

    func order(
        _ channel: Concern.Channel,
        _ at: Moment,
        _ dice: inout SeedDice
    ) -> WorkOrder {
        var order = WorkOrder(
            source: source(channel, at, &dice),
            kind: scenario.kind,
            title: figures.fill(scenario.title),
            content: figures.fill(scenario.content),
            requester: requester(&dice)
        )
        order.parties = parties
        order.people = scenario.people
        order.representatives = scenario.representatives
        order.amountFen = figures.amount.map { Int64($0) * 100 }
        order.place = place(&dice)
        order.classCode = channel.isPublic ? nil : scenario.classCode
        order.urgency = scenario.urgency
        order.dangerNow = scenario.danger
        order.confidential = scenario.confidential
        order.attachments = scenario.attachments
        return order
    }

    /// What another system hands over has that system's number and came a little earlier.
    private func source(
        _ channel: Concern.Channel,
        _ at: Moment,
        _ dice: inout SeedDice
    ) -> WorkOrder.Source {
        switch channel {
        case .hotline12345, .legal12348, .yuepingan:
            let (year, month, day) = at.day(in: stage.town.offset).parts
            let date = "\(year)\(twoDigits(month))\(twoDigits(day))"
            let mark = (scenario.code.seed &+ UInt64(occurrence)) % 100_000
            let earlier = Int64(dice.number(6...95)) * -60_000
            return WorkOrder.Source(
                channel: channel,
                externalNo: date + String("\(100_000 + mark)".dropFirst()),
                receivedAt: at.adding(milliseconds: earlier)
            )
        default: return WorkOrder.Source(channel: channel)
        }
    }

    private func requester(_ dice: inout SeedDice) -> WorkOrder.Requester {
        let modes = scenario.modes
        let mode = modes.isEmpty ? Concern.Mode.named : modes[occurrence % modes.count]
        let isAnonymous = mode == .anonymous
        return WorkOrder.Requester(
            mode: mode,
            name: isAnonymous ? nil : figures.name,
            phones: isAnonymous && dice.chance(600) ? [] : [figures.phone],
            role: scenario.people > 1 ? "representative" : "self",
            language: scenario.language,
            needs: !isAnonymous && dice.chance(60) ? ["largePrint"] : []
        )
    }

    private var parties: [Party] {
        switch scenario.against {
        case nil: []
        case "person": [Party(role: "respondent", kind: .person, name: figures.respondent)]
        case "firm": [Party(role: "respondent", kind: .organisation, name: figures.firm)]
        case "village": unit(figures.villageUnit)
        case let code?: unit(code)
        }
    }

    private func unit(_ code: String) -> [Party] {
        guard let unit = stage.town.unit(code: code) else { return [] }
        return [Party(role: "respondent", kind: .organisation, name: unit.name.zh)]
    }

    private func place(_ dice: inout SeedDice) -> WorkOrder.Place {
        WorkOrder.Place(
            areaCode: figures.grid.code,
            address: "\(figures.village.name.zh)\(figures.lane)",
            point: point(&dice)
        )
    }

    /// Somewhere near the middle of the grid, for two in three.
    private func point(_ dice: inout SeedDice) -> Point? {
        guard dice.chance(660), let middle = stage.script.points[figures.grid.code] else {
            return nil
        }
        let shift = (Double(dice.number(-60...60)) / 1e5, Double(dice.number(-60...60)) / 1e5)
        let point = Point(lng: middle.lng + shift.0, lat: middle.lat + shift.1, crs: middle.crs)
        for candidate in [point, middle]
        where stage.town.grid(at: candidate, on: stage.day)?.code == figures.grid.code {
            return candidate
        }
        return nil
    }
}
