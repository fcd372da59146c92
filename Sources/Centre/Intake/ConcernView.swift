/// A concern as its resident sees it: what has been done and when, who has it now, what is next
/// and by when, the answer, the rating.
package struct ConcernView: Codable, Sendable, Equatable {
    package struct Step: Codable, Sendable, Equatable {
        package let act: Act
        package let at: Moment
        package let unit: String?
    }

    package struct Holder: Codable, Sendable, Equatable {
        package let unit: String
        package let since: Moment
    }

    package struct Rating: Codable, Sendable, Equatable {
        package let solved: Concern.Verdict
        package let fair: Concern.Verdict
        package let at: Moment
    }

    package let number: String
    package let state: Concern.State
    package let stage: Matter.Stage
    package let kind: Concern.Kind
    package let registeredAt: Moment
    /// nil once the person has been erased.
    package let title: String?
    package let content: String?
    package let additions: [String]
    package let steps: [Step]
    package let holder: Holder?
    /// What the resident is asked for, in one list.
    package let missing: [String]?
    /// The running limits, earliest first; the first one is what is next.
    package let next: [Receipt.Promise]
    package let answer: String?
    package let answeredAt: Moment?
    package let rating: Rating?
}
