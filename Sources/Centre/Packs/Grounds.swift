/// The grounds an officer may choose from, each with what it rests on.
package struct Grounds: Sendable, Equatable {
    package let refusal: [RefusalGround]
    package let returns: [Ground]
    package let suspension: [SuspensionGround]
    package let closure: [Ground]
    package let supplement: [Ground]
    /// None in a pack that was written before matters could be terminated.
    package let termination: [TerminationGround]
    /// Why a matter goes up a level; none in a pack that was written before.
    package let escalation: [Ground]
    package let sendingDown: [Ground]
}

package struct Ground: Sendable, Equatable {
    package let code: String
    package let title: Bilingual
    package let basis: LegalBasis?
    /// Of a return: it says that the duty is not the unit's, and can be ruled on.
    package let isAboutDuty: Bool
}

/// A refusal names the next door: which body, which procedure, how long.
package struct RefusalGround: Sendable, Equatable {
    package let code: String
    package let title: Bilingual
    package let basis: LegalBasis?
    package let nextDoor: NextDoor

    package struct NextDoor: Sendable, Equatable {
        package let body: Bilingual
        package let procedure: Bilingual
        package let limit: Bilingual
    }
}

/// A lawful ground on which a matter ends before it is done, with the next door.
package struct TerminationGround: Sendable, Equatable {
    package let code: String
    package let title: Bilingual
    package let basis: LegalBasis?
    package let nextDoor: RefusalGround.NextDoor
    /// The document that shows the ground has to be named.
    package let isDocumented: Bool
}

/// A lawful ground on which a limit stands still, for at most so many days.
package struct SuspensionGround: Sendable, Equatable {
    package let code: String
    package let title: Bilingual
    package let basis: LegalBasis?
    package let maxDays: Int
}
