import Synchronization

/// The town as it is at the moment.
///
/// A newly loaded pack takes its place between two turns; a turn keeps the town it began with.
package final class TownInForce: Sendable {
    private let place: Mutex<Town>

    package init(_ town: Town) {
        place = Mutex(town)
    }

    package var town: Town { place.withLock { $0 } }

    package func replace(with town: Town) {
        place.withLock { $0 = town }
    }
}
