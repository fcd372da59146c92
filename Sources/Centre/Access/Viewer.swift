/// The officer who asks, with the posts held at this moment.
///
/// Every query and command takes one: what may not be seen is not found.
package struct Viewer: Sendable {
    package let officer: ID<Officer>
    package let name: String
    package let login: String
    package let posts: [Post]
    /// The session the officer came by; none for work done at the command line.
    package let session: ID<Session>?

    package init(
        officer: ID<Officer>,
        name: String,
        login: String,
        posts: [Post],
        session: ID<Session>? = nil
    ) {
        self.officer = officer
        self.name = name
        self.login = login
        self.posts = posts
        self.session = session
    }

    package func may(_ right: Right) -> Bool {
        posts.contains { $0.role.rights.contains(right) }
    }

    package func require(_ right: Right) throws(NotFound) {
        guard may(right) else { throw NotFound() }
    }

    package func posts(holding right: Right) -> [Post] {
        posts.filter { $0.role.rights.contains(right) }
    }

    /// The role in which the officer uses a right: that of the first post that holds it.
    package func role(for right: Right) throws(NotFound) -> Role {
        guard let post = posts(holding: right).first else { throw NotFound() }
        return post.role
    }

    package func actor(for right: Right) throws(NotFound) -> Actor {
        .officer(officer, try role(for: right))
    }
}
