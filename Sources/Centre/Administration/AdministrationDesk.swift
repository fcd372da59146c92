import Storage

/// What the three administrators (三员) look at beside their own tools: how the house is, and whose
/// names stand behind the entries.
///
/// Nothing of the residents' business is here.
package struct AdministrationDesk: Sendable {
    /// One of these makes an administrator.
    package static let rights: [Right] = [.manageOfficers, .manageSessions, .loadPack, .readAudit]

    let house: House

    package init(house: House) {
        self.house = house
    }

    package func require(_ viewer: Viewer) throws(NotFound) {
        guard Self.rights.contains(where: viewer.may) else { throw NotFound() }
    }

    package func health(for viewer: Viewer) async throws -> HouseHealth {
        try require(viewer)
        return try await house.look { turn in try HouseHealth(in: turn) }
    }

    /// The names of officers, for those who read entries about them.
    package func names(
        of officers: [ID<Officer>],
        for viewer: Viewer
    ) async throws -> [ID<Officer>: String] {
        try require(viewer)
        return try await house.look { turn in
            try AuditRecords.names(of: officers, in: turn.tx)
        }
    }
}
