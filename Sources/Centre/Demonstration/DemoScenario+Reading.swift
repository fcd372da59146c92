extension DemoReading {
    func step(_ line: String, _ key: String, of sheet: PackSheet) -> DemoStep? {
        guard let step = DemoStep(line) else {
            sheet.noteValue(line, key, allowed: ["VERB WAIT DETAILS, such as 'reply 4d lead'"])
            return nil
        }
        check(step, key, sheet)
        return step
    }

    private func check(_ step: DemoStep, _ key: String, _ sheet: PackSheet) {
        let details = step.details
        if step.verb.namesUnit { codes.units.check([details[0]], key, of: sheet) }
        switch step.verb {
        case .giveBack:
            codes.returns.check([details[1]], key, of: sheet)
            codes.units.check([details[2]], key, of: sheet)
        case .lift: codes.escalations.check([details[1]], key, of: sheet)
        case .lower: codes.sendings.check([details[1]], key, of: sheet)
        case .refuse: codes.refusals.check(details, key, of: sheet)
        case .suspend: codes.suspensions.check(details, key, of: sheet)
        case .terminate: codes.terminations.check(details, key, of: sheet)
        case .close: codes.closures.check(details, key, of: sheet)
        case .verify: checkChoice(details, of: VerificationVerdict.self, key, sheet)
        case .visit, .rate: checkChoice(details, of: Concern.Verdict.self, key, sheet)
        case .extend where details[0] != "own":
            codes.limits.check([details[0]], key, of: sheet)
        default: break
        }
    }

    private func checkChoice<Choice: RawRepresentable<String> & CaseIterable>(
        _ details: [String],
        of type: Choice.Type,
        _ key: String,
        _ sheet: PackSheet
    ) {
        for detail in details where Choice(rawValue: detail) == nil {
            sheet.noteValue(detail, key, allowed: Choice.allCases.map(\.rawValue))
        }
    }

    func scenario(
        _ sheet: PackSheet,
        _ paths: CodeBook,
        _ seasons: [String: DemoSeason]
    ) -> DemoScenario? {
        let about = sheet.words("about")
        guard let kind: Concern.Kind = sheet.choice("kind"), (2...3).contains(about.count) else {
            sheet.note(.shape, nil, ["name": "about", "wanted": "[class, route, item]"])
            return nil
        }
        codes.classes.check([about[0]], "about", of: sheet)
        codes.routes.check([about[1]], "about", of: sheet)
        codes.items.check(Array(about.dropFirst(2)), "about", of: sheet)
        let steps = sheet.names.contains("steps") ? self.steps(sheet) : []
        let named = sheet.words("paths")
        paths.check(named, "paths", of: sheet)
        let season = sheet.optional("season")
        CodeBook("season", Array(seasons.keys)).check(
            season.map { [$0] } ?? [],
            "season",
            of: sheet
        )
        let area = sheet.optional("area")
        codes.areas.check(area.map { [$0] } ?? [], "area", of: sheet)
        return DemoScenario(
            code: sheet.text("code"),
            classCode: about[0],
            route: about[1],
            item: about.count > 2 ? about[2] : nil,
            kind: kind,
            channels: choices("channels", sheet),
            modes: choices("modes", sheet),
            language: sheet.optional("language") ?? "zh",
            urgency: sheet.optional("urgency").flatMap(Concern.Urgency.init) ?? .normal,
            danger: sheet.flag("danger"),
            confidential: sheet.flag("confidential"),
            people: sheet.number("people", from: 1, otherwise: 1) ?? 1,
            representatives: sheet.isText("representatives")
                ? sheet.number("representatives", from: 1) : nil,
            amount: amount(sheet),
            against: sheet.optional("against"),
            area: area,
            season: season,
            units: units(sheet),
            days: numbers("when", sheet),
            times: sheet.number("times", from: 1, otherwise: 1) ?? 1,
            paths: named,
            steps: steps,
            missing: sheet.words("missing"),
            ground: ground(sheet),
            limit: limit(sheet),
            amountOfTime: sheet.isText("more") ? sheet.number("more", from: 1) : nil,
            attachments: attachments(sheet),
            look: sheet.optional("look"),
            title: sheet.text("title"),
            content: sheet.text("content"),
            sentences: sentences(sheet)
        )
    }

    private func steps(_ sheet: PackSheet) -> [DemoStep] {
        sheet.sheets("steps").compactMap { entry in
            defer { entry.noteUnknown() }
            var step = step(entry.text("do"), "do", of: entry)
            step?.words = entry.optional("words")
            step?.answer = entry.optional("answer")
            return step
        }
    }

    private func units(_ sheet: PackSheet) -> DemoUnits {
        let lead = sheet.optional("lead")
        let assist = sheet.words("assist")
        let wrong = sheet.words("wrong")
        codes.units.check((lead.map { [$0] } ?? []) + assist + wrong, "lead", of: sheet)
        return DemoUnits(lead: lead, assist: assist, wrong: wrong)
    }

    private func ground(_ sheet: PackSheet) -> String? {
        guard let ground = sheet.optional("ground") else { return nil }
        if !codes.refusals.holds(ground) { codes.suspensions.check([ground], "ground", of: sheet) }
        return ground
    }

    private func limit(_ sheet: PackSheet) -> String? {
        let limit = sheet.optional("limit")
        codes.limits.check(limit.map { [$0] } ?? [], "limit", of: sheet)
        return limit
    }

    private func attachments(_ sheet: PackSheet) -> [WorkOrder.Attachment] {
        guard sheet.names.contains("attachments") else { return [] }
        return sheet.sheets("attachments").enumerated().map { place, entry in
            defer { entry.noteUnknown() }
            return WorkOrder.Attachment(
                id: "\(place + 1)",
                name: entry.text("name"),
                mediaType: entry.text("mediaType"),
                sha256: entry.text("sha256")
            )
        }
    }

    private func sentences(_ sheet: PackSheet) -> [String: String] {
        var sentences: [String: String] = [:]
        for name in ["instruction", "reply", "answer"] {
            sentences[name] = sheet.optional(name)
        }
        guard let own = sheet.optionalSheet("say") else { return sentences }
        for name in own.names { sentences[name] = own.text(name) }
        return sentences
    }

    private func choices<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        _ sheet: PackSheet
    ) -> [Choice] {
        sheet.words(key).compactMap { word in
            guard let choice = Choice(rawValue: word) else {
                sheet.noteValue(word, key, allowed: Choice.allCases.map(\.rawValue))
                return nil
            }
            return choice
        }
    }

    private func numbers(_ key: String, _ sheet: PackSheet) -> [Int] {
        sheet.words(key).compactMap { word in
            guard let number = Int(word), number >= 0 else {
                sheet.note(.number, sheet.line(of: key), ["name": key, "from": "0"])
                return nil
            }
            return number
        }
    }

    private func amount(_ sheet: PackSheet) -> ClosedRange<Int>? {
        let ends = numbers("amount", sheet)
        guard let least = ends.first, let most = ends.last, least <= most else { return nil }
        return least...most
    }
}
