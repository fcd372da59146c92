import Centre

extension Configuration {
    /// Below this a stolen table of passwords is guessed too cheaply (scrypt, N = 2^14).
    static let leastPasswordCost = 14
    /// What everybody knows needs no slow hash.
    static let demoPasswordCost = 10

    /// How officers come in.
    ///
    /// The demo's 177 logins are hashed cheaply, so that it starts at once.
    func accessPolicy() throws -> AccessPolicy {
        guard isDemo || passwordCost >= Self.leastPasswordCost else {
            throw CommandRefusal.passwordTooCheap(least: Self.leastPasswordCost)
        }
        let cost = isDemo ? Self.demoPasswordCost : passwordCost
        return AccessPolicy(
            sessionHours: sessionHours,
            passwordCost: PasswordCost(rounds: 1 << cost)
        )
    }
}
