/// How a write is kept apart from the others at work at the same time.
package enum Footing: Sendable, Equatable {
    /// As if it were alone, whatever it reads.
    case alone
    /// What its rule reads is changed only together with a row that it locks first and changes
    /// itself: who wants the same row waits, and all others go on undisturbed.
    case onLockedRow
    /// It passes through a row that all such writes change (a book of numbers): they queue up at
    /// the table instead of colliding.
    case queueing(at: String)
}
