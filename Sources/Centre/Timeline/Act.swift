import Storage

/// What happened, as the timeline names it.
///
/// Limit rules start and end on these words, so a word that has landed is never renamed.
package enum Act: String, Storable, CaseIterable, Codable {
    case concernRegistered
    case concernUpdated
    case concernSupplemented
    case concernWithdrawn
    case concernLinked
    case concernUnlinked
    case concernAnswered
    case concernVisited
    case visitAttempted
    case concernRated
    case concernContested
    case firstContact
    case supplementCalled
    case matterAccepted
    case matterRefused
    case matterAssigned
    case matterStarted
    case matterReplied
    case replyVerified
    case replySentBack
    case matterClosed
    case matterReopened
    case matterArchived
    case matterWithdrawn
    case matterTerminated
    case matterSuspended
    case matterResumed
    case conferenceCalled
    case conferenceHeld
    case conflictMarked
    case assignmentMade
    case assignmentDesignated
    case assignmentSigned
    case assignmentReplied
    case assignmentReturned
    case assignmentCancelled
    case extensionAsked
    case extensionGranted
    case extensionDeclined
    case routingCorrected
    case contactDisclosed
    case contactErased
    case contactCorrected
    case importStarted
    case importUndone
    case packLoaded
    case keysRotated
    case officerAdded
    case officerEnded
    case passwordSet
    case secondFactorSet
    case secondFactorRemoved
    case postGiven
    case postEnded
    case sessionOpened
    case sessionEnded
    case signInRefused
    case accountLocked
}
