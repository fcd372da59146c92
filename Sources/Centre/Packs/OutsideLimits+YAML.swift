extension PackReading {
    /// None in a pack that was written before there was such a file.
    func outsideLimits(_ codes: Codes) -> [OutsideLimit] {
        guard source.has("outside-limits.yaml"), let sheet = source.sheet("outside-limits.yaml")
        else { return [] }
        defer { sheet.noteUnknown() }
        var versions = CodeBook("outside limit")
        return sheet.sheets("outside").compactMap { line in
            defer { line.noteUnknown() }
            let code = line.text("code")
            // One code names one limit, in the preview as on paper.
            if codes.limits.codes.contains(code) {
                line.note(.codeTwice, line.line(of: "code"), ["code": code])
            }
            guard let limit = outsideLimit(code, line) else { return nil }
            versions.add("\(code)/\(limit.version)", of: line)
            return limit
        }
    }

    private func outsideLimit(_ code: String, _ line: PackSheet) -> OutsideLimit? {
        let title = line.bilingual("title")
        let who: OutsideLimit.Holder? = line.choice("who")
        let trigger = line.bilingual("trigger")
        let amount = line.number("amount", from: 1)
        let unit: LimitUnit? = line.choice("unit")
        let rollOver = line.flag("rollOver")
        let longer = longer(line)
        let notCounted = line.names.contains("notCounted") ? line.bilingual("notCounted") : nil
        let isChecked = line.flag("checked", otherwise: true)
        let basis = line.optionalBasis("basis")
        let validFrom = line.day("validFrom")
        let version = line.number("version", from: 1, otherwise: 1)
        if basis == nil { line.note(.basisMissing, nil, ["code": code]) }
        if rollOver, let unit, unit != .naturalDays, unit != .months {
            line.note(.rollOver, line.line(of: "rollOver"), ["code": code])
        }
        if let amount, let unit, amount > unit.most {
            let finding = LimitFinding.tooLong.rawValue
            line.note(.limitUnsound, line.line(of: "amount"), ["code": code, "finding": finding])
        }
        guard let who, let amount, let unit, let basis, let validFrom, let version else {
            return nil
        }
        return OutsideLimit(
            code: code,
            title: title,
            who: who,
            trigger: trigger,
            amount: amount,
            unit: unit,
            rollOver: rollOver,
            extension: longer,
            notCounted: notCounted,
            basis: basis,
            isChecked: isChecked,
            validFrom: validFrom,
            version: version
        )
    }

    private func longer(_ line: PackSheet) -> OutsideLimit.Longer? {
        guard let sheet = line.optionalSheet("extension") else { return nil }
        defer { sheet.noteUnknown() }
        let amount = sheet.number("amount", from: 1)
        let unit: LimitUnit? = sheet.choice("unit")
        guard let amount, let unit else { return nil }
        return OutsideLimit.Longer(amount: amount, unit: unit)
    }
}
