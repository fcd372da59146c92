/// Who gives and takes rights: an officer, or the house itself at the machine's command line,
/// which makes the first officers of a new centre.
package enum Grantor: Sendable {
    case officer(Viewer)
    case house

    func actor(for right: Right) throws(NotFound) -> Actor {
        switch self {
        case .officer(let viewer): try viewer.actor(for: right)
        case .house: .system("house")
        }
    }

    func isSelf(_ officer: ID<Officer>) -> Bool {
        switch self {
        case .officer(let viewer): viewer.officer == officer
        case .house: false
        }
    }
}
