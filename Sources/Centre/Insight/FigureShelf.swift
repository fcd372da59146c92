import Synchronization

/// Months that were counted a short while ago, so that a page everybody may open does not count a
/// year anew each time.
final class FigureShelf: Sendable {
    private struct Kept: Sendable {
        let at: Moment
        let town: Int
        let counts: FigureCounts
    }

    /// Answers and ratings still come in for months gone by.
    private static let fresh: Int64 = 10 * 60_000
    private static let most = 120

    private let kept = Mutex<[Day: Kept]>([:])

    /// - Parameters:
    ///   - first: the first day of a month.
    ///   - last: its last.
    func counts(from first: Day, to last: Day, in turn: Turn) throws -> FigureCounts {
        let found = kept.withLock { $0[first] }
        let age = turn.at.milliseconds - (found?.at.milliseconds ?? 0)
        if let found, found.town == turn.town.version, (0..<Self.fresh).contains(age) {
            return found.counts
        }
        let counts = try FigureRecords(turn: turn).counts(from: first, to: last)
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll() }
            kept[first] = Kept(at: turn.at, town: turn.town.version, counts: counts)
        }
        return counts
    }
}
