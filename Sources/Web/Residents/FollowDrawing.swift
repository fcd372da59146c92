import Centre

/// Draws a concern for the one who follows it.
struct FollowDrawing {
    let concern: ConcernView
    let files: [AttachmentLine]
    let notices: [ResidentNotice]
    let town: Town
    let now: Moment
    let say: Wording

    func view(rating: FormHead, _ typed: Typed, leaving: FormHead) -> FollowView {
        let promises = concern.next.map(PromiseLines(town, now, say).line)
        return FollowView(
            title: concern.title ?? say("follow-erased-title"),
            number: concern.number,
            state: state,
            registered: say.moment(concern.registeredAt),
            content: FollowDrawing.lines(concern.content),
            additions: concern.additions,
            steps: steps,
            next: promises.first,
            hasMore: promises.count > 1,
            more: Array(promises.dropFirst()),
            holder: holder,
            missing: concern.missing ?? [],
            answer: answer,
            rating: may(.rate) ? box(rating, typed) : nil,
            rated: rated,
            acts: acts,
            way: way,
            files: photos,
            notices: notices.map {
                .init(at: say.moment($0.at), words: say("told-\($0.kind.rawValue)"))
            },
            receipt: "/follow/receipt",
            letter: concern.answer == nil
                ? nil : "/concerns/\(concern.number)/documents/replyLetter",
            why: promises.isEmpty ? nil : "/concerns/\(concern.number)/documents/limitSheet",
            leaving: leaving
        )
    }

    static func lines(_ text: String?) -> [String] {
        (text ?? "").split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    }

    private var state: Badge {
        let tone: Tone =
            switch concern.state {
            case .answered, .visited, .rated: .good
            case .registered, .inHand, .contested, .withdrawn: .plain
            }
        let word =
            concern.stage == .awaitingSupplement ? "awaitingSupplement" : concern.state.rawValue
        return Badge(
            say("follow-state-\(word)"),
            concern.stage == .awaitingSupplement ? .soon : tone
        )
    }

    private var holder: String? {
        guard let holder = concern.holder else { return nil }
        return say("follow-holder", ["unit": unit(holder.unit), "since": say.moment(holder.since)])
    }

    /// The answers of the desks name units in Chinese; a page names them as its reader reads.
    private func unit(_ name: String) -> String {
        town.units.first { $0.name.zh == name }.map { say($0.name) } ?? name
    }

    private var answer: FollowView.Answered? {
        guard let words = concern.answer, let at = concern.answeredAt else { return nil }
        return .init(at: say.moment(at), words: FollowDrawing.lines(words))
    }

    private var photos: [FollowView.File] {
        files.filter(\.delivered).map { file in
            .init(
                address: "/concerns/\(file.number)/attachments/\(file.id)",
                name: file.name,
                size: say.size(bytes: file.size),
                isPicture: file.kind?.isPicture ?? false
            )
        }
    }
}

// MARK: The way so far and ahead

extension FollowDrawing {
    /// Registered, taken on, worked on, answered, rated.
    private var steps: Steps {
        let words = ["registered", "accepted", "working", "answered", "rated"]
        let labels = words.map { (label: say("follow-step-\($0)"), note: time(of: $0)) }
        return Steps(labels, now: place)
    }

    private var place: Int {
        switch concern.state {
        case .registered: 1
        case .inHand, .contested: 2
        case .answered, .visited: 4
        case .rated: 5
        case .withdrawn: 5
        }
    }

    private func time(of word: String) -> String? {
        let acts: [Act] =
            switch word {
            case "registered": [.concernRegistered]
            case "accepted": [.matterAccepted, .matterRefused]
            case "working": [.assignmentSigned]
            case "answered": [.concernAnswered]
            default: [.concernRated]
            }
        return concern.steps.last { acts.contains($0.act) }.map { say.shortMoment($0.at) }
    }

    /// What happened, the newest first, in the words of one who asked and not of an office.
    private var way: [FollowView.Way] {
        concern.steps.reversed().compactMap { step in
            let word = "way-\(step.act.rawValue)"
            guard say.knows(word) else { return nil }
            let unit = step.unit.map(self.unit) ?? say("follow-some-unit")
            return .init(
                machine: say.machine(step.at),
                at: say.shortMoment(step.at),
                words: say(word, ["unit": unit])
            )
        }
    }
}

// MARK: What can be done now

extension FollowDrawing {
    func may(_ step: Concern.Step) -> Bool {
        Concern.machine.steps(from: concern.state).contains { $0.step == step }
    }

    private var acts: [FollowView.Act] {
        var acts: [FollowView.Act] = []
        if concern.state != .withdrawn { acts.append(act("supplement", "file")) }
        if may(.contest), [.closed, .terminated, .reopened].contains(concern.stage) {
            acts.append(act("contest", "warning"))
        }
        if may(.withdraw) { acts.append(act("withdrawal", "onward")) }
        return acts
    }

    private func act(_ word: String, _ icon: String) -> FollowView.Act {
        FollowView.Act(
            address: "/follow/\(word)",
            label: say("\(word)-title"),
            hint: say("\(word)-hint"),
            icon: icon
        )
    }

    private var rated: String? {
        guard let rating = concern.rating else { return nil }
        return say(
            "follow-rated",
            [
                "solvedWord": say("rate-solved-\(rating.solved.rawValue)"),
                "fairWord": say("rate-fair-\(rating.fair.rawValue)"),
                "at": say.moment(rating.at),
            ]
        )
    }

    private func box(_ form: FormHead, _ typed: Typed) -> FollowView.RatingBox {
        FollowView.RatingBox(
            form: form,
            number: concern.number,
            solved: ["yes", "partly", "no"].map {
                .init(value: $0, label: say("rate-solved-\($0)"), isChosen: typed["solved"] == $0)
            },
            fair: ["yes", "partly", "no"].map {
                .init(value: $0, label: say("rate-fair-\($0)"), isChosen: false)
            },
            words: Field("words", say("rate-words"), .lines(upTo: 2000, rows: 2), in: typed, say)
        )
    }
}
