import Centre

/// What a dispatcher decides in one step: class and route where they are still open, the unit, and
/// who assists.
struct DispatchOrder: Sendable {
    let acceptance: Acceptance?
    let errands: [Errand]

    init(
        _ fields: inout Fields,
        for line: QueueLine,
        in town: Town,
        on day: Day
    ) throws {
        acceptance = try DispatchOrder.acceptance(&fields, for: line, in: town, on: day)
        let unit = try town.unit(named: try fields.text("unit", 1...64), field: "unit")
        let instruction = try fields.text("instruction", 1...2000, .lines)
        let assist = try fields.list("assist", upTo: 10) { value, path in
            try town.unit(named: try Fields.text(value, at: path, 1...64), field: path)
        }
        let rule = line.routing?.suggestion
        let lead = Errand(
            unit: unit,
            role: line.line.lead == nil ? .lead : .assist,
            instruction: instruction,
            rule: rule?.lead == town.unit(unit)?.code ? rule?.ruleAndVersion : nil
        )
        errands =
            [lead]
            + assist.filter { $0 != unit }.map {
                Errand(
                    unit: $0,
                    role: .assist,
                    instruction: instruction,
                    rule: rule?.ruleAndVersion
                )
            }
    }

    private static func acceptance(
        _ fields: inout Fields,
        for line: QueueLine,
        in town: Town,
        on day: Day
    ) throws -> Acceptance? {
        let isOpen = line.line.stage.awaitsAcceptance
        let typedClass =
            isOpen ? try fields.text("class", 1...100) : try fields.optionalText("class", 1...100)
        let route =
            isOpen ? try fields.text("route", 1...32) : try fields.optionalText("route", 1...32)
        let area = try fields.optionalText("area", 1...100)
        // The form was shown before somebody else took the matter in.
        guard isOpen, let typedClass, let route else { return nil }
        return Acceptance(
            classCode: try town.classCode(typed: typedClass, field: "class"),
            item: nil,
            route: route,
            areaCode: try area.map { try town.areaCode(typed: $0, on: day, field: "area") }
        )
    }
}

extension Matter.Stage {
    /// The centre has not decided yet whether it takes the matter on.
    var awaitsAcceptance: Bool { self == .registered || self == .awaitingSupplement }
}

extension Typed {
    /// What the records and the town's table already say.
    static func dispatch(_ line: QueueLine, _ town: Town, _ say: Wording) -> Typed {
        var values = ["instruction": say("dispatch-usual-instruction")]
        if let code = line.matter.classCode, let known = town.disputeClass(code) {
            values["class"] = "\(say(known.name)) \(code)"
        }
        let place = line.matter.grid ?? line.matter.village
        if let area = place.flatMap({ town.area($0) }) { values["area"] = say(area.name) }
        let better = line.returned?.betterUnit.flatMap { town.unit($0)?.code }
        values["unit"] = better ?? line.routing?.suggestion?.lead
        return Typed(values.compactMapValues { $0 })
    }
}
