extension PackReading {
    /// The hall's seats and who is present how; none in a pack that was written before there was a
    /// rota.
    func rota(_ codes: Codes) -> RotaRules {
        guard source.has("rota.yaml"), let sheet = source.sheet("rota.yaml") else { return .none }
        defer { sheet.noteUnknown() }
        let terms = sheet.sheet("terms")
        defer { terms?.noteUnknown() }
        let none = RotaRules.none
        return RotaRules(
            seats: seats(sheet, codes),
            stationing: stationing(sheet, codes),
            weeks: terms?.number("weeks", from: 1) ?? none.weeks,
            missed: terms?.number("missed", from: 1) ?? none.missed,
            mostDays: terms?.number("mostDays", from: 1) ?? none.mostDays
        )
    }

    private func seats(_ sheet: PackSheet, _ codes: Codes) -> [Seat] {
        var book = CodeBook("seat")
        return sheet.sheets("seats").map { line in
            defer { line.noteUnknown() }
            let code = line.text("code")
            book.add(code, of: line)
            let name = line.bilingual("name")
            let unit = line.optional("unit")
            codes.units.check([unit].compactMap(\.self), "unit", of: line)
            return Seat(code: code, name: name, unit: unit)
        }
    }

    /// One unit is present in one way at a time.
    private func stationing(_ sheet: PackSheet, _ codes: Codes) -> [Stationing] {
        var read: [Stationing] = []
        for line in sheet.sheets("stationing") {
            defer { line.noteUnknown() }
            let unit = line.text("unit")
            codes.units.check([unit], "unit", of: line)
            let presence: UnitPresence? = line.choice("presence")
            let from = line.day("from")
            let to = line.optional("to").flatMap { _ in line.day("to") }
            let notOn = line.words("notOn").compactMap { word in
                let half = WeeklyHalf(word)
                if half == nil { line.noteValue(word, "notOn", allowed: ["3 morning"]) }
                return half
            }
            guard let presence, let from else { continue }
            let stationing = Stationing(
                unit: unit,
                presence: presence,
                from: from,
                to: to,
                notOn: Set(notOn)
            )
            if let to, to < from { line.note(.daysTurned, nil, ["code": unit]) }
            if read.contains(where: { $0.overlaps(stationing) }) {
                line.note(.overlapInTime, nil, ["code": unit, "day": "\(from)"])
            }
            read.append(stationing)
        }
        return read
    }
}

extension Stationing {
    fileprivate func overlaps(_ other: Stationing) -> Bool {
        guard unit == other.unit else { return false }
        let (first, second) = from <= other.from ? (self, other) : (other, self)
        return first.to.map { second.from <= $0 } ?? true
    }
}
