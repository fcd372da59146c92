import Centre

extension WorkOrder {
    /// Reads what a resident tells at the pages: the same order as the API's, over the web.
    ///
    /// - Parameter step: how far the questions are answered; what comes later is not asked for.
    init(telling fields: inout Fields, upTo step: AskStep = .check) throws {
        self.init(
            source: Source(channel: .web),
            kind: try fields.word("kind", as: Concern.Kind.self),
            title: try fields.text("title", 1...100),
            content: try fields.text("content", 1...5000, .lines),
            requester: Requester(mode: .anonymous)
        )
        dangerNow = try fields.optionalText("dangerNow", 1...3) == "yes"
        place = try fields.optionalObject("place") { try Place(telling: &$0) }
        guard step.number >= AskStep.mode.number else { return }
        requester = try fields.object("requester") {
            try Requester(telling: &$0, isWhole: step.number >= AskStep.reach.number)
        }
        confidential = requester.mode == .confidential
    }
}

extension WorkOrder.Place {
    fileprivate init(telling fields: inout Fields) throws {
        self.init(
            areaCode: try fields.optionalText("areaCode", 1...32),
            address: try fields.optionalText("address", 1...200)
        )
        let lng = try fields.typedNumber("lng", -180...180)
        let lat = try fields.typedNumber("lat", -90...90)
        guard let lng, let lat else { return }
        // The map shows the town's own borders, which are in the national system.
        point = try Point(reading: lng, lat, .cgcs2000, field: fields.full("address"))
    }
}

extension WorkOrder.Requester {
    /// Who wants to stay unknown gives no name; the others are asked for one.
    fileprivate init(telling fields: inout Fields, isWhole: Bool) throws {
        self.init(mode: try fields.word("mode", as: Concern.Mode.self))
        guard isWhole else {
            _ = try fields.optionalText("name", 0...80)
            _ = try fields.texts("phones", upTo: 5, 0...32)
            return
        }
        let given = try fields.optionalText("name", 1...80)
        if mode != .anonymous, given == nil { throw Fault(.missing, fields.full("name")) }
        name = mode == .anonymous ? nil : given
        phones = try fields.texts("phones", upTo: 1, 1...32)
    }
}
