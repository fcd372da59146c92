/// What a centre may set for itself about coming in.
package struct AccessPolicy: Sendable {
    package let sessionHours: Int
    /// More than this many open sessions of one officer: the oldest ends.
    package let sessionsAtMost: Int
    package let lockOut: LockOut
    package let passwordCost: PasswordCost

    package init(
        sessionHours: Int = 12,
        sessionsAtMost: Int = 50,
        lockOut: LockOut = LockOut(),
        passwordCost: PasswordCost = .usual
    ) {
        self.sessionHours = sessionHours
        self.sessionsAtMost = sessionsAtMost
        self.lockOut = lockOut
        self.passwordCost = passwordCost
    }
}
