/// What an officer finds on coming in: what waits, what is due, who is there.
package struct Today: Sendable {
    /// Whose work it is.
    package enum Kind: Sendable, Hashable {
        case queue(Queue)
        case unit(UnitQueue)
        case waiting(Waiting)
    }

    /// Matters that wait for the same.
    package struct Heap: Sendable {
        package let kind: Kind
        /// Counted up to ``most``.
        package let count: Int
        /// The first ones, the most pressing first.
        package let lines: [WorklistLine]
    }

    /// An officer at a desk of the centre.
    package struct OnDuty: Sendable, Equatable {
        package let unit: ID<Unit>
        package let role: Role
        package let name: String
    }

    package let heaps: [Heap]
    package let due: [Heap]
    /// Open alarms that the viewer is told of, counted up to ``most``.
    package let alarms: Int
    /// Promises of units that are due within a week or missed, counted up to ``most``; nil for
    /// whoever has nothing to do with them.
    package let pledges: Int?
    /// What the viewer promised in person and is due within a week or missed, counted up to
    /// ``most``; nil for whoever has promised nothing.
    package let ownPromises: Int?
    /// Proposals to take a matter up a level, counted up to ``most``; nil for whoever does not
    /// decide them.
    package let escalations: Int?
    /// Notices not read yet, counted up to ``most``.
    package let unread: Int
    package let onDuty: [OnDuty]
    /// Who sits at the rotating seats, and what is missing there.
    package let rota: RotaToday

    /// Beyond that a figure on a tile helps nobody, and counting would cost.
    package static let most = 100
    /// How far ahead promises are counted, in days.
    static let pledgesAhead = 7
    /// How many of a heap are shown.
    package static let shown = 5
}

extension Today.Kind {
    /// What may wait for the viewer, in the order of the work.
    static func of(_ viewer: Viewer) -> [Today.Kind] {
        let all: [Today.Kind] = [
            .waiting(.toAccept), .waiting(.withoutLead), .queue(.returned), .queue(.conference),
            .waiting(.supplements), .unit(.toSign), .unit(.rework), .unit(.inWork),
            .queue(.toVerify), .queue(.toClose), .queue(.toVisit), .waiting(.askedTime),
            .waiting(.toArchive),
        ]
        return all.filter { kind in
            switch kind {
            case .queue(let queue): queue.isOpen(to: viewer)
            case .unit: viewer.may(.sign)
            case .waiting(let waiting): waiting.rights.contains(where: viewer.may)
            }
        }
    }
}
