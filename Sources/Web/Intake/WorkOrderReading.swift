import Centre

extension WorkOrder {
    /// Reads `maplebridge.workOrder/1`.
    init(_ fields: inout Fields) throws {
        if let schema = try fields.optionalText("schema", 1...64),
            schema != "maplebridge.workOrder/1"
        {
            throw Fault(.notAllowed, "schema", ["allowed": "maplebridge.workOrder/1"])
        }
        self.init(
            source: try fields.object("source") { try Source(&$0) },
            kind: try fields.word("kind", as: Concern.Kind.self),
            title: try fields.text("title", 1...100),
            content: try fields.text("content", 1...5000, .lines),
            requester: try fields.object("requester") { try Requester(&$0) }
        )
        parties = try fields.objects("parties", upTo: 20) { try Party(&$0) }
        try readPeople(&fields)
        amountFen = try fields.optionalFen("amount")
        place = try fields.optionalObject("place") { try Place(&$0) }
        classCode = try fields.optionalText("class", 1...32)
        urgency = try fields.optionalWord("urgency", as: Concern.Urgency.self) ?? .normal
        dangerNow = try fields.optionalFlag("dangerNow") ?? false
        confidential = try fields.optionalFlag("confidential") ?? false
        replyWanted = try fields.optionalFlag("replyWanted") ?? true
        attachments = try fields.objects("attachments", upTo: 20) { try Attachment(&$0) }
    }

    private mutating func readPeople(_ fields: inout Fields) throws {
        let people = try fields.optionalObject("people") { people in
            (
                try people.whole("count", 1...999_999),
                try people.optionalWhole("representatives", 1...999_999)
            )
        }
        guard let people else { return }
        self.people = people.0
        representatives = people.1
    }
}

extension WorkOrder.Source {
    fileprivate init(_ fields: inout Fields) throws {
        self.init(
            channel: try fields.word("channel", as: Concern.Channel.self),
            externalNo: try fields.optionalText("externalNo", 1...100),
            receivedAt: try fields.optionalMoment("receivedAt")
        )
    }
}

extension WorkOrder.Requester {
    fileprivate enum Role: String, CaseIterable {
        case `self`
        case agent
        case representative
    }

    fileprivate init(_ fields: inout Fields) throws {
        self.init(
            mode: try fields.word("mode", as: Concern.Mode.self),
            name: try fields.optionalText("name", 1...80),
            phones: try fields.texts("phones", upTo: 5, 1...32),
            idNumber: try fields.optionalText("idNumber", 1...32),
            role: try fields.optionalWord("role", as: Role.self)?.rawValue,
            language: try fields.optionalText("language", 1...40),
            needs: try fields.texts("needs", upTo: 10, 1...40)
        )
    }
}

extension WorkOrder.Place {
    fileprivate init(_ fields: inout Fields) throws {
        self.init(
            areaCode: try fields.optionalText("areaCode", 1...32),
            address: try fields.optionalText("address", 1...200)
        )
        let lng = try fields.optionalNumber("lng", -1000...1000)
        let lat = try fields.optionalNumber("lat", -1000...1000)
        let crs = try fields.optionalWord("crs", as: ReferenceSystem.self)
        switch (lng, lat, crs) {
        case (nil, nil, nil): break
        case (let lng?, let lat?, let crs?):
            point = try Point(reading: lng, lat, crs, field: fields.full("lng"))
        case (nil, _, _): throw Fault(.missing, fields.full("lng"))
        case (_, nil, _): throw Fault(.missing, fields.full("lat"))
        case (_, _, nil): throw Fault(.missing, fields.full("crs"))
        }
    }
}

extension WorkOrder.Attachment {
    fileprivate init(_ fields: inout Fields) throws {
        self.init(
            id: try fields.text("id", 1...64),
            name: try fields.text("name", 1...200),
            mediaType: try fields.text("mediaType", 3...100),
            sha256: try fields.text("sha256", 64...64)
        )
        guard sha256.allSatisfy({ "0123456789abcdef".contains($0) }) else {
            throw Fault(.impossible, fields.full("sha256"))
        }
    }
}

extension Party {
    fileprivate enum Role: String, CaseIterable {
        case respondent
        case third
        case concerned
    }

    fileprivate init(_ fields: inout Fields) throws {
        self.init(
            role: try fields.word("role", as: Role.self).rawValue,
            kind: try fields.word("kind", as: Kind.self),
            name: try fields.text("name", 1...100),
            creditCode: try fields.optionalText("creditCode", 1...32),
            contact: try fields.optionalText("contact", 1...100)
        )
    }
}
