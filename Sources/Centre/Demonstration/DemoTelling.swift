/// One occurrence of a scenario on its way into the plan: who and where, when, and which words.
struct DemoTelling {
    let concern: DemoConcern
    private let stage: DemoStage
    private let calendar: DemoCalendar
    private let figures: DemoFigures
    private let steps: [DemoStep]
    private var dice: SeedDice

    init(_ scenario: DemoScenario, _ occurrence: Int, on stage: DemoStage) throws {
        self.stage = stage
        calendar = DemoCalendar(stage.town)
        var dice = SeedDice(scenario.code.seed, at: occurrence)
        figures = try DemoFigures(of: scenario, in: stage, &dice)
        let arrival = DemoArrival(scenario, occurrence, stage.day, calendar, stage.script)
        let (channel, at) = arrival.moment(&dice)
        let routing = DemoRouting(scenario, figures, in: stage.town)
        steps = stage.script.steps(of: scenario, occurrence: occurrence)
        concern = DemoConcern(
            key: "\(scenario.code).\(occurrence + 1)",
            scenario: scenario,
            order: DemoOrder(scenario, occurrence, figures, stage).order(channel, at, &dice),
            registeredAt: at,
            villageUnit: figures.villageUnit,
            lead: routing.lead,
            assist: routing.assist,
            rule: routing.rule,
            outcome: steps.outcome
        )
        self.dice = dice
    }

    /// Everything up to the end of this morning's first hour.
    func events(of place: Int) -> [DemoEvent] {
        var dice = dice
        var events = [event(place, 0, concern.registeredAt, nil, nil, &dice)]
        var last = concern.registeredAt
        for step in steps {
            last = max(calendar.after(step.wait, last, &dice), last.adding(milliseconds: 30_000))
            guard last <= calendar.end(of: stage.day) else { break }
            for unit in units(of: step) {
                events.append(event(place, events.count, last, step, unit, &dice))
                last = last.adding(milliseconds: 20_000)
            }
        }
        return events.filter { $0.at <= calendar.end(of: stage.day) }
    }

    private func event(
        _ place: Int,
        _ position: Int,
        _ at: Moment,
        _ step: DemoStep?,
        _ unit: String?,
        _ dice: inout SeedDice
    ) -> DemoEvent {
        DemoEvent(
            concern: place,
            position: position,
            at: at,
            step: step,
            unit: unit,
            words: step.map { words(of: $0, &dice) } ?? "",
            answer: step?.verb == .reply ? answer(of: step, unit, &dice) : ""
        )
    }

    /// The units a step is done by or to, one event each; one event without a unit elsewhere.
    private func units(of step: DemoStep) -> [String?] {
        guard step.verb.namesUnit, let name = step.details.first else { return [nil] }
        let wrong = concern.scenario.units.wrong
        switch name {
        case "lead": return [concern.lead]
        case "assist": return concern.assist
        case "wrong": return [wrong.first]
        case "second": return [wrong.last]
        case "village": return [concern.villageUnit]
        default: return [name]
        }
    }

    private func words(of step: DemoStep, _ dice: inout SeedDice) -> String {
        if let words = step.words { return figures.fill(words) }
        guard !step.verb.isSilent else { return "" }
        if step.verb == .ask { return concern.scenario.missing.joined(separator: "\n") }
        return sentence(step.verb.stock(step.details), &dice)
    }

    private func answer(
        of step: DemoStep?,
        _ unit: String?,
        _ dice: inout SeedDice
    ) -> String {
        if let answer = step?.answer { return figures.fill(answer) }
        guard unit != concern.lead || step?.details.first == "assist" else {
            return sentence("answer", &dice)
        }
        let name = unit.flatMap { stage.town.unit(code: $0)?.name.zh } ?? ""
        return sentence("answer-assist", &dice).replacing("{unit}", with: name)
    }

    /// A sentence of the scenario's own, or one of the stock, in the resident's language.
    private func sentence(_ stock: String, _ dice: inout SeedDice) -> String {
        let scenario = concern.scenario
        if let own = scenario.sentences[stock] { return figures.fill(own) }
        let local = stage.script.stock["\(stock).\(scenario.language)"]
        let lines = local ?? stage.script.stock[stock] ?? []
        return lines.isEmpty ? "" : figures.fill(dice.pick(lines))
    }
}

/// Which unit leads and which assist: the scenario's own, else what the town's routing names.
struct DemoRouting {
    let lead: String?
    let assist: [String]
    let rule: String?

    init(_ scenario: DemoScenario, _ figures: DemoFigures, in town: Town) {
        var question = RoutingQuestion()
        question.route = scenario.route
        question.danger = scenario.danger
        question.classCode = scenario.classCode
        question.kinds = [scenario.kind.rawValue]
        question.item = scenario.item
        let found = town.suggestion(for: question, in: figures.grid.id).suggestion
        let own = scenario.units.lead.map { $0 == "village" ? figures.villageUnit : $0 }
        lead = own ?? found?.lead
        rule = lead == found?.lead ? found?.ruleAndVersion : nil
        let named = scenario.units.assist.map { $0 == "village" ? figures.villageUnit : $0 }
        let chosen = lead
        let suggested = found?.assist.filter { $0 != chosen } ?? []
        assist = named.isEmpty ? Array(suggested.prefix(2)) : named.filter { $0 != chosen }
    }
}

extension [DemoStep] {
    /// What the lead's reply comes to follows from how the matter will be closed.
    fileprivate var outcome: Assignment.Outcome {
        switch first(where: { $0.verb == .close })?.details.first {
        case "mediatedWritten", "mediatedOral", "partlySettled": .settled
        case "mediationFailedAdvised", "explained": .explained
        case "transferredToProcedure": .transferred
        case "notVerified": .unverified
        default: .supported
        }
    }
}

extension String {
    /// A number of its own for each text (FNV-1a).
    var seed: UInt64 {
        utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
