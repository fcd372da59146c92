package import Centre
import Hummingbird

/// Bounds how often somebody without a login may call: guessing query codes and filling the
/// register by machine both need many calls.
package struct PublicGate: Sendable {
    let calls: RateLimiter
    let signIns: RateLimiter
    /// The address of the caller as the proxy in front tells it, where there is one.
    let isBehindTLS: Bool

    package init(calls: RateLimiter, signIns: RateLimiter, isBehindTLS: Bool) {
        self.calls = calls
        self.signIns = signIns
        self.isBehindTLS = isBehindTLS
    }

    func pass(_ request: Request, _ context: SiteContext) throws {
        guard context.viewer == nil else { return }
        try calls.admit(address(of: request, context))
    }

    func passSignIn(of login: String, _ request: Request, _ context: SiteContext) throws {
        try signIns.admit("\(address(of: request, context))/\(login.lowercased())")
    }

    /// Passwords and codes of one who has signed in are not for guessing either.
    func passProof(of viewer: Viewer) throws {
        try signIns.admit("officer/\(viewer.officer)")
    }

    func resident(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> (ResidentKey, Write) {
        try pass(request, context)
        let number = try context.number()
        let key = try ResidentKey.required(request, number: number)
        return (key, try await Write(request, by: .resident(number: number)))
    }

    private func address(of request: Request, _ context: SiteContext) -> String {
        guard isBehindTLS, let forwarded = request.headers.all("X-Forwarded-For").last,
            let nearest = forwarded.split(separator: ",").last
        else { return context.address }
        return String(nearest.filter { $0 != " " }.prefix(64))
    }
}
