/// One line of what happened.
///
/// It is never changed; a correction is a new entry.
package struct Entry: Sendable, Equatable {
    package let id: ID<Entry>
    package let chain: Chain
    /// The place on its chain, from 1 on.
    package let position: Int
    package let at: Moment
    package let actor: Actor
    package let act: Act
    package let matter: ID<Matter>?
    package let concern: ID<Concern>?
    package let assignment: ID<Assignment>?
    /// Codes, ids, dates and numbers; sealed words only as `<name>.digest`.
    ///
    /// Never personal data.
    package let facts: [String: String]
    /// How ``hash`` was made.
    package let digest: Digest
    /// The hash of the entry before it on its chain.
    package let previous: [UInt8]
    package let hash: [UInt8]
}

extension Entry {
    /// What is to be entered, before it has its place on a chain.
    package struct Draft: Sendable, Equatable {
        package var chain: Chain
        package var act: Act
        package var actor: Actor
        package var at: Moment
        package var matter: ID<Matter>?
        package var concern: ID<Concern>?
        package var assignment: ID<Assignment>?
        package var facts: [String: String]

        package init(
            _ act: Act,
            on chain: Chain,
            by actor: Actor,
            at: Moment,
            matter: ID<Matter>? = nil,
            concern: ID<Concern>? = nil,
            assignment: ID<Assignment>? = nil,
            facts: [String: String] = [:]
        ) {
            self.chain = chain
            self.act = act
            self.actor = actor
            self.at = at
            self.matter = matter
            self.concern = concern
            self.assignment = assignment
            self.facts = facts
        }
    }
}
