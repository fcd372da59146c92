extension SupervisionStep {
    /// All steps of a matter from what happened to it, oldest first.
    ///
    /// The same entries always give the same steps.
    package static func replay(
        _ entries: [Entry],
        units: (String) -> ID<Unit>?
    )
        -> [SupervisionStep]
    {
        var steps: [SupervisionStep] = []
        for entry in entries {
            guard let id = entry.facts["step"].flatMap({ ID<SupervisionStep>($0) }) else {
                continue
            }
            if let place = steps.firstIndex(where: { $0.id == id }) {
                steps[place].take(entry)
            } else if let step = SupervisionStep(id, opened: entry, units: units) {
                steps.append(step)
            }
        }
        return steps
    }

    private init?(_ id: ID<SupervisionStep>, opened entry: Entry, units: (String) -> ID<Unit>?) {
        guard let kind = entry.facts["rung"].flatMap(Kind.init(rawValue:)),
            kind.procedure.opening == entry.act
        else { return nil }
        let unit = entry.facts["unit"].flatMap(units)
        let isOfPart = entry.assignment != nil && unit != nil
        guard isOfPart || entry.facts["asked"] == Self.dispatch else { return nil }
        self.init(
            id: id,
            kind: kind,
            assignment: isOfPart ? entry.assignment : nil,
            unit: isOfPart ? unit : nil,
            state: .issued,
            ground: entry.facts["ground"] ?? "",
            openedBy: entry.actor.officer,
            openedAt: entry.at,
            answeredBy: nil,
            skipped: (entry.facts["skipped"] ?? "").split(separator: ",")
                .compactMap { Kind(rawValue: String($0)) },
            particulars: entry.facts.filter { Self.particularNames.contains($0.key) }
        )
    }

    /// The word by which an entry says that no unit is asked.
    static let dispatch = "dispatch"

    private static let particularNames: Set = [
        "leader", "responsible", "day", "measured", "threshold", "draw", "place",
    ]

    private mutating func take(_ entry: Entry) {
        for transition in kind.procedure.machine.steps(from: state)
        where kind.procedure.acts[transition.step] == entry.act {
            state = transition.to
            if transition.step == .answer { answeredBy = entry.actor.officer }
            if transition.step == .replace { replaceLeader(entry) }
            return
        }
    }

    private mutating func replaceLeader(_ entry: Entry) {
        if let former = particulars["leader"].flatMap({ ID<Officer>($0) }) {
            formerLeaders.append(former)
        }
        for name in ["leader", "day"] { particulars[name] = entry.facts[name] ?? particulars[name] }
    }
}
