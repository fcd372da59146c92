import Centre

/// The boxes of a step's form, in the order in which it says things.
struct JointBoxes {
    let joint: JointView
    let town: Town
    let typed: Typed
    let say: Wording

    /// - Parameter isRunning: the centre names a unit; a unit speaks for itself.
    func fields(of step: JointStep, isRunning: Bool) -> [Field] {
        let optional = step.accepts.filter { field in
            switch field {
            case .meeting: false
            case .unit: step == .follow || (step == .attend && isRunning)
            default: true
            }
        }
        let needed = step.needs.flatMap { boxes($0, of: step, needed: true) }
        return optional.filter { $0 == .unit }.flatMap { boxes($0, of: step, needed: false) }
            + needed
            + optional.filter { $0 != .unit }.flatMap { boxes($0, of: step, needed: false) }
    }

    /// What the form is about.
    func facts(_ id: ID<Matter>) -> Facts {
        let word = "\(id)"
        let promised = (joint.meetings.flatMap(\.pledges) + joint.pledges)
            .first { "\($0.id)" == word }
        let watch = joint.followUps.first { "\($0.id)" == word }
        let meeting = joint.meetings.first { "\($0.id)" == word }
        let draft = word == "\(joint.matter)" ? joint.signOff?.draft : nil
        return Facts([
            (say("joint-field-agenda"), meeting?.agenda),
            (say("pledge"), promised?.what),
            (say("joint-field-day"), promised.map { say.day($0.day) }),
            (say("pledge-asked-day"), promised?.askedDay.map { say.day($0) }),
            (say("follow-up"), watch?.question),
            (say("sign-off-draft"), draft),
        ])
    }

    private func boxes(_ field: JointSaid.Field, of step: JointStep, needed: Bool) -> [Field] {
        let name = field.rawValue
        switch field {
        case .words:
            return [box(name, say("joint-words-\(step.rawValue)"), .lines(upTo: 5000), needed)]
        case .agenda:
            return [box(name, say("joint-field-agenda"), .lines(upTo: 2000, rows: 3), needed)]
        case .place: return [box(name, say("joint-field-place"), .line(upTo: 200), needed)]
        case .guests: return [box(name, say("joint-field-guests"), .line(upTo: 500), needed)]
        case .evidence: return [box(name, say("joint-field-evidence"), .line(upTo: 500), needed)]
        case .meetsAt:
            return [
                box("meetsDay", say("whistle-meets-day"), .day, needed),
                box("meetsTime", say("whistle-meets-time"), .line(upTo: 5), needed),
            ]
        case .day: return [box(name, say("joint-field-day"), .day, needed)]
        case .unit: return [box(name, say("joint-field-unit"), .choice(units(step)), needed)]
        case .units: return [box("units[]", say("joint-field-units"), .checks(units(step)), needed)]
        case .presence: return [box(name, say("joint-field-presence"), .radios(seats), needed)]
        case .verdict:
            return [box(name, say("joint-verdict-\(step.rawValue)"), .radios(yesOrNo), needed)]
        case .interval: return [box(name, say("joint-field-interval"), .number, needed)]
        // On the page the file itself; the call names one that is there already.
        case .attachment: return [box("file", say("joint-field-file"), .photos, needed)]
        case .meeting: return []
        }
    }

    private func box(_ name: String, _ label: String, _ kind: Field.Kind, _ needed: Bool) -> Field {
        Field(name, label, kind, in: typed, say, needed: needed)
    }

    private var seats: [Field.Option] {
        JointMeeting.Presence.allCases.map {
            Field.Option($0.rawValue, say("seated-\($0.rawValue)"))
        }
    }

    private var yesOrNo: [Field.Option] {
        [Field.Option("yes", say("answer-yes")), Field.Option("no", say("answer-no"))]
    }

    /// Those with a part or at the table first; for a meeting or a watch task, the whole town.
    private func units(_ step: JointStep) -> [Field.Option] {
        let parts = [joint.lead].compactMap(\.self) + joint.others
        let seated = joint.meetings.flatMap { $0.seats.map(\.unit) }
        let near = (parts + seated).map(\.code)
        let all = town.units.map(\.code)
        let codes: [String] =
            switch step {
            case .pledge, .attend: near
            case .rule:
                joint.signOff?.signatures.filter { $0.state == .objected }.map(\.unit.code) ?? []
            default: near + all
            }
        var seen: Set<String> = []
        return codes.filter { seen.insert($0).inserted }.map {
            Field.Option($0, say(town.unitName($0)))
        }
    }
}
