/// A matter as staff see it: one screen's worth.
///
/// A write answers with this, so that a client never has to ask twice.
package struct MatterView: Codable, Sendable, Equatable {
    package struct Named: Codable, Sendable, Equatable {
        package let code: String
        package let name: String
    }

    package struct ConcernLine: Codable, Sendable, Equatable {
        package let number: String
        package let state: Concern.State
        package let kind: Concern.Kind
        package let channel: Concern.Channel
        package let mode: Concern.Mode
        package let people: Int
        package let title: String?
        package let content: String?
        package let additions: [String]
        package let requester: ContactDetails?
        package let linked: Bool
        package let registeredAt: Moment
        package let answer: String?
        package let answeredAt: Moment?
        package let visits: Int
        package let visitedAt: Moment?
        package let rating: ConcernView.Rating?
    }

    package struct Part: Codable, Sendable, Equatable {
        package let id: ID<Assignment>
        package let matter: ID<Matter>
        package let unit: Named
        package let role: Assignment.Role
        package let state: Assignment.State
        package let round: Int
        package let designated: Bool
        package let instruction: String?
        package let rule: String?
        package let why: String
        package let assignedAt: Moment
        package let signedAt: Moment?
        package let due: Moment?
        package let outcome: Assignment.Outcome?
        package let text: String?
        package let publicText: String?
        package let repliedAt: Moment?
        package let returnReason: String?
        package let returnBasis: String?
        package let betterUnit: Named?
    }

    package let id: ID<Matter>
    package let stage: Matter.Stage
    package let `class`: Named?
    package let item: Named?
    package let route: String?
    package let area: Named?
    package let urgency: Concern.Urgency
    package let dangerNow: Bool
    package let confidential: Bool
    package let round: Int
    package let returns: Int
    package let conference: Matter.Conference
    package let verified: Bool
    package let closure: String?
    package let linkedInto: ID<Matter>?
    package let createdAt: Moment
    package let updatedAt: Moment
    package let due: Moment?
    package let concerns: [ConcernLine]
    package let assignments: [Part]
    package let promises: [Receipt.Promise]
    /// The steps the machine allows from here and the viewer has the right to.
    package let steps: [String]
}
