import Storage

/// What officers and residents are told.
package struct NoticesDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// An officer's own notices: the unread ones first, then those already read, each the newest
    /// first.
    ///
    /// A notice of a matter that the officer may no longer see is not shown.
    package func notices(
        for viewer: Viewer,
        after: NoticeLine.Cursor?,
        limit: Int
    ) async throws -> Portion<NoticeLine, NoticeLine.Cursor> {
        guard viewer.may(.readMatters) else { return Portion(items: [], next: nil) }
        return try await house.look { turn in
            let sight = Sight(viewer, in: turn.town)
            func page(read: Bool, below: ID<Notice>?, _ limit: Int) throws -> [NoticeLine] {
                try NoticeRecords.page(
                    of: viewer.officer,
                    read: read,
                    below: below,
                    limit: limit,
                    within: sight,
                    in: turn.tx
                )
            }
            var found: [NoticeLine] = []
            if after?.isRead != true { found = try page(read: false, below: after?.id, limit + 1) }
            if found.count <= limit {
                let below = after?.isRead == true ? after?.id : nil
                found += try page(read: true, below: below, limit + 1 - found.count)
            }
            let shown = Array(found.prefix(limit))
            let last = shown.last.map {
                NoticeLine.Cursor(isRead: $0.readAt != nil, id: $0.id)
            }
            return Portion(items: shown, next: found.count > limit ? last : nil)
        }
    }

    /// How many wait to be read, for the sign beside the bell: counted up to ``most``.
    package func unread(for viewer: Viewer) async throws -> Int {
        try await house.database.read { tx in
            try NoticeRecords.unread(of: viewer.officer, upTo: Self.most, in: tx)
        }
    }

    package static let most = 100

    /// The officer has read it; reading twice changes nothing.
    package func read(
        _ id: ID<Notice>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<NoticeLine> {
        try viewer.require(.readMatters)
        return try await house.perform(operation) { turn in
            let sight = Sight(viewer, in: turn.town)
            func line() throws -> NoticeLine {
                try NoticeRecords.find(id, of: viewer.officer, within: sight, in: turn.tx)
            }
            _ = try line()
            try NoticeRecords.markRead(id, at: turn.at, in: turn.tx)
            return try line()
        }
    }

    /// What the resident of a concern was told, the newest first.
    package func notices(
        ofConcern number: String,
        code: String,
        after: ID<Notice>?,
        limit: Int
    ) async throws -> Portion<ResidentNotice, ID<Notice>> {
        try await house.look { turn in
            let (file, place) = try File.open(reading: number, code: code, in: turn)
            let found = try NoticeRecords.page(
                of: file.concerns[place].id,
                below: after,
                limit: limit + 1,
                in: turn.tx
            )
            let shown = Array(found.prefix(limit))
            return Portion(items: shown, next: found.count > limit ? shown.last?.id : nil)
        }
    }
}
