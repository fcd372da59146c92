import Storage

/// The demonstration's officers as they stand in the store, by what they may do.
struct DemoCast: Sendable {
    private let viewers: [Viewer]
    private let town: Town

    /// - Parameter staff: the logins of the demonstration's own officers; others are left alone.
    init(staff: Set<String>, at now: Moment, in town: Town, tx: Transaction) throws {
        self.town = town
        viewers = try staff.sorted().compactMap { login in
            guard let officer = try Officer.find(login: login, in: tx), officer.works(at: now)
            else { return nil }
            return Viewer(
                officer: officer.id,
                name: officer.name,
                login: login,
                posts: try Post.valid(of: officer.id, at: now, in: tx)
            )
        }
    }

    func of(_ role: Role, _ dice: inout SeedDice) throws(DemoRefusal) -> Viewer {
        let able = viewers.filter { $0.posts.contains { $0.role == role } }
        guard !able.isEmpty else { throw .officersMissing }
        return dice.pick(able)
    }

    /// Somebody of the unit who takes and answers for it.
    func of(unit code: String?, _ dice: inout SeedDice) throws(DemoRefusal) -> Viewer {
        let unit = code.flatMap { town.unit(code: $0)?.id }
        let able = viewers.filter { viewer in
            viewer.posts.contains { $0.unit == unit && $0.role.rights.contains(.sign) }
        }
        guard !able.isEmpty else { throw .officersMissing }
        return dice.pick(able)
    }

    /// One of the demonstration's own officers.
    func viewer(of officer: ID<Officer>) -> Viewer? {
        viewers.first { $0.officer == officer }
    }

    /// Who walks the grid, or somebody at the window where nobody does.
    func of(grid code: String?, _ dice: inout SeedDice) throws(DemoRefusal) -> Viewer {
        let holders = viewers.filter { viewer in
            viewer.posts.contains { post in
                post.role == .gridWorker && post.area.flatMap { town.area($0)?.code } == code
            }
        }
        return holders.isEmpty ? try of(.clerk, &dice) : dice.pick(holders)
    }
}

/// Why the demonstration is not played.
package enum DemoRefusal: Error, Equatable, CustomStringConvertible {
    case officersMissing
    /// The store has concerns that the demonstration did not bring.
    case strangers
    /// The store gave another number than the plan.
    case otherNumber
    case nothing(String)

    package var description: String {
        switch self {
        case .officersMissing: "the demonstration's officers are not there"
        case .strangers: "the store has concerns of its own"
        case .otherNumber: "somebody else registers concerns meanwhile"
        case .nothing(let what): "there is no \(what)"
        }
    }
}

/// An event of the demonstration that a desk said no to: a fault in the script, not in the store.
package struct DemoStopped: Error, CustomStringConvertible {
    package let event: String
    package let reason: any Error

    package var description: String {
        let why = (reason as? any Refusal).map { "\($0.word) \($0.particulars)" } ?? "\(reason)"
        return "\(event): \(why)"
    }
}
