/// What is never to be read in a log or a failing test: printed, it says what it is and no more.
protocol Unspoken: CustomStringConvertible, CustomReflectable {}

extension Unspoken {
    package var description: String { "\(Self.self), not shown" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension BearerToken: Unspoken {}
extension OpenedSession: Unspoken {}
extension PasswordHash: Unspoken {}
extension NewPassword: Unspoken {}
extension OneTimeCode: Unspoken {}
extension SecondFactorOffer: Unspoken {}
