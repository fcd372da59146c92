extension DemoPlayer {
    /// The dispatcher calls units to one table: the first line says why they handle it together, the
    /// last what the meeting is about.
    func convene(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = JointDesk(house: house)
        let matter = try JointSubject(act.matter)
        let lines = act.event.lines
        if try await !desk.joint(of: act.matter, for: viewer).open {
            _ = try await desk.take(
                .open,
                on: matter,
                JointSaid(lines.first ?? ""),
                by: viewer,
                operation: act.operation.part(100)
            )
        }
        let town = house.town.town
        var said = JointSaid()
        said.agenda = lines.last
        said.place = town.whistles.rungs[.director].flatMap { town.unit(code: $0) }?.name.zh
        said.meetsAt = act.event.at.adding(milliseconds: 30 * 60_000)
        said.units = try act.step.details.map { try unit($0) }
        _ = try await desk.take(
            .callMeeting,
            on: matter,
            said,
            by: viewer,
            operation: act.operation
        )
    }

    /// All come; the first line is the minutes, each of the others a decision.
    func meet(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = JointDesk(house: house)
        let meeting = try await meeting(of: act, for: viewer)
        let subject = try JointSubject(meeting.id)
        for (place, seat) in meeting.seats.enumerated() {
            var said = JointSaid()
            said.unit = try unit(seat.unit.code)
            said.presence = .site
            let operation = act.operation.part(100 + place)
            _ = try await desk.take(.attend, on: subject, said, by: viewer, operation: operation)
        }
        for (place, line) in act.event.lines.enumerated() {
            _ = try await desk.take(
                place == 0 ? .hold : .decide,
                on: subject,
                JointSaid(line),
                by: viewer,
                operation: place == 0 ? act.operation : act.operation.part(200 + place)
            )
        }
    }

    private func meeting(
        of act: DemoAct,
        for viewer: Viewer
    ) async throws -> JointView.Meeting {
        let joint = try await JointDesk(house: house).joint(of: act.matter, for: viewer)
        guard let meeting = joint.meetings.max(by: { $0.at < $1.at }) else {
            throw DemoRefusal.nothing("meeting")
        }
        return meeting
    }

    /// What a unit promises at the last meeting: the first line what, the last what will show it.
    func pledge(_ act: DemoAct, by viewer: Viewer) async throws {
        let town = house.town.town
        var said = JointSaid(act.event.lines.first ?? "")
        said.evidence = act.event.lines.last
        said.unit = try unit(act.event.unit)
        said.day = act.event.at.day(in: town.offset).adding(Int(act.step.details[1]) ?? 1)
        said.meeting = try await meeting(of: act, for: viewer).id
        _ = try await JointDesk(house: house).take(
            .pledge,
            on: try JointSubject(act.matter),
            said,
            by: viewer,
            operation: act.operation
        )
    }

    /// The unit has kept what it promised last.
    func keep(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = JointDesk(house: house)
        let joint = try await desk.joint(of: act.matter, for: viewer)
        let promised = (joint.meetings.flatMap(\.pledges) + joint.pledges)
            .filter { $0.unit.code == act.event.unit }
        guard let pledge = promised.max(by: { $0.id < $1.id }) else {
            throw DemoRefusal.nothing("promise of \(act.event.unit ?? "nobody")")
        }
        _ = try await desk.take(
            .keep,
            on: try JointSubject(pledge.id),
            JointSaid(act.event.words),
            by: viewer,
            operation: act.operation
        )
    }
}

extension DemoEvent {
    /// The words, line by line.
    fileprivate var lines: [String] { words.split(separator: "\n").map(String.init) }
}
