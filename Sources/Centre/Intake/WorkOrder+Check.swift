extension WorkOrder {
    /// The rules every work order passes, whatever door it came through: codes the town knows, a
    /// place in the town, identifiers with a right check digit.
    /// - Returns: the order with its identifiers in their normal form.
    /// - Throws: a ``Fault`` that names the field.
    package func checked(in town: Town, at now: Moment) throws -> WorkOrder {
        var order = self
        order.requester = try requester.checked(in: town, on: now.day(in: town.offset))
        try checkSource(at: now)
        try checkPeople()
        try checkCodes(in: town, on: now.day(in: town.offset))
        try checkPlace(in: town, on: now.day(in: town.offset))
        for (place, party) in parties.enumerated() {
            order.parties[place].creditCode = try party.creditCode.map {
                try CreditCode(reading: $0, field: "parties[\(place)].creditCode").text
            }
        }
        return order
    }

    private func checkSource(at now: Moment) throws(Fault) {
        guard let received = source.receivedAt else { return }
        guard received <= now.adding(milliseconds: 300_000) else {
            throw Fault(.impossible, "source.receivedAt")
        }
    }

    /// A joint visit sends at most five representatives (信访工作条例 Art 20).
    private func checkPeople() throws(Fault) {
        guard let representatives else { return }
        guard representatives <= 5 else {
            throw Fault(.outOfRange, "people.representatives", ["limit": "5"])
        }
        guard representatives <= people else {
            throw Fault(.impossible, "people.representatives")
        }
    }

    private func checkCodes(in town: Town, on day: Day) throws(Fault) {
        if let code = classCode, town.disputeClass(code)?.hidden != false {
            throw Fault(.unknownCode, "class")
        }
        if let code = place?.areaCode, town.area(code: code, on: day) == nil {
            throw Fault(.unknownCode, "place.areaCode")
        }
    }

    private func checkPlace(in town: Town, on day: Day) throws(Fault) {
        guard let point = place?.point else { return }
        guard point.isOnEarth else { throw Fault(.outsideEarth, "place") }
        guard town.grid(at: point, on: day) != nil else { throw Fault(.outsideTown, "place") }
    }
}

extension WorkOrder.Requester {
    /// Who wants to stay unknown leaves no name or identity number; a phone may be left so that
    /// the answer finds its way.
    fileprivate func checked(in town: Town, on today: Day) throws -> Self {
        var requester = self
        if mode == .anonymous {
            guard name == nil else { throw Fault(.notAllowed, "requester.name") }
            guard idNumber == nil else { throw Fault(.notAllowed, "requester.idNumber") }
        }
        requester.idNumber = try idNumber.map {
            try IdentityNumber(reading: $0, field: "requester.idNumber", on: today).text
        }
        requester.phones = try phones.enumerated().map { place, phone in
            try PhoneNumber(
                reading: phone,
                field: "requester.phones[\(place)]",
                areaCode: town.manifest.phoneAreaCode
            ).text
        }
        return requester
    }
}
