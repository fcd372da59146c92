/// Why a paper is not printed, or a list not given out.
package enum DocumentRefusal: String, Refusal, CaseIterable {
    /// A letter of reply needs a reply.
    case notAnswered = "document-not-answered"
    /// Without a limit that has passed there is nothing to call a unit to account for.
    case nothingOverdue = "document-nothing-overdue"
    /// A slip of reminders needs one that waits for its answer.
    case noReminder = "document-no-reminder"
    /// A notice of removal needs a removal.
    case notRemoved = "document-not-removed"
    /// The person asked to be forgotten: nobody is left to write to.
    case addresseeErased = "document-addressee-erased"
    /// No limit of law or of the town is on it.
    case noLimit = "document-no-limit"
    /// The town's pack was written before there was such a paper.
    case notInPack = "document-not-in-pack"
    /// More lines than one sheet is meant to take out of the house.
    case listTooLong = "export-too-long"
}
