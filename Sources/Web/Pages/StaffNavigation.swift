import Centre

/// The places of the desk.
package enum StaffPlace: String, CaseIterable, Sendable {
    case today
    case worklist
    case intake
    case dispatch
    case verification
    case visits
    case supervision
    case whistles
    case joint
    case rulings
    case unit
    case notices
    case rota
    case handover
    case statistics
    case wall
    case calendar
    case administration

    var address: String {
        switch self {
        case .today: "/desk"
        case .worklist: "/desk/matters"
        case .wall: "/command"
        case .calendar: CalendarPages.address
        case .administration: "/desk/admin"
        default: "/desk/\(rawValue)"
        }
    }

    /// Any of these rights opens the place; none named, every officer may go there.
    var rights: [Right] {
        switch self {
        case .today, .notices, .rota: []
        case .worklist, .handover, .statistics: [.readMatters]
        case .intake: [.register]
        case .dispatch: [.accept, .assign, .designate, .confer]
        case .verification: [.verify, .close]
        case .visits: [.visit]
        case .supervision: SupervisionLine.rights
        case .whistles: WhistleLine.rights
        case .joint: JointLine.rights
        case .rulings: Precedent.rights
        case .unit: [.sign]
        case .wall: [.designate, .verify, .assign]
        case .calendar: [.proposeCalendar, .decideCalendar]
        case .administration: [.manageOfficers, .manageSessions, .loadPack, .readAudit]
        }
    }

    func isOpen(to viewer: Viewer) -> Bool {
        rights.isEmpty || rights.contains(where: viewer.may)
    }
}

/// The desk's menu, with the places the officer may go to.
struct StaffNavigation {
    struct Entry: Sendable {
        let label: String
        let address: String
        let icon: String
        let isHere: Bool
    }

    struct Group: Sendable {
        let entries: [Entry]
    }

    let groups: [Group]

    init(_ viewer: Viewer, at here: StaffPlace?, _ say: Wording) {
        let parts: [[StaffPlace]] = [
            [.today, .worklist],
            [
                .intake, .dispatch, .whistles, .joint, .rulings, .unit, .verification, .visits,
                .supervision,
            ],
            [.notices, .rota, .handover, .statistics, .wall, .calendar, .administration],
        ]
        groups = parts.map { places in
            Group(
                entries: places.filter { $0.isOpen(to: viewer) }.map { place in
                    Entry(
                        label: say("place-\(place.rawValue)"),
                        address: place.address,
                        icon: place.rawValue,
                        isHere: place == here
                    )
                }
            )
        }.filter { !$0.entries.isEmpty }
    }
}
