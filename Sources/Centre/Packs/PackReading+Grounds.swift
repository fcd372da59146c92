extension PackReading {
    func grounds(_ codes: inout Codes) -> Grounds {
        guard let sheet = source.sheet("grounds.yaml") else {
            return Grounds(
                refusal: [],
                returns: [],
                suspension: [],
                closure: [],
                supplement: [],
                termination: [],
                escalation: [],
                sendingDown: []
            )
        }
        defer { sheet.noteUnknown() }
        let grounds = Grounds(
            refusal: refusals(sheet),
            returns: plain("returns", sheet),
            suspension: suspensions(sheet),
            closure: plain("closure", sheet),
            supplement: plain("supplement", sheet),
            termination: terminations(sheet),
            escalation: later("escalation", sheet),
            sendingDown: later("sendingDown", sheet)
        )
        codes.suspensions = CodeBook("suspension ground", grounds.suspension.map(\.code))
        return grounds
    }

    private func refusals(_ sheet: PackSheet) -> [RefusalGround] {
        var book = CodeBook("refusal ground")
        return sheet.sheets("refusal").map { ground in
            let read = RefusalGround(
                code: ground.text("code"),
                title: ground.bilingual("title"),
                basis: ground.optionalBasis("basis"),
                nextDoor: nextDoor(ground)
            )
            if read.basis == nil {
                ground.note(.basisMissing, nil, ["code": read.code])
            }
            book.add(read.code, of: ground)
            ground.noteUnknown()
            return read
        }
    }

    private func terminations(_ sheet: PackSheet) -> [TerminationGround] {
        guard sheet.names.contains("termination") else { return [] }
        var book = CodeBook("termination ground")
        return sheet.sheets("termination").map { ground in
            let read = TerminationGround(
                code: ground.text("code"),
                title: ground.bilingual("title"),
                basis: ground.optionalBasis("basis"),
                nextDoor: nextDoor(ground),
                isDocumented: ground.flag("documented")
            )
            if read.basis == nil {
                ground.note(.basisMissing, nil, ["code": read.code])
            }
            book.add(read.code, of: ground)
            ground.noteUnknown()
            return read
        }
    }

    private func nextDoor(_ ground: PackSheet) -> RefusalGround.NextDoor {
        guard let door = ground.sheet("nextDoor") else {
            let nothing = Bilingual(zh: "", en: "")
            return RefusalGround.NextDoor(body: nothing, procedure: nothing, limit: nothing)
        }
        defer { door.noteUnknown() }
        return RefusalGround.NextDoor(
            body: door.name("body"),
            procedure: door.name("procedure"),
            limit: door.name("limit")
        )
    }

    private func suspensions(_ sheet: PackSheet) -> [SuspensionGround] {
        var book = CodeBook("suspension ground")
        return sheet.sheets("suspension").map { ground in
            let read = SuspensionGround(
                code: ground.text("code"),
                title: ground.bilingual("title"),
                basis: ground.optionalBasis("basis"),
                maxDays: ground.number("maxDays", from: 1) ?? 1
            )
            book.add(read.code, of: ground)
            ground.noteUnknown()
            return read
        }
    }

    /// Grounds that older packs do not have.
    private func later(_ key: String, _ sheet: PackSheet) -> [Ground] {
        sheet.names.contains(key) ? plain(key, sheet) : []
    }

    private func plain(_ key: String, _ sheet: PackSheet) -> [Ground] {
        var book = CodeBook(key)
        return sheet.sheets(key).map { ground in
            let read = Ground(
                code: ground.text("code"),
                title: ground.bilingual("title"),
                basis: ground.optionalBasis("basis"),
                isAboutDuty: key == "returns" && ground.flag("duty")
            )
            book.add(read.code, of: ground)
            ground.noteUnknown()
            return read
        }
    }
}

extension PackSheet {
    /// A law with article, or the plain name of what it rests on.
    func optionalBasis(_ key: String) -> LegalBasis? {
        if isText(key) {
            let law = name(key)
            return law.zh.isEmpty ? nil : LegalBasis(law: law, article: "")
        }
        guard let basis = optionalSheet(key) else { return nil }
        defer { basis.noteUnknown() }
        let law = basis.name("law")
        guard !law.zh.isEmpty else { return nil }
        return LegalBasis(
            law: law,
            article: basis.optional("article") ?? "",
            text: basis.optional("text") ?? ""
        )
    }
}
