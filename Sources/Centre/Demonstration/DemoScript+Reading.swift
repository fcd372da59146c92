import Foundation

extension DemoScript {
    /// Reads the files under `demo/` of a pack.
    /// - Returns: a script when nothing is wrong with it, else what is wrong, all at once.
    package static func read(_ pack: Pack) -> (script: DemoScript?, findings: [PackFinding]) {
        let findings = Findings()
        let reading = DemoReading(pack, findings: findings)
        let script = reading.script()
        let sorted = findings.sorted
        return (sorted.isEmpty ? script : nil, sorted)
    }
}

/// Reads paths, words and scenarios, and checks every code against the pack.
struct DemoReading {
    let pack: Pack
    let source: PackSource
    let codes: Codes

    init(_ pack: Pack, findings: Findings) {
        self.pack = pack
        source = PackSource(pack.files, findings: findings)
        codes = Codes(pack)
    }

    /// What the scenarios may refer to.
    struct Codes {
        let classes: CodeBook
        let routes: CodeBook
        let items: CodeBook
        let areas: CodeBook
        let units: CodeBook
        let limits: CodeBook
        let refusals: CodeBook
        let returns: CodeBook
        let escalations: CodeBook
        let sendings: CodeBook
        let suspensions: CodeBook
        let closures: CodeBook
        let terminations: CodeBook

        init(_ pack: Pack) {
            classes = CodeBook("class", pack.classes.filter { !$0.hidden }.map(\.code))
            routes = CodeBook("route", pack.legalRoutes.map(\.code))
            items = CodeBook("item", pack.items.map(\.code))
            areas = CodeBook("area", pack.areas.map(\.code))
            units = CodeBook("unit", pack.units.map(\.code) + DemoReading.places)
            limits = CodeBook("limit", pack.limits.map(\.code))
            refusals = CodeBook("refusal ground", pack.grounds.refusal.map(\.code))
            returns = CodeBook("return ground", pack.grounds.returns.map(\.code))
            escalations = CodeBook(
                "reason to go up",
                pack.grounds.escalation.map(\.code)
            )
            sendings = CodeBook("reason to go down", pack.grounds.sendingDown.map(\.code))
            suspensions = CodeBook("suspension ground", pack.grounds.suspension.map(\.code))
            closures = CodeBook("closure", pack.grounds.closure.map(\.code))
            terminations = CodeBook("termination ground", pack.grounds.termination.map(\.code))
        }
    }

    /// Units by the part they play in the story.
    static let places = ["lead", "assist", "wrong", "second", "village"]

    func script() -> DemoScript {
        let paths = paths()
        let (stock, seasons) = words()
        var book = CodeBook("scenario")
        let sheets = pack.files.map(\.path).filter { $0.isDemoScenarios }.sorted()
            .compactMap(source.sheet)
        let scenarios = sheets.flatMap { sheet in
            defer { sheet.noteUnknown() }
            return sheet.sheets("scenarios").compactMap { entry -> DemoScenario? in
                defer { entry.noteUnknown() }
                book.add(entry.text("code"), of: entry)
                return scenario(entry, CodeBook("path", Array(paths.keys)), seasons)
            }
        }
        return DemoScript(
            scenarios: scenarios,
            paths: paths,
            stock: stock,
            seasons: seasons,
            points: points
        )
    }

    private func paths() -> [String: [DemoStep]] {
        guard let sheet = source.sheet("demo/paths.yaml"), let paths = sheet.sheet("paths") else {
            return [:]
        }
        defer { sheet.noteUnknown() }
        return Dictionary(
            paths.names.map { name in
                let steps = paths.words(name).compactMap { step($0, name, of: paths) }
                return (name, steps)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func words() -> (stock: [String: [String]], seasons: [String: DemoSeason]) {
        guard let sheet = source.sheet("demo/words.yaml") else { return ([:], [:]) }
        defer { sheet.noteUnknown() }
        var stock: [String: [String]] = [:]
        if let words = sheet.sheet("stock") {
            for name in words.names { stock[name] = words.words(name) }
        }
        for name in DemoScript.needed where stock[name]?.isEmpty != false {
            sheet.note(.keyMissing, nil, ["name": "stock.\(name)"])
        }
        var seasons: [String: DemoSeason] = [:]
        if let sheet = sheet.sheet("seasons") {
            for name in sheet.names { seasons[name] = season(name, sheet) }
        }
        return (stock, seasons)
    }

    private func season(_ name: String, _ sheet: PackSheet) -> DemoSeason {
        let weeks = sheet.pairs(name).compactMap { from, to -> DemoSeason.Weeks? in
            guard let from = DemoSeason.MonthDay(from), let to = DemoSeason.MonthDay(to) else {
                sheet.noteValue(from, name, allowed: ["MM-DD"])
                return nil
            }
            return DemoSeason.Weeks(from: from, to: to)
        }
        return DemoSeason(code: name, weeks: weeks)
    }

    /// The middle of each grid's border; where that is outside, the concern has no point.
    private var points: [String: Point] {
        let grids = Set(pack.areas.filter { $0.level == .grid }.map(\.code))
        let borders = pack.borders.filter { grids.contains($0.code) }
        return Dictionary(
            borders.compactMap { border in
                guard let ring = border.parts.first?.first, !ring.isEmpty else { return nil }
                let lng = ring.map(\.lng).reduce(0, +) / Double(ring.count)
                let lat = ring.map(\.lat).reduce(0, +) / Double(ring.count)
                return (border.code, Point(lng: lng, lat: lat, crs: pack.manifest.crs))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension String {
    fileprivate var isDemoScenarios: Bool {
        hasPrefix("demo/stories") || hasPrefix("demo/scenarios")
    }
}
