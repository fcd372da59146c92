/// Joint handling as those at the table read it: one line of meetings with what was decided,
/// promised and kept.
package struct JointView: Codable, Sendable, Equatable {
    /// What was said of something, and when.
    package struct Line: Codable, Sendable, Equatable {
        package let at: Moment
        package let act: Act
        package let unit: String?
        package let day: Day?
        package let yes: Bool?
        package let words: String?
    }

    package struct Seat: Codable, Sendable, Equatable {
        package let unit: MatterView.Named
        package let presence: JointMeeting.Presence?
    }

    package struct Meeting: Codable, Sendable, Equatable {
        package let id: ID<JointMeeting>
        package let at: Moment
        package let state: JointMeeting.State
        package let agenda: String?
        package let place: String?
        package let guests: String?
        package let seats: [Seat]
        package let minutes: String?
        package let decisions: [String]
        package let pledges: [Promised]
        package let steps: [JointStep]
    }

    package struct Promised: Codable, Sendable, Equatable {
        package let id: ID<Pledge>
        package let unit: MatterView.Named
        package let what: String?
        package let evidence: String?
        package let day: Day
        package let state: Pledge.State
        package let missed: Bool
        package let keptOn: Day?
        package let late: Bool
        package let formerDays: [Day]
        package let askedDay: Day?
        package let attachment: ID<Attachment>?
        package let history: [Line]
        package let steps: [JointStep]
    }

    package struct Signature: Codable, Sendable, Equatable {
        package let unit: MatterView.Named
        package let state: SignOff.State
        package let words: String?
        package let ruling: String?
    }

    package struct Signing: Codable, Sendable, Equatable {
        package let askedAt: Moment
        package let draft: String?
        package let complete: Bool
        package let signatures: [Signature]
    }

    package struct Watch: Codable, Sendable, Equatable {
        package let id: ID<FollowUp>
        package let unit: MatterView.Named?
        package let question: String?
        package let day: Day
        package let open: Bool
        package let due: Bool
        package let everyDays: Int
        package let history: [Line]
        /// The matter is closed, and the answer was no: whoever may can open it again.
        package let steps: [JointStep]
    }

    package let matter: ID<Matter>
    package let number: String?
    package let open: Bool
    package let reason: String?
    package let lead: MatterView.Named?
    package let others: [MatterView.Named]
    package let meetings: [Meeting]
    /// What was promised outside a meeting.
    package let pledges: [Promised]
    package let signOff: Signing?
    package let followUps: [Watch]
    /// What the viewer may do now.
    package let steps: [JointStep]
}

extension File {
    func jointView(for viewer: Viewer) throws -> JointView {
        let all = try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
        let offset = turn.town.calendar.offset
        let reading = JointReading(
            file: self,
            viewer: viewer,
            entries: all.filter { JointWork.acts.contains($0.act) },
            work: JointWork.replay(all, in: offset),
            papers: try MatterPaper.all(of: self),
            today: turn.at.day(in: offset)
        )
        return reading.view
    }
}
