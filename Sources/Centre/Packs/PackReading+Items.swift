extension PackReading {
    func classes(_ codes: inout Codes) -> [DisputeClass] {
        let rows = source.rows(
            "classes.csv",
            columns: [
                "code", "national", "name", "nameEn", "parent", "hidden", "confidential",
                "sensitive",
            ]
        )
        var read: [(DisputeClass, PackRow)] = []
        for row in rows {
            let code = row.text("code")
            codes.classes.add(code, of: row)
            let national = row.text("national")
            if !national.isEmpty, !national.isDigits || ![2, 4].contains(national.count) {
                row.note(.codeShape, ["code": national, "wanted": "2 or 4 digits"])
            }
            let disputeClass = DisputeClass(
                code: code,
                national: national,
                name: row.bilingual(),
                parent: row.optional("parent"),
                hidden: row.flag("hidden"),
                confidential: row.flag("confidential"),
                sensitive: row.flag("sensitive")
            )
            read.append((disputeClass, row))
        }
        let parents = read.map { ($0.0.code, $0.0.parent) }
        for (disputeClass, row) in read {
            codes.classes.check(disputeClass.parent, of: row)
            noteLoop(disputeClass.code, parents, row)
        }
        return read.map(\.0)
    }

    func groups(_ codes: inout Codes) -> [ItemGroup] {
        var groups: [ItemGroup] = []
        for row in source.rows("groups.csv", columns: ["code", "name", "nameEn", "order"]) {
            let code = row.text("code")
            codes.groups.add(code, of: row)
            guard let order = row.number("order", from: 0) else { continue }
            groups.append(ItemGroup(code: code, name: row.bilingual(), order: order))
        }
        return groups.sorted { ($0.order, $0.code) < ($1.order, $1.code) }
    }

    func items(_ codes: inout Codes) -> [Item] {
        let rows = source.rows(
            "items.csv",
            columns: [
                "code", "group", "name", "nameEn", "subjects", "mode", "unit", "assist", "class",
                "limit", "confidential", "counts", "countsNot", "basis", "validFrom", "validTo",
            ]
        )
        var items: [Item] = []
        for row in rows {
            codes.items.add(row.text("code"), of: row)
            guard let item = item(row) else { continue }
            codes.groups.check(item.group, of: row)
            for addressee in [item.lead] + item.assist { codes.units.check(addressee, of: row) }
            codes.classes.check(item.classCode, of: row)
            codes.limits.check(item.limit, of: row)
            if let end = item.validTo, end < item.validFrom {
                row.note(.daysTurned, ["code": item.code])
            }
            items.append(item)
        }
        return items
    }

    private func item(_ row: PackRow) -> Item? {
        let mode: Item.Mode? = row.choice("mode")
        let validFrom = row.day("validFrom")
        let validTo = row.optionalDay("validTo")
        let subjects = row.words("subjects").compactMap { letter in
            let subject = Item.Subject(rawValue: letter)
            if subject == nil {
                row.noteValue(
                    letter,
                    "subjects",
                    allowed: Item.Subject.allCases.map(\.rawValue)
                )
            }
            return subject
        }
        guard let mode, let validFrom else { return nil }
        return Item(
            code: row.text("code"),
            group: row.text("group"),
            name: row.bilingual(),
            subjects: Set(subjects),
            mode: mode,
            lead: Addressee(row.text("unit")),
            assist: row.words("assist").map { Addressee($0) },
            classCode: row.optional("class"),
            limit: row.optional("limit"),
            confidential: row.flag("confidential"),
            counts: row.optional("counts") ?? "",
            countsNot: row.optional("countsNot") ?? "",
            basis: row.optional("basis") ?? "",
            validFrom: validFrom,
            validTo: validTo
        )
    }
}
