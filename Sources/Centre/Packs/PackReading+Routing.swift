extension PackReading {
    func legalRoutes(_ sheet: PackSheet, _ codes: inout Codes) -> [LegalRoute] {
        var routes: [LegalRoute] = []
        for line in sheet.sheets("legalRoutes") {
            let route = LegalRoute(
                code: line.text("code"),
                title: line.bilingual("title"),
                basis: line.optionalBasis("basis")
            )
            codes.routes.add(route.code, of: line)
            line.noteUnknown()
            routes.append(route)
        }
        return routes
    }

    func routing(_ sheet: PackSheet, _ codes: Codes) -> [RoutingRule] {
        var versions = CodeBook("rule")
        return sheet.sheets("rules").compactMap { line in
            let code = line.text("code")
            let version = line.number("version", from: 1, otherwise: 1) ?? 1
            versions.add("\(code)/\(version)", of: line)
            let step: RoutingRule.Step? = line.choice("step")
            let lead = Addressee(line.text("lead"))
            let assist = line.words("assist").map { Addressee($0) }
            codes.units.check([lead], "lead", of: line)
            codes.units.check(assist, "assist", of: line)
            let rule = RoutingRule(
                code: code,
                version: version,
                step: step ?? .classAreaUnit,
                condition: condition(line, codes),
                lead: lead,
                assist: assist,
                why: line.bilingual("why")
            )
            line.noteUnknown()
            return rule
        }
    }

    private func condition(_ line: PackSheet, _ codes: Codes) -> RoutingRule.Condition {
        guard let when = line.optionalSheet("when") else { return RoutingRule.Condition() }
        defer { when.noteUnknown() }
        let condition = RoutingRule.Condition(
            routes: when.words("route"),
            danger: when.optional("danger") == nil ? nil : when.flag("danger"),
            flags: when.words("flags"),
            classes: when.words("classes"),
            kinds: when.words("kinds"),
            items: when.words("items"),
            areas: when.words("areas")
        )
        codes.routes.check(condition.routes, "route", of: when)
        codes.classes.checkBeginnings(condition.classes, "classes", of: when)
        codes.kinds.check(condition.kinds, "kinds", of: when)
        codes.items.check(condition.items, "items", of: when)
        codes.areas.check(condition.areas, "areas", of: when)
        return condition
    }
}
