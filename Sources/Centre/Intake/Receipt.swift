/// What a resident takes home: the number, the code to ask with, and what is promised by when and
/// under which rule.
package struct Receipt: Codable, Sendable, Equatable {
    package let number: String
    package let queryCode: String
    package let matter: ID<Matter>
    package let stage: Matter.Stage
    package let promises: [Promise]

    /// One running limit as a resident or an officer is told of it.
    package struct Promise: Codable, Sendable, Equatable {
        package let rule: String
        package let title: String
        package let due: Moment
        /// The day lies past the last official holiday notice and may still move.
        package let provisional: Bool
        /// The law with its article.
        package let basis: String
        /// The days counted and skipped, each stretch with its reason.
        package let days: [Reckoning.Run]
    }
}

extension Receipt.Promise {
    /// An answer kept from before the days were told has none.
    package init(from decoder: any Decoder) throws {
        let kept = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            rule: try kept.decode(String.self, forKey: .rule),
            title: try kept.decode(String.self, forKey: .title),
            due: try kept.decode(Moment.self, forKey: .due),
            provisional: try kept.decode(Bool.self, forKey: .provisional),
            basis: try kept.decode(String.self, forKey: .basis),
            days: try kept.decodeIfPresent([Reckoning.Run].self, forKey: .days) ?? []
        )
    }
}
