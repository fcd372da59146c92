/// Whether borders cover a ground without gap or overlap: every place of the town is somebody's,
/// and nobody's twice.
package enum Tiling {
    package enum Flaw: Sendable, Hashable {
        case openRing(code: String)
        case crossesItself(code: String)
        case overlap(code: String, other: String)
        case gap
        case separateParts(Int)
    }

    /// About one square metre: less is the rounding of coordinates, not a flaw.
    static let tolerance = 1e-10

    package static func flaws(of borders: [AreaBorder]) -> [Flaw] {
        guard !borders.isEmpty, var polygons = Polygons() else { return [] }
        var flaws: [Flaw] = []
        for border in borders where !polygons.add(border) {
            flaws.append(.openRing(code: border.code))
        }
        guard flaws.isEmpty else { return flaws }
        for index in borders.indices where !polygons.isSimple(at: index) {
            flaws.append(.crossesItself(code: borders[index].code))
        }
        guard flaws.isEmpty else { return flaws }
        for first in borders.indices {
            for second in borders.indices.dropFirst(first + 1)
            where polygons.shared(first, second) > tolerance {
                flaws.append(.overlap(code: borders[first].code, other: borders[second].code))
            }
        }
        guard let whole = polygons.whole() else { return flaws }
        if whole.parts != 1 { flaws.append(.separateParts(whole.parts)) }
        if whole.hole > tolerance { flaws.append(.gap) }
        return flaws
    }
}
