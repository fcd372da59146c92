/// That a phone has brought a concern before: its number and its day, and never what was asked.
package struct PhoneMatch: Sendable, Equatable {
    package let number: String
    package let registeredAt: Moment
    /// The name in full, once the officer has taken it over.
    package let name: String?
}

/// Who stands at the window still: the one whose concern the officer has just registered.
package struct SamePerson: Sendable, Equatable {
    package let mode: Concern.Mode
    package let name: String?
    package let phones: [String]
}

/// What the window shows after a registration.
package struct WindowReceipt: Sendable, Equatable {
    package let number: String
    /// Shown to the officer who registered it, while the resident stands there.
    package let queryCode: String?
    package let matter: ID<Matter>
    package let stage: Matter.Stage
    package let dangerNow: Bool
    package let registeredAt: Moment
    package let mode: Concern.Mode
    package let channel: Concern.Channel
    package let externalNo: String?
    package let promises: [Receipt.Promise]
}
