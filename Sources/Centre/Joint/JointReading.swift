/// Puts the joint handling of one matter together with what was read for it.
struct JointReading {
    let file: File
    let viewer: Viewer
    let entries: [Entry]
    let work: JointWork
    let papers: [String: String]
    let today: Day

    var view: JointView {
        let lead = file.lead
        let others = file.unitsToSign.sorted().map(file.named)
        return JointView(
            matter: file.matter.id,
            number: (file.concerns.first { $0.home == file.matter.id } ?? file.concerns.first)?
                .number,
            open: work.isOpen,
            reason: entries.last { $0.act == .jointOpened }.flatMap { words($0) },
            lead: lead.map { file.named($0.unit) },
            others: others,
            meetings: work.meetings.map(meeting),
            pledges: work.pledges.filter { $0.meeting == nil }.map(pledge),
            signOff: work.signOff.flatMap(signing),
            followUps: work.followUps.map(followUp),
            steps: steps(lead: lead?.unit)
        )
    }

    private func meeting(_ meeting: JointMeeting) -> JointView.Meeting {
        let own = told("meeting", meeting.id.description)
        let called = own.first { $0.act == .meetingCalled }
        return JointView.Meeting(
            id: meeting.id,
            at: meeting.at,
            state: meeting.state,
            agenda: called.flatMap { words($0, "1.agenda") },
            place: called.flatMap { words($0, "2.place") },
            guests: called.flatMap { words($0, "3.guests") },
            seats: meeting.units.map { unit in
                JointView.Seat(unit: file.named(unit), presence: meeting.presence[unit])
            },
            minutes: own.first { $0.act == .meetingHeld }.flatMap { words($0) },
            decisions: own.filter { $0.act == .decisionMade }.compactMap { words($0) },
            pledges: work.pledges.filter { $0.meeting == meeting.id }.map(pledge),
            steps: steps(of: meeting)
        )
    }

    private func pledge(_ pledge: Pledge) -> JointView.Promised {
        let own = told("pledge", pledge.id.description)
        let made = own.first { $0.act == .pledgeMade }
        let kept = own.first { $0.act == .pledgeKept }
        return JointView.Promised(
            id: pledge.id,
            unit: file.named(pledge.unit),
            what: made.flatMap { words($0) },
            evidence: made.flatMap { words($0, "evidence") },
            day: pledge.due,
            state: pledge.state,
            missed: pledge.isMissed(on: today),
            keptOn: pledge.keptOn,
            late: pledge.isKeptLate,
            formerDays: pledge.formerDays,
            askedDay: pledge.askedDay,
            attachment: kept?.facts["attachment"].flatMap { ID<Attachment>($0) },
            history: own.dropFirst().map(line),
            steps: steps(of: pledge)
        )
    }

    private func signing(_ signOff: SignOff) -> JointView.Signing? {
        guard let place = entries.lastIndex(where: { $0.act == .signOffAsked }) else { return nil }
        let later = entries[place...]
        let asked = entries[place]
        return JointView.Signing(
            askedAt: asked.at,
            draft: words(asked),
            complete: signOff.covers(file.unitsToSign),
            signatures: signOff.parts.map { part in
                let own = later.filter { $0.facts["party"] == part.unit.description }
                return JointView.Signature(
                    unit: file.named(part.unit),
                    state: part.state,
                    words: own.first { $0.act == .signOffObjected }.flatMap { words($0) },
                    ruling: own.first { $0.act == .objectionRuled }.flatMap { words($0) }
                )
            }
        )
    }

    private func followUp(_ task: FollowUp) -> JointView.Watch {
        let own = told("followUp", task.id.description)
        return JointView.Watch(
            id: task.id,
            unit: task.unit.map(file.named),
            question: own.first.flatMap { words($0) },
            day: task.due,
            open: task.isOpen,
            due: task.isDue(on: today),
            everyDays: task.everyDays,
            history: own.dropFirst().map(line),
            steps: steps(of: task)
        )
    }

    private func told(_ name: String, _ id: String) -> [Entry] {
        entries.filter { $0.facts[name] == id }
    }

    private func words(_ entry: Entry, _ fact: String = "words") -> String? {
        entry.facts["\(fact).digest"].flatMap { papers[$0] }
    }

    private func line(_ entry: Entry) -> JointView.Line {
        JointView.Line(
            at: entry.at,
            act: entry.act,
            unit: entry.facts["unit"],
            day: entry.facts["day"].flatMap { Day($0) },
            yes: (entry.facts["answer"] ?? entry.facts["upheld"]).map { $0 == "yes" },
            words: words(entry)
        )
    }
}
