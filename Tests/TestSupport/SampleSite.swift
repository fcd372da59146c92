package import Centre
package import Web

/// What every site reads from the program's own files, read once for all tests.
private struct Shelf {
    let sentences: Sentences
    let press: Press
    let document: APIDocument

    static let read = Result {
        let sentences = try Sentences.load()
        return Shelf(
            sentences: sentences,
            press: try Press.load(sentences),
            document: try APIDocument.load()
        )
    }
}

extension Sentences {
    package static func sample() throws -> Sentences { try Shelf.read.get().sentences }
}

extension Press {
    package static func sample() throws -> Press { try Shelf.read.get().press }
}

extension SampleCentre {
    package var access: AccessDesk {
        AccessDesk(
            house: house,
            policy: AccessPolicy(passwordCost: PasswordCost(rounds: 16))
        )
    }

    /// The site of the sample centre, without a network.
    package func site() throws -> Site {
        let gate = PublicGate(
            calls: RateLimiter(perMinute: 60_000, burst: 10_000, now: house.world.now),
            signIns: RateLimiter(perMinute: 60_000, burst: 10_000, now: house.world.now),
            isBehindTLS: false
        )
        let access = access
        let shelf = try Shelf.read.get()
        let frame = Frame(
            figures: Figures(),
            sentences: shelf.sentences,
            press: shelf.press,
            document: shelf.document,
            viewer: { try await access.viewer(ofToken: $0) },
            readiness: { Readiness(ready: true, checks: [:]) }
        )
        return Site(frame: frame, desks: Desks(house: house, access: access, gate: gate))
    }

    /// Signs an officer in who holds one post, adding the officer first.
    package func signIn(
        _ role: Role,
        _ unit: String = "centre",
        area: String? = nil,
        named name: String = "a"
    ) async throws -> String {
        let login = "\(role.rawValue.lowercased())-\(unit.lowercased())-\(name)"
        let password = "a quiet lane by the river"
        let officer = try await access.addOfficer(
            login: login,
            name: "陈守约",
            password: password,
            by: .house
        )
        let day = house.world.now().day()
        _ = try await access.givePost(
            to: officer.id,
            unit: try self.unit(unit),
            role: role,
            area: area.flatMap { town.area(code: $0, on: day)?.id },
            by: .house
        )
        return try await access.signIn(
            login: login,
            password: password,
            totp: nil,
            client: "test"
        ).token
    }
}
