import Storage

/// Where lists leave the house as files: masked as on screens, within the viewer's sight, and
/// entered on the house's own chain with what they are for (个人信息保护法 Art 51, 54).
package struct ExportDesk: Sendable {
    /// More rows than a person reads are a copy of the register and not a list.
    package static let most = 10_000
    static let pageLength = 200

    let house: House
    private let matters: MattersDesk
    private let statistics: StatisticsDesk

    package init(house: House) {
        self.house = house
        matters = MattersDesk(house: house)
        statistics = StatisticsDesk(house: house)
    }

    /// Hands over the worklist page by page, in its order.
    /// - Throws: ``DocumentRefusal/listTooLong`` when there is more than one list may hold.
    package func worklist(
        _ list: Worklist,
        for viewer: Viewer,
        page: ([WorklistLine]) throws -> Void
    ) async throws {
        var list = list
        list.limit = Self.pageLength
        list.after = nil
        var count = 0
        repeat {
            let found = try await matters.worklist(list, for: viewer)
            count += found.items.count
            guard count <= Self.most, count < Self.most || found.next == nil else {
                throw DocumentRefusal.listTooLong
            }
            try page(found.items)
            list.after = found.next
        } while list.after != nil
    }

    /// The figures of a period, for staff: small counts are in them.
    package func summary(
        from first: Day?,
        to last: Day?,
        for viewer: Viewer
    ) async throws -> Summary {
        try viewer.require(.readMatters)
        return try await statistics.summary(from: first, to: last, for: viewer)
    }

    /// Enters that a list was given out.
    package func enter(_ export: Export, by viewer: Viewer) async throws {
        let actor = try viewer.actor(for: .readMatters)
        try await house.database.write { tx in
            let turn = house.turn(in: tx)
            try house.timeline.record(
                .listExported,
                on: .house,
                by: actor,
                at: turn.at,
                facts: export.facts,
                world: house.world,
                in: tx
            )
        }
    }
}

/// A list that was given out: which, narrowed how, what for, how long, and the digest of the file.
package struct Export: Sendable, Equatable {
    package enum Purpose: String, CaseIterable, Sendable {
        case handover
        case meeting
        case report
        case check
    }

    package enum List: String, Sendable {
        case worklist
        case statistics
    }

    package let list: List
    package let purpose: Purpose
    package let filters: [String: String]
    package let count: Int
    package let digest: String

    package init(
        _ list: List,
        for purpose: Purpose,
        filters: [String: String],
        count: Int,
        file: [UInt8]
    ) {
        self.list = list
        self.purpose = purpose
        self.filters = filters
        self.count = count
        digest = sealedDigest(file)
    }

    fileprivate var facts: [String: String] {
        var facts = [
            "list": list.rawValue, "purpose": purpose.rawValue, "count": "\(count)",
            "file.digest": digest,
        ]
        for (name, value) in filters { facts["filter.\(name)"] = value }
        return facts
    }
}

extension Worklist {
    /// What the list was narrowed to, in codes.
    ///
    /// Words that were looked for may be a person's name: that there were some is all that is
    /// written down.
    package func filters(in town: Town) -> [String: String] {
        var filters = ["order": order.rawValue]
        filters["stage"] = stage?.rawValue
        filters["unit"] = unit.flatMap { town.unit($0)?.code }
        filters["area"] = area?.code
        filters["class"] = classCode
        filters["due"] = due?.rawValue
        if search != nil { filters["search"] = "yes" }
        return filters
    }
}
