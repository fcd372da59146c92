extension PackReading {
    func areas(_ codes: inout Codes) -> [PackArea] {
        let rows = source.rows(
            "areas.csv",
            columns: [
                "code", "name", "nameEn", "level", "parent", "kind", "validFrom", "validTo",
                "successor",
            ]
        )
        var read: [(area: PackArea, row: PackRow)] = []
        for row in rows {
            guard let level: AreaLevel = row.choice("level"), let from = row.day("validFrom")
            else { continue }
            let area = PackArea(
                code: row.text("code"),
                name: row.bilingual(),
                level: level,
                parent: row.optional("parent"),
                kind: row.optional("kind") ?? "",
                validFrom: from,
                validTo: row.optionalDay("validTo"),
                successor: row.optional("successor")
            )
            checkShape(area, row)
            if read.contains(where: { $0.area.code == area.code && $0.area.overlaps(area) }) {
                row.note(.overlapInTime, ["code": area.code, "day": "\(area.validFrom)"])
            }
            read.append((area, row))
        }
        codes.areas = CodeBook("area", read.map(\.area.code))
        checkTree(read, codes)
        return read.map(\.area)
    }

    /// DOMAIN 1.6: six digits by GB/T 2260, three for the street or town, three for the village
    /// or community; three more for the grid.
    private func checkShape(_ area: PackArea, _ row: PackRow) {
        let lengths: [Int]
        switch area.level {
        case .city: lengths = [6, 12]
        case .town: lengths = [9, 12]
        case .village: lengths = [12]
        case .grid: lengths = [15]
        }
        if !area.code.isDigits || !lengths.contains(area.code.count) {
            let wanted = lengths.map { "\($0)" }.joined(separator: " or ") + " digits"
            row.note(.codeShape, ["code": area.code, "wanted": wanted])
        }
        if let end = area.validTo, end < area.validFrom {
            row.note(.daysTurned, ["code": area.code])
        }
    }

    private func checkTree(_ read: [(area: PackArea, row: PackRow)], _ codes: Codes) {
        let levels = Dictionary(
            read.map { ($0.area.code, $0.area.level) },
            uniquingKeysWith: { $1 }
        )
        for (area, row) in read {
            codes.areas.check(area.parent, of: row)
            codes.areas.check(area.successor, of: row)
            guard let parent = area.parent, let level = levels[parent] else { continue }
            if level >= area.level {
                row.note(.level, ["code": area.code, "parent": parent])
            }
        }
    }

    func checkTown(_ manifest: Manifest?, _ areas: [PackArea]) {
        guard let manifest else { return }
        let isThere = areas.contains { $0.code == manifest.town && $0.level == .town }
        if !isThere {
            source.findings.note(
                .codeUnknown,
                in: "pack.yaml",
                line: nil,
                ["kind": "town", "code": manifest.town]
            )
        }
    }

    func units(_ codes: inout Codes) -> [PackUnit] {
        let rows = source.rows(
            "units.csv",
            columns: [
                "code", "name", "nameEn", "presence", "parent", "area", "phone", "duties",
            ]
        )
        var read: [(unit: PackUnit, row: PackRow)] = []
        for row in rows {
            let code = row.text("code")
            codes.units.add(code, of: row)
            guard let presence: UnitPresence = row.choice("presence") else { continue }
            let unit = PackUnit(
                code: code,
                name: row.bilingual(),
                presence: presence,
                parent: row.optional("parent"),
                area: row.optional("area"),
                phone: row.optional("phone"),
                duties: row.optional("duties") ?? ""
            )
            codes.areas.check(unit.area, of: row)
            if presence == .village, unit.area == nil { row.note(.empty, ["name": "area"]) }
            if code == Addressee.village.word {
                row.note(.codeShape, ["code": code, "wanted": "another code"])
            }
            read.append((unit, row))
        }
        let parents = read.map { ($0.unit.code, $0.unit.parent) }
        for (unit, row) in read {
            codes.units.check(unit.parent, of: row)
            noteLoop(unit.code, parents, row)
        }
        return read.map(\.unit)
    }

    func noteLoop(_ code: String, _ parents: [(String, String?)], _ row: PackRow) {
        let above = Dictionary(parents, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        var next = above[code] ?? nil
        while let place = next, seen.insert(place).inserted {
            guard place != code else { return row.note(.loop, ["code": code]) }
            next = above[place] ?? nil
        }
    }
}

extension PackArea {
    fileprivate func overlaps(_ other: PackArea) -> Bool {
        let ends = (validTo ?? .far, other.validTo ?? .far)
        return max(validFrom, other.validFrom) <= min(ends.0, ends.1)
    }
}

extension Day {
    fileprivate static let far = Day(number: 3_000_000)
}
