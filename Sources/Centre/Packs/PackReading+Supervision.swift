extension PackReading {
    /// The town's rules of supervision; none in a pack that was written before there were any.
    func supervision() -> SupervisionRules {
        guard source.has("supervision.yaml"), let sheet = source.sheet("supervision.yaml") else {
            return .none
        }
        defer { sheet.noteUnknown() }
        return SupervisionRules(
            grounds: supervisionGrounds(sheet),
            signs: signs(sheet),
            listing: listing(sheet),
            recheck: recheck(sheet),
            refusedFormulas: sheet.words("refusedFormulas")
        )
    }

    private func supervisionGrounds(_ sheet: PackSheet) -> [SupervisionGround] {
        var book = CodeBook("supervision ground")
        return sheet.sheets("grounds").compactMap { line in
            defer { line.noteUnknown() }
            let code = line.text("code")
            book.add(code, of: line)
            let title = line.bilingual("title")
            let kinds = line.words("steps").compactMap { word -> SupervisionStep.Kind? in
                let kind = SupervisionStep.Kind(rawValue: word)
                let isOpened = kind.map(SupervisionStep.Kind.opened.contains) ?? false
                if !isOpened {
                    let allowed = SupervisionStep.Kind.opened.map(\.rawValue)
                    line.noteValue(word, "steps", allowed: allowed)
                }
                return kind
            }
            let lists = line.flag("lists")
            let isChecked = line.flag("checked", otherwise: true)
            guard let basis = line.optionalBasis("basis") else {
                line.note(.basisMissing, nil, ["code": code])
                return nil
            }
            return SupervisionGround(
                code: code,
                title: title,
                basis: basis,
                kinds: kinds,
                lists: lists,
                isChecked: isChecked
            )
        }
    }

    /// Each open rule says what it measures, from where on it asks, and why.
    private func signs(_ sheet: PackSheet) -> [SignRule] {
        var book = CodeBook("sign")
        return sheet.sheets("signs").compactMap { line in
            defer { line.noteUnknown() }
            let sign: ClosingSign? = line.choice("code")
            let title = line.bilingual("title")
            let reason = line.bilingual("reason")
            let threshold = line.number("threshold", from: 0)
            guard let sign, let threshold else { return nil }
            book.add(sign.rawValue, of: line)
            return SignRule(sign: sign, title: title, reason: reason, threshold: threshold)
        }
    }

    private func listing(_ sheet: PackSheet) -> ListingTerms {
        guard let terms = sheet.sheet("listing") else { return SupervisionRules.none.listing }
        defer { terms.noteUnknown() }
        let months = terms.words("months").compactMap { Int($0) }.filter { (1...24).contains($0) }
        if months.isEmpty { terms.noteValue("", "months", allowed: ["3", "6"]) }
        let number = terms.text("number")
        if !number.contains("{yyyy}") || !number.contains("{serial}") {
            terms.noteValue(number, "number", allowed: ["{yyyy}", "{serial}"])
        }
        return ListingTerms(
            months: months,
            watchDays: terms.number("watchDays", from: 1) ?? 1,
            number: number
        )
    }

    private func recheck(_ sheet: PackSheet) -> RecheckTerms {
        guard let terms = sheet.sheet("recheck") else { return SupervisionRules.none.recheck }
        defer { terms.noteUnknown() }
        return RecheckTerms(
            mostDays: terms.number("mostDays", from: 1) ?? 1,
            mostMatters: terms.number("mostMatters", from: 1) ?? 1,
            mostDrawn: terms.number("mostDrawn", from: 1) ?? 1
        )
    }
}
