/// What somebody does in joint handling, as the doors name it.
package enum JointStep: String, CaseIterable, Sendable, Codable {
    case open
    case end
    case callMeeting
    case attend
    case hold
    case callOff
    case decide
    case pledge
    case keep
    case askDay
    case moveDay
    case keepDay
    case release
    case askSignOff
    case sign
    case object
    case rule
    case follow
    case answer
    case endFollowUp
    /// A watch task offers it; nothing reopens by itself.
    case reopen

    /// What the step is taken on.
    package enum Subject: Sendable {
        case matter
        case meeting
        case pledge
        case followUp
    }

    package var subject: Subject {
        switch self {
        case .open, .end, .callMeeting, .pledge, .askSignOff, .sign, .object, .rule, .follow:
            .matter
        case .attend, .hold, .callOff, .decide: .meeting
        case .keep, .askDay, .moveDay, .keepDay, .release: .pledge
        case .answer, .endFollowUp, .reopen: .followUp
        }
    }

    /// Each of these rights admits to it; the first that the viewer holds is used.
    package var rights: [Right] {
        switch self {
        case .open, .callMeeting, .hold, .callOff, .decide, .pledge, .moveDay, .keepDay, .release,
            .follow, .endFollowUp, .reopen:
            [.runJoint]
        // Without the signatures it is the director's to end.
        case .end: [.ruleJoint, .runJoint]
        case .attend, .answer: [.runJoint, .answerJoint]
        case .keep, .askDay, .askSignOff, .sign, .object: [.answerJoint]
        case .rule: [.ruleJoint]
        }
    }

    /// What has to be said with it.
    package var needs: [JointSaid.Field] {
        switch self {
        case .open, .end, .hold, .callOff, .decide, .keepDay, .release, .askSignOff, .object,
            .endFollowUp, .reopen:
            [.words]
        case .callMeeting: [.agenda, .place, .meetsAt, .units]
        case .attend: [.presence]
        case .pledge: [.unit, .words, .evidence, .day]
        case .keep: [.words]
        case .askDay, .moveDay: [.day, .words]
        case .sign: []
        case .rule: [.unit, .verdict, .words]
        case .follow: [.words, .day, .interval]
        case .answer: [.verdict, .words]
        }
    }

    /// What may be said with it.
    package var accepts: [JointSaid.Field] {
        switch self {
        case .callMeeting: [.guests]
        case .attend, .sign, .object: [.unit]
        case .pledge: [.meeting]
        case .keep: [.attachment]
        case .follow: [.unit]
        case .answer: [.day]
        default: []
        }
    }
}

/// What is said with a step.
package struct JointSaid: Sendable, Equatable {
    package enum Field: String, CaseIterable, Sendable {
        case words
        case agenda
        case place
        case guests
        case evidence
        case meetsAt
        case day
        case unit
        case units
        case meeting
        case presence
        case verdict
        case interval
        case attachment
    }

    package var words: String?
    package var agenda: String?
    package var place: String?
    package var guests: String?
    package var evidence: String?
    package var meetsAt: Moment?
    package var day: Day?
    package var unit: ID<Unit>?
    package var units: [ID<Unit>] = []
    package var meeting: ID<JointMeeting>?
    package var presence: JointMeeting.Presence?
    package var verdict: Bool?
    package var interval: Int?
    package var attachment: ID<Attachment>?
    /// Evidence that comes along with the step, and is kept with the matter's files.
    package var files: [AttachmentFile] = []

    package init() {}

    package init(_ words: String) { self.words = words }

    package func has(_ field: Field) -> Bool {
        switch field {
        case .words: words != nil
        case .agenda: agenda != nil
        case .place: place != nil
        case .guests: guests != nil
        case .evidence: evidence != nil
        case .meetsAt: meetsAt != nil
        case .day: day != nil
        case .unit: unit != nil
        case .units: !units.isEmpty
        case .meeting: meeting != nil
        case .presence: presence != nil
        case .verdict: verdict != nil
        case .interval: interval != nil
        case .attachment: attachment != nil
        }
    }

    /// The same as the centre and each unit reads it; sealed, under the fact's name.
    var sealed: [(fact: String, words: String)] {
        [
            ("1.agenda", agenda), ("2.place", place), ("3.guests", guests), ("words", words),
            ("evidence", evidence),
        ].compactMap { fact, words in words.map { (fact, $0) } }
    }
}
