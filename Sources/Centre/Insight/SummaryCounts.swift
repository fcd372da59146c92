import Storage

/// What was counted in a period, nothing left out.
struct SummaryCounts {
    private(set) var registered = 0
    private(set) var answered = 0
    private(set) var kinds: [String: Int] = [:]
    private(set) var channels: [String: Int] = [:]

    /// - Parameter rows: kind, channel, state, and how many.
    init(_ rows: [Row]) throws {
        for row in rows {
            let count: Int = try row["n"]
            let state: Concern.State = try row["state"]
            kinds[try row["kind"], default: 0] += count
            channels[try row["channel"], default: 0] += count
            registered += count
            if [.answered, .visited, .rated].contains(state) { answered += count }
        }
    }
}
