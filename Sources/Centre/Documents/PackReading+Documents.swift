extension PackReading {
    /// The papers of the town: who writes them, and a text for each kind in both languages.
    func documents(_ routes: [LegalRoute]) -> DocumentTexts? {
        let texts = documentTexts(extra: Set(routes.map { "route-\($0.code)" }))
        guard let sheet = source.sheet("documents/documents.yaml") else { return nil }
        defer { sheet.noteUnknown() }
        return DocumentTexts(
            office: sheet.bilingual("office"),
            address: sheet.bilingual("address"),
            phone: sheet.text("phone"),
            followAddress: followAddress(sheet),
            texts: texts
        )
    }

    private func documentTexts(extra: Set<String>) -> [String: String] {
        var texts: [String: String] = [:]
        for kind in Document.Kind.allCases {
            for language in Document.Language.allCases {
                let path = DocumentTexts.path(kind, language)
                // Those of supervision belong to packs that have its rules.
                let isLate =
                    kind.cameLater
                    || kind.isOfSupervision && !source.has("supervision.yaml")
                if isLate, !source.has(path) { continue }
                guard let text = source.text(path) else { continue }
                var check = DocumentCheck(
                    kind,
                    in: path,
                    extra: extra,
                    findings: source.findings
                )
                check.check(text)
                texts[path] = text
            }
        }
        return texts
    }

    private func followAddress(_ sheet: PackSheet) -> String {
        let address = sheet.text("followAddress")
        let isAddress = ["https://", "http://"].contains { address.hasPrefix($0) }
        if !address.isEmpty,
            !isAddress || !address.contains("{number}") || address.contains("#")
        {
            sheet.noteValue(
                address,
                "followAddress",
                allowed: ["https://centre.example/concerns/{number}"]
            )
        }
        return address
    }
}

extension Document.Kind {
    fileprivate var isOfSupervision: Bool { Self.ofListings.contains(self) }
}
