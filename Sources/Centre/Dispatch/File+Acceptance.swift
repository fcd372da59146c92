/// What the dispatcher decides on taking a matter in (信访工作条例 Art 22, 31).
package struct Acceptance: Sendable, Equatable {
    package let classCode: String
    package let item: String?
    /// One of the legal routes of the pack.
    package let route: String
    package let areaCode: String?

    package init(classCode: String, item: String?, route: String, areaCode: String?) {
        self.classCode = classCode
        self.item = item
        self.route = route
        self.areaCode = areaCode
    }
}

extension File {
    mutating func accept(_ acceptance: Acceptance, by actor: Actor) throws {
        try acceptance.check(in: turn.town, on: turn.at.day(in: turn.town.offset))
        try step(.accept)
        matter.classCode = acceptance.classCode
        matter.item = acceptance.item
        matter.route = acceptance.route
        if turn.town.isConfidential(acceptance.classCode) { matter.confidential = true }
        if let code = acceptance.areaCode {
            let place = turn.town.place(code: code, on: turn.at.day(in: turn.town.offset))
            matter.village = place.village
            matter.grid = place.grid
        }
        var facts = ["class": acceptance.classCode, "route": acceptance.route]
        facts["item"] = acceptance.item
        try note(.matterAccepted, by: actor, facts)
        for place in concerns.indices where concerns[place].state == .registered {
            try moveConcern(place, .take)
        }
        // The page of the concern shows it anyway; a notice is for those whose phone rings.
        if turn.house.messages.sms != nil { try tell(.matterAccepted) }
    }

    /// Moves one concern along its own machine and saves it.
    mutating func moveConcern(_ place: Int, _ step: Concern.Step) throws {
        concerns[place].state = try Concern.machine.next(from: concerns[place].state, step)
        try concerns[place].save(in: turn.tx)
    }
}

extension Acceptance {
    fileprivate func check(in town: Town, on day: Day) throws(Fault) {
        guard town.disputeClass(classCode)?.hidden == false else {
            throw Fault(.unknownCode, "class")
        }
        if let item, town.item(item) == nil { throw Fault(.unknownCode, "item") }
        guard town.isRoute(route) else { throw Fault(.unknownCode, "route") }
        if let areaCode, town.area(code: areaCode, on: day) == nil {
            throw Fault(.unknownCode, "area")
        }
    }
}
