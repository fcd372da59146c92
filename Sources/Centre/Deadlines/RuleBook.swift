/// The rules by code with all their versions, so that each start finds the one in force that day.
///
/// It hands out places in ``rules``, for a replay looks up rules far oftener than it needs one.
struct RuleBook: Sendable {
    let rules: [LimitRule]
    /// The places of each code's versions, the newest first.
    private let versions: [[Int]]
    /// Which codes have a version that starts on the act.
    private let starting: [Act: [Int]]

    init(_ rules: [LimitRule]) {
        self.rules = rules
        var codes: [String: Int] = [:]
        var versions: [[Int]] = []
        var starting: [Act: [Int]] = [:]
        for (place, rule) in rules.enumerated() {
            let code = codes[rule.code] ?? versions.count
            if code == versions.count {
                codes[rule.code] = code
                versions.append([])
            }
            versions[code].append(place)
            for act in rule.starts where starting[act]?.last != code {
                starting[act, default: []].append(code)
            }
        }
        self.versions = versions.map { places in
            places.count < 2 ? places : places.sorted { Self.isNewer(rules[$0], rules[$1]) }
        }
        self.starting = starting
    }

    func starting(with act: Act, on day: Day) -> [Int] {
        (starting[act] ?? []).compactMap { code in
            let place = versions[code].first { rules[$0].validFrom <= day }
            guard let place, rules[place].starts.contains(act) else { return nil }
            return place
        }
    }

    private static func isNewer(_ one: LimitRule, _ other: LimitRule) -> Bool {
        (one.validFrom, one.version) > (other.validFrom, other.version)
    }
}
