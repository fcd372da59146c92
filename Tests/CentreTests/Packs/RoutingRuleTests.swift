import Testing

@testable import Centre

private func rule(
    _ code: String,
    _ step: RoutingRule.Step,
    lead: String,
    assist: [String] = [],
    _ condition: RoutingRule.Condition = RoutingRule.Condition()
) -> RoutingRule {
    RoutingRule(
        code: code,
        version: 1,
        step: step,
        condition: condition,
        lead: Addressee(lead),
        assist: assist.map { Addressee($0) },
        why: Bilingual(zh: "因为", en: "because")
    )
}

private let table = [
    rule("DEFAULT", .classAreaUnit, lead: "office", .init(classes: ["9"])),
    rule(
        "NEIGHBOURS",
        .classAreaUnit,
        lead: "village",
        assist: ["justice"],
        .init(classes: ["02"])
    ),
    rule(
        "WAGES",
        .classAreaUnit,
        lead: "labour",
        assist: ["union", "justice"],
        .init(classes: ["07"])
    ),
    rule("WAGES-AGAIN", .classAreaUnit, lead: "union", .init(classes: ["0701"])),
    rule("NORTH", .classAreaUnit, lead: "north", .init(areas: ["N"])),
    rule("LAMPS", .classAreaUnit, lead: "works", .init(items: ["C10"])),
    rule("DANGER", .safety, lead: "police", .init(danger: true)),
    rule("VIOLENCE", .safety, lead: "police", assist: ["women"], .init(flags: ["violence"])),
    rule("COURT", .legalRoute, lead: "court", .init(routes: ["litigation"], danger: false)),
]

private func question(
    route: String? = nil,
    danger: Bool = false,
    flags: Set<String> = [],
    class classCode: String? = nil,
    item: String? = nil,
    areas: Set<String> = [],
    village: String? = nil
) -> RoutingQuestion {
    var question = RoutingQuestion()
    question.route = route
    question.danger = danger
    question.flags = flags
    question.classCode = classCode
    question.item = item
    question.areas = areas
    question.villageUnit = village
    return question
}

@Suite struct `the routing table` {
    @Test(arguments: [
        (question(route: "litigation", class: "0701"), "COURT", "court"),
        (question(route: "litigation", danger: true, class: "0701"), "DANGER", "police"),
        (question(danger: true, class: "0701"), "DANGER", "police"),
        (question(flags: ["violence", "minor"], class: "0201"), "VIOLENCE", "police"),
        (question(class: "0701-W"), "WAGES", "labour"),
        (question(class: "0201", village: "v001"), "NEIGHBOURS", "v001"),
        (question(class: "0402", areas: ["N", "T"]), "NORTH", "north"),
        (question(item: "C10"), "LAMPS", "works"),
    ])
    func `asks legal route, then safety, then the table from the top`(
        question: RoutingQuestion,
        rule: String,
        lead: String
    ) {
        let suggestion = RoutingRule.choose(among: table, for: question).suggestion
        #expect(suggestion?.rule == rule)
        #expect(suggestion?.lead == lead)
        #expect(suggestion?.ruleAndVersion == "\(rule)/1")
        #expect(suggestion?.why.en == "because")
    }

    @Test func `who a matter is about does not get it, and the next rule is asked`() {
        let wages = question(class: "0701")
        let answer = RoutingRule.choose(among: table, for: wages, excluding: ["labour"])
        #expect(answer.suggestion?.rule == "WAGES-AGAIN")
        #expect(answer.suggestion?.lead == "union")
    }

    @Test func `who a matter is about does not assist either`() {
        let answer = RoutingRule.choose(
            among: table,
            for: question(class: "0799"),
            excluding: ["union"]
        )
        #expect(answer.suggestion?.lead == "labour")
        #expect(answer.suggestion?.assist == ["justice"])
    }

    @Test func `when every rule names a unit in conflict, nobody is named and the reason is told`()
    {
        let answer = RoutingRule.choose(
            among: table,
            for: question(class: "0701"),
            excluding: ["labour", "union"]
        )
        #expect(answer == .nobody(.conflictOfInterest))
    }

    @Test(arguments: [
        question(), question(class: "0402"), question(class: "0201"), question(item: "C11"),
    ])
    func `without a rule that fits nobody is named`(question: RoutingQuestion) {
        #expect(RoutingRule.choose(among: table, for: question) == .nobody(.noRule))
    }

    @Test func `the lead does not assist itself`() {
        let twice = [
            rule("A", .safety, lead: "a", assist: ["a", "village", "b", "b"])
        ]
        let suggestion = RoutingRule.choose(among: twice, for: question(village: "a")).suggestion
        #expect(suggestion?.assist == ["b"])
    }
}
