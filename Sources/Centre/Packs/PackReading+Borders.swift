import Foundation

extension PackReading {
    private static let path = "borders.geojson"

    func borders(_ codes: Codes) -> [AreaBorder] {
        guard let text = source.text(Self.path) else { return [] }
        let map: GeoMap
        do {
            map = try JSONDecoder().decode(GeoMap.self, from: Data(text.utf8))
        } catch {
            source.findings.note(
                .unreadable,
                in: Self.path,
                line: faultyLine(in: error),
                ["problem": "no GeoJSON of polygons with code and validFrom"]
            )
            return []
        }
        let lines = Lines(text)
        return map.features.compactMap { border(of: $0, codes, lines) }
    }

    private func border(of feature: GeoMap.Feature, _ codes: Codes, _ lines: Lines) -> AreaBorder? {
        let properties = feature.properties
        lazy var line = lines.first(holding: "\"\(properties.code)\"")
        for name in properties.names where !["code", "validFrom"].contains(name) {
            if let ground = source.findings.ground(against: name) {
                note(.forbidden, line, ["name": name, "ground": ground])
            } else {
                note(.columnUnknown, line, ["name": name])
            }
        }
        guard codes.areas.holds(properties.code) else {
            note(.codeUnknown, line, ["kind": "area", "code": properties.code])
            return nil
        }
        guard let day = Day(properties.validFrom) else {
            note(.day, line, ["name": "validFrom"])
            return nil
        }
        return AreaBorder(code: properties.code, validFrom: day, parts: feature.geometry.parts)
    }

    private func note(
        _ kind: PackFinding.Kind,
        _ line: Int?,
        _ particulars: [String: String]
    ) {
        source.findings.note(kind, in: Self.path, line: line, particulars)
    }

    /// Checks the grids on the pack's first day and on every later day on which one changes.
    func checkTiling(_ borders: [AreaBorder], _ areas: [PackArea], from first: Day) {
        guard !borders.isEmpty, let text = source.text(Self.path) else { return }
        let lines = Lines(text)
        let grids = areas.filter { $0.level == .grid }
        let codes = Set(grids.map(\.code))
        let changes =
            borders.filter { codes.contains($0.code) }.map(\.validFrom)
            + grids.flatMap { [$0.validFrom] + ($0.validTo.map { [$0.adding(1)] } ?? []) }
        var noted: Set<Tiling.Flaw> = []
        var missing: Set<String> = []
        for day in Set([first] + changes.filter { $0 > first }).sorted() {
            let standing = Set(grids.filter { $0.stands(on: day) }.map(\.code))
            let holding = borders.inForce(on: day).filter { standing.contains($0.code) }
            for code in standing.subtracting(holding.map(\.code)).sorted()
            where missing.insert(code).inserted {
                source.findings.note(.borderMissing, in: Self.path, line: nil, ["code": code])
            }
            for flaw in Tiling.flaws(of: holding) where noted.insert(flaw).inserted {
                note(flaw, lines)
            }
        }
    }

    private func note(_ flaw: Tiling.Flaw, _ lines: Lines) {
        let line = { (code: String) in lines.first(holding: "\"\(code)\"") }
        switch flaw {
        case .openRing(let code): note(.openRing, line(code), ["code": code])
        case .crossesItself(let code): note(.crossing, line(code), ["code": code])
        case .overlap(let code, let other):
            note(.overlap, line(code), ["code": code, "other": other])
        case .gap: note(.gap, nil, [:])
        case .separateParts(let parts): note(.scattered, nil, ["parts": "\(parts)"])
        }
    }
}

/// The lines of a text, to say where in a GeoJSON file an area stands.
private struct Lines {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    func first(holding word: String) -> Int? {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }
            .firstIndex { $0.contains(word) }.map { $0 + 1 }
    }
}

/// JSON's reader tells the line of a syntax fault in words only.
private func faultyLine(in error: any Error) -> Int? {
    guard case DecodingError.dataCorrupted(let context) = error else { return nil }
    let told = [context.debugDescription, "\(context.underlyingError.debugDescription)"]
    for words in told {
        guard let place = words.firstRange(of: "line ") else { continue }
        if let line = Int(words[place.upperBound...].prefix(while: \.isNumber)) { return line }
    }
    return nil
}
