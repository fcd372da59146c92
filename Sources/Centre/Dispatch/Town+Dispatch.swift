extension Town {
    /// A class is kept confidential when it or any class above it is.
    func isConfidential(_ classCode: String?) -> Bool {
        guard let found = classCode.flatMap({ disputeClass($0) }) else { return false }
        return found.confidential || isConfidential(found.parent)
    }

    func isRoute(_ code: String) -> Bool {
        legalRoutes.contains { $0.code == code }
    }

    func refusalGround(_ code: String) -> RefusalGround? {
        grounds.refusal.first { $0.code == code }
    }

    func isReturnGround(_ code: String) -> Bool {
        grounds.returns.contains { $0.code == code }
    }

    func isClosureKind(_ code: String) -> Bool {
        grounds.closure.contains { $0.code == code }
    }

    func terminationGround(_ code: String) -> TerminationGround? {
        grounds.termination.first { $0.code == code }
    }

    /// In days; nil for a ground the town does not know.
    func longestSuspension(_ code: String) -> Int? {
        grounds.suspension.first { $0.code == code }?.maxDays
    }

    /// The unit and everything under it.
    func unitAndBelow(_ id: ID<Unit>) -> [ID<Unit>] {
        units.map(\.id).filter { lineage(of: $0).contains(id) }
    }

    /// Village and grid of an area code: a grid lies in its village.
    func place(code: String, on day: Day) -> (village: ID<Area>?, grid: ID<Area>?) {
        guard let area = area(code: code, on: day) else { return (nil, nil) }
        switch area.level {
        case .grid: return (area.parent, area.id)
        case .village: return (area.id, nil)
        case .city, .town: return (nil, nil)
        }
    }
}

extension WorkOrder {
    /// Where it is: the point says it best, the area code otherwise.
    func location(in town: Town, on day: Day) -> (village: ID<Area>?, grid: ID<Area>?) {
        if let point = place?.point, let grid = town.grid(at: point, on: day) {
            return (grid.parent, grid.id)
        }
        guard let code = place?.areaCode else { return (nil, nil) }
        return town.place(code: code, on: day)
    }

    var details: ContactDetails {
        ContactDetails(
            name: requester.name,
            phones: requester.phones,
            idNumber: requester.idNumber,
            address: place?.address,
            role: requester.role,
            language: requester.language,
            needs: requester.needs,
            parties: parties,
            further: Dictionary(
                attachments.map { ("attachment:\($0.id)", "\($0.sha256) \($0.name)") },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    /// A keyed mark of what the order says, for telling the same one sent again from a new one.
    func mark(keys: HouseKeys) -> [UInt8] {
        var parts = [kind.rawValue, title, content, requester.mode.rawValue]
        parts += [requester.name ?? "", requester.phones.joined(separator: ",")]
        parts += [requester.idNumber ?? "", classCode ?? "", "\(people)", "\(amountFen ?? -1)"]
        parts += [place?.areaCode ?? "", place?.address ?? "", "\(dangerNow)"]
        parts += parties.map { "\($0.role):\($0.kind.rawValue):\($0.name)" }
        return keys.mark(parts.joined(separator: "\u{1F}"), kind: "workOrder")
    }
}
