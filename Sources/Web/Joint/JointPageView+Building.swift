import Centre

extension JointPageView {
    init(_ joint: JointView, _ town: Town, _ say: Wording) {
        let reading = JointWording(matter: joint.matter, town: town, say: say)
        title = say("joint")
        number = joint.number ?? ""
        back = Link(
            say("whistle-to-matter", ["number": joint.number ?? ""]),
            to: "/desk/matters/\(joint.matter)"
        )
        state = Badge(say(joint.open ? "joint-open" : "joint-closed"), joint.open ? .soon : .plain)
        reason = joint.reason?.paragraphs ?? []
        facts = Facts([
            (say("joint-lead"), joint.lead.map(reading.name)),
            (
                say("joint-others"),
                joint.others.isEmpty ? nil : say.list(joint.others.map(reading.name))
            ),
        ])
        tally = reading.tally(joint)
        steps = joint.steps.map { reading.step($0, "\(joint.matter)") }
        meetings = joint.meetings.enumerated().map { place, meeting in
            reading.meeting(meeting, place + 1)
        }
        hasMeetings = !meetings.isEmpty
        pledges = joint.pledges.map(reading.pledge)
        hasPledges = !pledges.isEmpty
        signing = joint.signOff.map(reading.signing)
        watches = joint.followUps.map(reading.watch)
        hasWatches = !watches.isEmpty
    }
}

/// Says the things of a joint handling in the reader's words.
struct JointWording {
    let matter: ID<Matter>
    let town: Town
    let say: Wording

    func name(_ unit: MatterView.Named) -> String { say(town.unitName(unit.code)) }

    func step(_ step: JointStep, _ id: String) -> Link {
        Link(say("joint-step-\(step.rawValue)"), to: "/desk/joint/\(step.rawValue)/\(id)")
    }

    /// How many meetings, decisions and promises, and how many of these were kept.
    func tally(_ joint: JointView) -> String {
        let promised = joint.meetings.flatMap(\.pledges) + joint.pledges
        let figures = [
            "meetings": joint.meetings.filter { $0.state == .held }.count,
            "decisions": joint.meetings.reduce(0) { $0 + $1.decisions.count },
            "promised": promised.count,
            "kept": promised.filter { $0.state == .kept }.count,
            "missed": promised.filter(\.missed).count,
        ]
        return say("joint-tally", figures.mapValues { say.number($0) })
    }

    func meeting(_ meeting: JointView.Meeting, _ place: Int) -> JointPageView.Meeting {
        JointPageView.Meeting(
            id: "meeting-\(meeting.id)",
            title: say("joint-meeting", ["n": "\(place)", "at": say.moment(meeting.at)]),
            state: Badge(
                say("meeting-state-\(meeting.state.rawValue)"),
                meeting.state == .called ? .soon : .plain
            ),
            agenda: meeting.agenda ?? "",
            facts: Facts([
                (say("joint-field-place"), meeting.place),
                (say("joint-field-guests"), meeting.guests),
            ]),
            seats: meeting.seats.map(seat),
            minutes: meeting.minutes?.paragraphs ?? [],
            hasMinutes: meeting.minutes != nil,
            decisions: meeting.decisions,
            pledges: meeting.pledges.map(pledge),
            steps: meeting.steps.map { step in
                // A promise belongs to the matter, and is made at this meeting.
                step == .pledge
                    ? Link(
                        say("joint-step-pledge"),
                        to: "/desk/joint/pledgeAt/\(meeting.id)"
                    ) : self.step(step, "\(meeting.id)")
            }
        )
    }

    private func seat(_ seat: JointView.Seat) -> JointPageView.Seat {
        let word = seat.presence.map { "seated-\($0.rawValue)" } ?? "seated-unsaid"
        let tone: Tone =
            switch seat.presence {
            case .site, .link: .good
            case .absent: .soon
            case nil: .plain
            }
        return JointPageView.Seat(unit: name(seat.unit), presence: Badge(say(word), tone))
    }

    func pledge(_ pledge: JointView.Promised) -> JointPageView.Promised {
        let days = pledge.formerDays.map { say.day($0) }
        return JointPageView.Promised(
            id: "pledge-\(pledge.id)",
            unit: name(pledge.unit),
            what: pledge.what ?? "",
            state: state(pledge),
            day: say("joint-by", ["day": say.day(pledge.day)]),
            evidence: pledge.evidence.map { say("pledge-evidence", ["evidence": $0]) },
            file: pledge.attachment.map {
                Link(say("pledge-file"), to: "/desk/matters/\(matter)/attachments/\($0)")
            },
            former: days.isEmpty ? nil : say("pledge-former", ["days": say.list(days)]),
            asked: pledge.askedDay.map { say("pledge-asked", ["day": say.day($0)]) },
            history: pledge.history.map(line),
            hasHistory: !pledge.history.isEmpty,
            steps: pledge.steps.map { step($0, "\(pledge.id)") }
        )
    }

    private func state(_ pledge: JointView.Promised) -> Badge {
        if pledge.missed { return Badge(say("pledge-missed"), .grave) }
        switch pledge.state {
        case .open: return Badge(say("pledge-open"))
        case .kept:
            return pledge.late
                ? Badge(say("pledge-kept-late"), .soon) : Badge(say("pledge-kept"), .good)
        case .released: return Badge(say("pledge-released"))
        case .lapsed: return Badge(say("pledge-lapsed"))
        }
    }

    func signing(_ signing: JointView.Signing) -> JointPageView.Signing {
        JointPageView.Signing(
            asked: say("sign-off-asked", ["moment": say.shortMoment(signing.askedAt)]),
            state: Badge(
                say(signing.complete ? "sign-off-complete" : "sign-off-waits"),
                signing.complete ? .good : .soon
            ),
            draft: signing.draft?.paragraphs ?? [],
            signatures: signing.signatures.map { signature in
                JointPageView.Signature(
                    unit: name(signature.unit),
                    state: Badge(
                        say("signature-\(signature.state.rawValue)"),
                        signature.state == .signed ? .good : .plain
                    ),
                    words: signature.words?.paragraphs ?? [],
                    ruling: signature.ruling?.paragraphs ?? []
                )
            }
        )
    }

    func watch(_ watch: JointView.Watch) -> JointPageView.Watch {
        let word =
            watch.open ? (watch.due ? "follow-up-due-since" : "follow-up-on") : "follow-up-ended"
        return JointPageView.Watch(
            id: "follow-up-\(watch.id)",
            unit: watch.unit.map(name) ?? say("joint-centre"),
            question: watch.question ?? "",
            state: Badge(
                say(word, watch.open ? ["day": say.day(watch.day)] : [:]),
                watch.due ? .soon : .plain
            ),
            history: watch.history.map(line),
            steps: watch.steps.map { step($0, "\(watch.id)") }
        )
    }

    private func line(_ line: JointView.Line) -> JointPageView.Said {
        let answer = line.act == .followUpAnswered ? line.yes : nil
        let what =
            answer.map { say($0 ? "answer-yes" : "answer-no") }
            ?? say("deed-\(line.act.rawValue)")
        let day = line.day.map { " · \(say.day($0))" } ?? ""
        return JointPageView.Said(
            at: say.shortMoment(line.at),
            what: what + day,
            words: line.words?.paragraphs ?? []
        )
    }
}
