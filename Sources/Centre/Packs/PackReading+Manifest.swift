extension PackReading {
    func manifest() -> Manifest? {
        guard let sheet = source.sheet("pack.yaml") else { return nil }
        let validFrom = sheet.day("validFrom")
        let crs: ReferenceSystem? = sheet.choice("crs")
        let manifest = Manifest(
            name: sheet.text("name"),
            title: sheet.bilingual("title"),
            version: sheet.text("version"),
            validFrom: validFrom ?? Day(number: 0),
            offset: offset(sheet),
            town: sheet.text("town"),
            crs: crs ?? .cgcs2000,
            officeHours: officeHours(sheet),
            notice: sheet.bilingual("notice"),
            phones: phones(sheet),
            phoneAreaCode: phoneAreaCode(sheet)
        )
        // Survey borders come in the survey's system; a public map's lines are 600 m off.
        if let crs, ![.cgcs2000, .wgs84].contains(crs) {
            sheet.noteValue(crs.rawValue, "crs", allowed: ["CGCS2000", "WGS84"])
        }
        sheet.noteUnknown()
        return validFrom == nil || crs == nil ? nil : manifest
    }

    /// `+08:00`, or minutes.
    private func offset(_ sheet: PackSheet) -> TimeOffset {
        let text = sheet.text("timeOffset")
        if let minutes = Int(text), abs(minutes) < 24 * 60 { return TimeOffset(minutes: minutes) }
        let sign = text.hasPrefix("-") ? -1 : 1
        guard text.hasPrefix("+") || text.hasPrefix("-"),
            let minutes = minutes(String(text.dropFirst()))
        else {
            sheet.noteValue(text, "timeOffset", allowed: ["+08:00"])
            return .china
        }
        return TimeOffset(minutes: sign * minutes)
    }

    /// Pairs such as `[["08:30", "12:00"], ["14:30", "17:30"]]`.
    private func officeHours(_ sheet: PackSheet) -> [WorkingCalendar.OfficeHours] {
        let hours = sheet.pairs("officeHours").compactMap {
            pair -> WorkingCalendar.OfficeHours? in
            guard let from = minutes(pair.0), let to = minutes(pair.1), from < to else {
                sheet.noteValue(
                    "\(pair.0)–\(pair.1)",
                    "officeHours",
                    allowed: ["[\"08:30\", \"12:00\"]"]
                )
                return nil
            }
            return WorkingCalendar.OfficeHours(from: from, to: to)
        }
        for finding in WorkingCalendar.check(days: [], overlay: [], officeHours: hours) {
            sheet.note(.calendarUnsound, sheet.line(of: "officeHours"), ["finding": finding])
        }
        return hours
    }

    private func minutes(_ clock: String) -> Int? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...24).contains(hour), (0...59).contains(minute), hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }

    /// Three or four digits that begin with a zero.
    private func phoneAreaCode(_ sheet: PackSheet) -> String? {
        guard let code = sheet.optional("phoneAreaCode") else { return nil }
        guard code.isDigits, code.hasPrefix("0"), (3...4).contains(code.count) else {
            sheet.noteValue(code, "phoneAreaCode", allowed: ["010", "0760"])
            return nil
        }
        return code
    }

    private func phones(_ sheet: PackSheet) -> [Manifest.PublicPhone] {
        sheet.sheets("phones").map { phone in
            let read = Manifest.PublicPhone(
                name: phone.bilingual("for"),
                number: phone.text("number")
            )
            phone.noteUnknown()
            return read
        }
    }

    /// Numbers look as the pack says; the check character is not the pack's to leave out.
    func numbering() -> Numbering? {
        guard let sheet = source.sheet("numbering.yaml") else { return nil }
        defer { sheet.noteUnknown() }
        guard let concern = sheet.sheet("concern") else { return nil }
        let pattern = concern.text("pattern")
        let series = concern.text("series")
        let prefix = concern.text("prefix")
        concern.noteUnknown()
        guard !pattern.isEmpty, !series.isEmpty else { return nil }
        let documents = documents(sheet)
        let numbering = Numbering(
            prefix: prefix,
            pattern: pattern,
            series: series,
            documents: documents
        )
        if numbering == nil {
            concern.noteValue(
                pattern,
                "pattern",
                allowed: ["{prefix}", "{yyyy}", "{serial:6}", "{check}"]
            )
        }
        return numbering
    }

    private func documents(_ sheet: PackSheet) -> [DocumentNumber] {
        guard sheet.names.contains("documents") else { return [] }
        var book = CodeBook("document")
        return sheet.sheets("documents").map { line in
            let document = DocumentNumber(
                code: line.text("code"),
                title: line.bilingual("title"),
                pattern: line.text("pattern")
            )
            book.add(document.code, of: line)
            line.noteUnknown()
            return document
        }
    }

    func texts() -> Texts {
        guard let sheet = source.sheet("texts.yaml") else { return Texts() }
        var texts: [String: Bilingual] = [:]
        for name in sheet.names { texts[name] = sheet.bilingual(name) }
        return Texts(texts)
    }
}
