import Centre

/// One matter as a line of a list: a row of a table, a card on a phone.
struct MatterRow: Sendable {
    let address: String
    let title: String
    let number: String
    let marks: [Badge]
    let kind: String
    let place: String
    let unit: String
    let due: Badge?
    /// The day itself, for those who want it exactly.
    let dueOn: String
    let stage: Badge
}

extension MatterRow {
    init(_ line: WorklistLine, _ town: Town, _ say: Wording, now: Moment) {
        address = "/desk/matters/\(line.id)"
        title = line.title ?? say("matter-erased")
        number = line.number ?? ""
        marks = Badge.marks(
            danger: line.dangerNow,
            urgency: line.urgency,
            confidential: line.confidential,
            say
        )
        kind = line.class.map { say(town.className($0.code)) } ?? say("matter-without-class")
        place = line.area.map { say(town.areaName($0.code, else: $0.name)) } ?? "—"
        unit = line.lead.map { say(town.unitName($0.code)) } ?? "—"
        due = line.due.map { Badge(until: $0, now: now, say) }
        dueOn = line.due.map { say.shortMoment($0) } ?? ""
        stage = Badge(say("stage-\(line.stage.rawValue)"), line.stage.tone)
    }
}

extension Badge {
    /// The remaining time in words: what is over is grave, what ends within three days is soon.
    init(until due: Moment, now: Moment, _ say: Wording) {
        let tone: Tone = due < now ? .grave : due < now.adding(hours: 72) ? .soon : .plain
        self.init(say.left(until: due, now: now), tone)
    }

    /// What one must know of a matter before opening it.
    static func marks(
        danger: Bool,
        urgency: Concern.Urgency,
        confidential: Bool,
        _ say: Wording
    ) -> [Badge] {
        var marks: [Badge] = []
        if danger { marks.append(Badge(say("mark-danger"), .grave)) }
        if !danger, urgency != .normal {
            marks.append(Badge(say("paper-urgency-\(urgency.rawValue)"), .soon))
        }
        if confidential { marks.append(Badge(say("mark-confidential"))) }
        return marks
    }
}

extension Matter.Stage {
    /// Only what went well speaks in a colour; where a matter stands is no alarm.
    var tone: Tone { self == .closed || self == .archived ? .good : .plain }
}

extension Town {
    func className(_ code: String) -> Bilingual {
        disputeClass(code)?.name ?? Bilingual(zh: code, en: code)
    }

    func unitName(_ code: String) -> Bilingual {
        unit(code: code)?.name ?? Bilingual(zh: code, en: code)
    }

    /// Codes pass from one area to the next; the newest that has it is meant.
    func areaName(_ code: String, else name: String) -> Bilingual {
        areas.last { $0.code == code }?.name ?? Bilingual(zh: name, en: name)
    }
}
