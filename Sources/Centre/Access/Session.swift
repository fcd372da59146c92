/// An officer's stay in the house, from signing in to signing out.
///
/// Only the hash of its token is kept.
package struct Session: Sendable, Equatable {
    package let id: ID<Session>
    package let officer: ID<Officer>
    package let openedAt: Moment
    package let expiresAt: Moment
    package let endedAt: Moment?
    /// The program or device the officer came with, as it names itself.
    package let client: String

    package init(
        id: ID<Session>,
        officer: ID<Officer>,
        openedAt: Moment,
        expiresAt: Moment,
        endedAt: Moment? = nil,
        client: String
    ) {
        self.id = id
        self.officer = officer
        self.openedAt = openedAt
        self.expiresAt = expiresAt
        self.endedAt = endedAt
        self.client = client
    }
}

/// What a successful sign-in answers: the only time the token is seen.
package struct OpenedSession: Sendable {
    package let session: Session
    package let token: String
    package let officer: Officer

    package init(session: Session, token: String, officer: Officer) {
        self.session = session
        self.token = token
        self.officer = officer
    }

    package var expiresAt: Moment { session.expiresAt }
}
