/// Why a unit cannot be given a part in a matter, or give it back.
package enum AssignmentRefusal: String, Refusal, CaseIterable {
    /// The matter is about this unit or one above it.
    case conflictOfInterest = "conflict-of-interest"
    case leadTaken = "lead-taken"
    case alreadyTakingPart = "already-taking-part"
    case leadMissing = "lead-missing"
    /// Two returns: the conference meets first, then the director designates.
    case conferenceFirst = "conference-first"
    case designatedNotReturned = "designated-not-returned"
    case betterUnitSame = "better-unit-same"
    case noConferenceCalled = "no-conference-called"
    case notReturned = "not-returned"
}
