import Synchronization

/// The house's own figures, as Prometheus reads them.
///
/// Labels hold routes, methods and codes, never anything that callers make up.
package final class Figures: Sendable {
    struct Key: Hashable, Sendable {
        let name: String
        let labels: String
    }

    struct Spread: Sendable {
        var buckets = [Int](repeating: 0, count: Figures.bounds.count)
        var count = 0
        var sum = 0.0
    }

    private struct State: Sendable {
        var counts: [Key: Int] = [:]
        var levels: [Key: Double] = [:]
        var spreads: [Key: Spread] = [:]
    }

    /// Upper ends of the buckets in seconds, around the budgets of the house.
    static let bounds: [Double] = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    private let state = Mutex(State())

    package init() {}

    /// Something happened, once or some times.
    package func count(_ name: String, _ labels: [(String, String)] = [], by amount: Int = 1) {
        let key = Key(name: name, labels: Figures.text(labels))
        state.withLock { $0.counts[key, default: 0] += amount }
    }

    /// Something stands at this level now.
    package func set(_ name: String, _ labels: [(String, String)] = [], to level: Double) {
        let key = Key(name: name, labels: Figures.text(labels))
        state.withLock { $0.levels[key] = level }
    }

    /// Something took that long.
    package func observe(_ name: String, _ labels: [(String, String)] = [], seconds: Double) {
        let key = Key(name: name, labels: Figures.text(labels))
        state.withLock { $0.spreads[key, default: Spread()].add(seconds) }
    }

    func call(route: String, method: String, status: Int, seconds: Double) {
        let place = [("route", route), ("method", method)]
        count("http_requests", place + [("status", "\(status)")])
        observe("http_request_duration_seconds", place, seconds: seconds)
    }

    private static func text(_ labels: [(String, String)]) -> String {
        labels.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: ",")
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
    }
}

extension Figures.Spread {
    mutating func add(_ seconds: Double) {
        count += 1
        sum += seconds
        guard let bucket = Figures.bounds.firstIndex(where: { seconds <= $0 }) else { return }
        buckets[bucket] += 1
    }
}

extension Figures {
    /// The text format of Prometheus, version 0.0.4, in a stable order.
    package var text: String {
        let state = state.withLock { $0 }
        var lines: [String] = []
        for (name, keys) in Figures.grouped(state.counts.keys) {
            lines.append("# TYPE maplebridge_\(name)_total counter")
            for key in keys {
                let value = state.counts[key] ?? 0
                lines.append("maplebridge_\(name)_total\(Figures.braced(key.labels)) \(value)")
            }
        }
        for (name, keys) in Figures.grouped(state.levels.keys) {
            lines.append("# TYPE maplebridge_\(name) gauge")
            for key in keys {
                let value = state.levels[key] ?? 0
                lines.append("maplebridge_\(name)\(Figures.braced(key.labels)) \(value)")
            }
        }
        for (name, keys) in Figures.grouped(state.spreads.keys) {
            lines.append("# TYPE maplebridge_\(name) histogram")
            for key in keys { lines += (state.spreads[key] ?? Spread()).lines(key) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func grouped(_ keys: some Sequence<Key>) -> [(name: String, keys: [Key])] {
        Dictionary(grouping: keys, by: \.name)
            .map { (name: $0.key, keys: $0.value.sorted { $0.labels < $1.labels }) }
            .sorted { $0.name < $1.name }
    }

    static func braced(_ labels: String) -> String {
        labels.isEmpty ? "" : "{\(labels)}"
    }
}

extension Figures.Spread {
    fileprivate func lines(_ key: Figures.Key) -> [String] {
        let more = key.labels.isEmpty ? "" : key.labels + ","
        var lines: [String] = []
        var sofar = 0
        for (index, bound) in Figures.bounds.enumerated() {
            sofar += buckets[index]
            lines.append("maplebridge_\(key.name)_bucket{\(more)le=\"\(bound)\"} \(sofar)")
        }
        lines.append("maplebridge_\(key.name)_bucket{\(more)le=\"+Inf\"} \(count)")
        lines.append("maplebridge_\(key.name)_sum\(Figures.braced(key.labels)) \(sum)")
        lines.append("maplebridge_\(key.name)_count\(Figures.braced(key.labels)) \(count)")
        return lines
    }
}
