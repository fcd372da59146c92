/// What a store can answer besides rows.
///
/// None of the texts holds a stored value.
package enum StorageError: Error, Equatable, Sendable {
    /// A rule of the schema said no; the name is the constraint's or the columns' as the engine
    /// gives it.
    case constraint(Constraint, named: String)
    /// The transaction lost against another one and may be tried again.
    case conflict
    /// The store cannot be reached or has no place left to work; nothing was changed.
    case unavailable(String)
    /// The connection was lost while committing: the change may be there or not.
    ///
    /// The caller asks again with the same operation id.
    case outcomeUnknown
    /// A column holds something else than was asked for.
    case unreadable(String)
    /// The statement itself is wrong.
    case statement(String)

    package enum Constraint: Sendable {
        case unique
        case foreignKey
        case notNull
        case check
    }
}
