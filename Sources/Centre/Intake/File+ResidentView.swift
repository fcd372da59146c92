import Storage

extension File {
    /// Opens the matter for the resident who knows the concern's number and its code.
    ///
    /// A wrong code and a number nobody has are the same answer.
    static func open(
        concern number: String,
        code: String,
        in turn: Turn
    ) throws -> (file: File, place: Int) {
        let concern = try concern(number, code: code, in: turn)
        return try open(concern.matter, in: turn).at(concern)
    }

    /// The same to look at only.
    static func open(
        reading number: String,
        code: String,
        in turn: Turn
    ) throws -> (file: File, place: Int) {
        let concern = try concern(number, code: code, in: turn)
        return try reading(concern.matter, in: turn).at(concern)
    }

    private static func concern(_ number: String, code: String, in turn: Turn) throws -> Concern {
        let concern = try Concern.find(number: number, in: turn.tx)
        guard QueryCode(of: concern.id, keys: turn.house.keys).matches(code) else {
            throw NotFound()
        }
        return concern
    }

    func at(_ concern: Concern) throws(NotFound) -> (file: File, place: Int) {
        guard let place = concerns.firstIndex(where: { $0.id == concern.id }) else {
            throw NotFound()
        }
        return (self, place)
    }

    func receipt(of place: Int) throws -> Receipt {
        let concern = concerns[place]
        return Receipt(
            number: concern.number,
            queryCode: QueryCode(of: concern.id, keys: turn.house.keys).description,
            matter: matter.id,
            stage: matter.stage,
            promises: try promises(to: concern)
        )
    }

    /// The running limits of a concern and of its matter, earliest first.
    func promises(to concern: Concern) throws -> [Receipt.Promise] {
        let lines = try wound?.running ?? Clock.running(of: matter.id, in: turn.tx)
        return lines.compactMap { line in
            guard line.subject == .concern(concern.id) || line.subject == .matter(matter.id),
                let rule = turn.town.rule(of: line)
            else { return nil }
            return Receipt.Promise(
                rule: rule.code,
                title: rule.title.zh,
                due: line.dueAt,
                provisional: line.provisional,
                basis: rule.basis.citation.zh,
                days: turn.town.reckoning(of: line)?.days ?? []
            )
        }
    }

    func residentView(of place: Int) throws -> ConcernView {
        let concern = concerns[place]
        let own = try ResidentWords(of: concern, in: turn)
        return ConcernView(
            number: concern.number,
            state: concern.state,
            stage: matter.stage,
            kind: concern.kind,
            registeredAt: concern.registeredAt,
            title: own.title,
            content: own.content,
            additions: own.additions,
            steps: try steps(of: concern),
            holder: holder,
            missing: try missing(),
            next: try promises(to: concern),
            answer: own.answer,
            answeredAt: concern.answeredAt,
            rating: own.rating
        )
    }

    private var holder: ConcernView.Holder? {
        guard let lead, !matter.stage.isOver, let unit = turn.town.unit(lead.unit) else {
            return nil
        }
        return ConcernView.Holder(unit: unit.name.zh, since: lead.signedAt ?? lead.assignedAt)
    }

    private func missing() throws -> [String]? {
        guard matter.stage == .awaitingSupplement,
            let words = try MatterPaper.last(.missing, of: self)
        else { return nil }
        return words.split(separator: "\n").map(String.init)
    }

    /// The steps a resident follows like a parcel: the concern's own and the public ones of the
    /// matter it is with.
    private func steps(of concern: Concern) throws -> [ConcernView.Step] {
        let timeline = turn.house.timeline
        let own = try timeline.entries(of: .concern(concern.id), in: turn.tx)
        let since =
            concern.matter == concern.home
            ? concern.registeredAt
            : own.last { $0.act == .concernLinked }?.at ?? concern.registeredAt
        let shared = try timeline.entries(of: .matter(matter.id), in: turn.tx)
            .filter { $0.at >= since && $0.act.isToldToResidents }
        return (own.filter { $0.act != .contactDisclosed } + shared)
            .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
            .map { entry in
                let unit = entry.facts["unit"].flatMap { turn.town.unit(code: $0) }
                return ConcernView.Step(act: entry.act, at: entry.at, unit: unit?.name.zh)
            }
    }
}

extension Act {
    /// What of a matter's work every resident linked to it is told.
    var isToldToResidents: Bool {
        switch self {
        case .supplementCalled, .matterAccepted, .matterRefused, .assignmentMade,
            .assignmentDesignated, .assignmentSigned, .matterReplied, .matterClosed,
            .matterReopened, .matterSuspended, .matterResumed, .extensionGranted,
            .matterArchived, .matterTerminated, .rulingAsked, .rulingGiven,
            .matterEscalated, .matterSentDown:
            true
        default: false
        }
    }
}
