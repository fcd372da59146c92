import Storage

/// Who did it: an officer at a post, the resident whose concern it is, or the house itself.
package enum Actor: Sendable, Hashable {
    case officer(ID<Officer>, Role)
    case resident(ID<Concern>)
    /// A part of the program, by its name: an import, the alarm clock, a seeding run.
    case system(String)
}

extension Actor {
    enum Kind: String, Storable {
        case officer
        case resident
        case system
    }

    /// The actor as its three columns: kind, identity, role.
    var columns: (kind: Kind, identity: [UInt8], role: Role?) {
        switch self {
        case .officer(let officer, let role): (.officer, officer.bytes, role)
        case .resident(let concern): (.resident, concern.bytes, nil)
        case .system(let name): (.system, Array(name.utf8), nil)
        }
    }

    init(kind: Kind, identity: [UInt8], role: Role?) throws {
        switch kind {
        case .officer:
            guard let role else { throw StorageError.unreadable("an officer without a role") }
            self = .officer(try ID(bytes: identity), role)
        case .resident: self = .resident(try ID(bytes: identity))
        case .system: self = .system(String(decoding: identity, as: UTF8.self))
        }
    }
}
