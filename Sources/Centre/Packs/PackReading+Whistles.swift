extension PackReading {
    /// The town's rules of whistles; none in a pack that was written before there were any.
    func whistles(_ codes: Codes) -> WhistleRules {
        guard source.has("whistles.yaml"), let sheet = source.sheet("whistles.yaml") else {
            return .none
        }
        defer { sheet.noteUnknown() }
        let kinds = whistleKinds(sheet)
        return WhistleRules(
            kinds: kinds,
            grounds: whistleGrounds(sheet, CodeBook("whistle kind", kinds.map(\.code))),
            rungs: rungs(sheet, codes),
            mostUnits: sheet.number("mostUnits", from: 1) ?? 1
        )
    }

    private func whistleKinds(_ sheet: PackSheet) -> [WhistleKind] {
        var book = CodeBook("whistle kind")
        return sheet.sheets("kinds").compactMap { line in
            defer { line.noteUnknown() }
            let code = line.text("code")
            book.add(code, of: line)
            let title = line.bilingual("title")
            let answer = answerTime(line, "answer")
            let further = answerTime(line, "further")
            guard let basis = basis(line, of: code), let answer, let further else { return nil }
            return WhistleKind(
                code: code,
                title: title,
                answer: answer,
                further: further,
                basis: basis
            )
        }
    }

    private func whistleGrounds(_ sheet: PackSheet, _ kinds: CodeBook) -> [WhistleGround] {
        var book = CodeBook("whistle ground")
        return sheet.sheets("grounds").compactMap { line in
            defer { line.noteUnknown() }
            let code = line.text("code")
            book.add(code, of: line)
            let title = line.bilingual("title")
            let fitting = line.words("kinds")
            kinds.check(fitting, "kinds", of: line)
            let least = line.number("leastUnits", from: 1, otherwise: 1)
            guard let basis = basis(line, of: code), let least else { return nil }
            return WhistleGround(
                code: code,
                title: title,
                basis: basis,
                kinds: fitting,
                leastUnits: least
            )
        }
    }

    /// A limit or a ground without the law or rule it rests on is none.
    private func basis(_ line: PackSheet, of code: String) -> LegalBasis? {
        let basis = line.optionalBasis("basis")
        if basis == nil { line.note(.basisMissing, nil, ["code": code]) }
        return basis
    }

    private func answerTime(_ line: PackSheet, _ key: String) -> AnswerTime? {
        guard let time = line.sheet(key) else { return nil }
        defer { time.noteUnknown() }
        let amount = time.number("amount", from: 1)
        let measure: AnswerTime.Measure? = time.choice("unit")
        guard let amount, let measure else { return nil }
        return AnswerTime(amount, measure)
    }

    private func rungs(_ sheet: PackSheet, _ codes: Codes) -> [WhistleCall.Rung: String] {
        guard let ladder = sheet.sheet("rungs") else { return [:] }
        defer { ladder.noteUnknown() }
        let pairs = WhistleCall.Rung.allCases.map { rung in
            let unit = ladder.text(rung.rawValue)
            codes.units.check([unit].filter { !$0.isEmpty }, rung.rawValue, of: ladder)
            return (rung, unit)
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
