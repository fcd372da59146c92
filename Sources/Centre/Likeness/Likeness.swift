/// Why two matters may be about one thing.
///
/// Each reason is a fact that a person can check. Nothing adds them up to a mark, and nothing is
/// linked without a person (PEERS 1.2).
package struct Likeness: Codable, Sendable, Equatable {
    /// Residents who gave their names left the same telephone or identity number.
    package let requester: Bool
    /// Metres between the nearest places they named; nil when they are no neighbours.
    package let metres: Int?
    package let grid: Bool
    package let disputeClass: Bool
    /// Two-character runs that the titles have in common, and how many this matter's titles have.
    package let words: Int
    package let ofWords: Int

    /// Neighbours are within this many metres of each other.
    package static let neighbours = 250

    /// Whether somebody should look: the same person, nearly the same words, or the same sort of
    /// thing at the same place.
    var isWorthALook: Bool {
        let isAlikeInWords = words >= 3 && words * 2 >= ofWords
        let isHere = metres != nil || grid
        let isAboutTheSame = disputeClass && (metres != nil || words >= 2)
        return requester || isAlikeInWords || (isHere && isAboutTheSame)
    }

    /// How many reasons there are: what has more of them is shown first.
    var reasons: Int {
        [requester, metres != nil, grid, disputeClass, words >= 2].count(where: \.self)
    }
}

/// What of a matter is compared.
struct Traits: Sendable {
    var grid: ID<Area>?
    var classCode: String?
    var points: [Point] = []
    /// How many runs of this matter's titles the other's have too.
    var words = 0
    var isOfSameRequester = false
}

extension Likeness {
    /// - Parameter ofWords: the runs of the titles of `one`.
    init(of one: Traits, and other: Traits, ofWords: Int) {
        requester = other.isOfSameRequester
        let apart = one.points.flatMap { here in other.points.map { here.metres(to: $0) } }.min()
        metres = apart.flatMap { $0 <= Double(Self.neighbours) ? Int($0.rounded()) : nil }
        grid = one.grid != nil && one.grid == other.grid
        disputeClass = one.classCode != nil && one.classCode == other.classCode
        words = other.words
        self.ofWords = ofWords
    }
}
