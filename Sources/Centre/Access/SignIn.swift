import Storage

/// Why nobody came in.
///
/// Wrong login, wrong password and ended officer are one word.
package enum SignInRefusal: String, Refusal, CaseIterable {
    case wrong = "sign-in-wrong"
    case codeNeeded = "totp-needed"
    case codeWrong = "totp-wrong"

    package var field: String? {
        switch self {
        case .wrong: nil
        case .codeNeeded, .codeWrong: "totp"
        }
    }
}

/// A password that was given for a login, weighed before the transaction that depends on it.
struct Proof: Sendable {
    let login: String
    let isRight: Bool
    /// What it was weighed against; a password changed meanwhile makes the proof void.
    let weighedAgainst: String?
}

/// What a transaction that must stand even when it refuses came to.
enum Attempt<Answer: Sendable>: Sendable {
    case done(Answer)
    case refused(any Refusal)
}

extension AccessDesk {
    /// Takes the same time for a known and an unknown login.
    func proof(of password: String, for login: String) async throws -> Proof {
        let book = book(of: login)
        let kept: String? = try await database.read { [world] tx in
            let now = world.now()
            try book.requireUnlocked(at: now, in: tx)
            return try Credentials.find(login, at: now, in: tx)?.password
        }
        let decoy = PasswordHash.decoy(cost: policy.passwordCost)
        let isRight = try await room.run {
            guard let kept, let hash = PasswordHash(text: kept) else {
                _ = try decoy.matches(password)
                return false
            }
            return try hash.matches(password)
        }
        return Proof(login: login, isRight: isRight, weighedAgainst: kept)
    }

    /// Goes on with the body when the proof holds; counts a failure when it does not, and then
    /// commits it.
    func settle<Answer: Sendable>(
        _ proof: Proof,
        _ body: @escaping @Sendable (Credentials, Moment, Transaction) throws -> Attempt<Answer>
    ) async throws -> Answer {
        let attempt: Attempt<Answer> = try await database.write(
            .queueing(at: "sign_in_failures")
        ) { tx in
            let now = world.now()
            try book(of: proof.login).requireUnlocked(at: now, in: tx)
            let credentials = try Credentials.find(proof.login, at: now, in: tx)
            guard proof.isRight, let credentials, credentials.password == proof.weighedAgainst
            else {
                return try fail(proof.login, credentials, .wrong, at: now, in: tx)
            }
            return try body(credentials, now, tx)
        }
        switch attempt {
        case .done(let answer): return answer
        case .refused(let refusal): throw refusal
        }
    }

    /// Writes a failure down, on the officer's chain or for an unknown login on the house's.
    func fail<Answer: Sendable>(
        _ login: String,
        _ credentials: Credentials?,
        _ refusal: SignInRefusal,
        at now: Moment,
        in tx: Transaction
    ) throws -> Attempt<Answer> {
        let lock = try book(of: login).fail(world.newID(), at: now, in: tx)
        let chain: Chain = credentials.map { .officer($0.officer) } ?? .house
        try timeline.record(
            .signInRefused,
            on: chain,
            by: .system("sign-in"),
            at: now,
            facts: ["why": refusal.word],
            world: world,
            in: tx
        )
        if let lock {
            try timeline.record(
                .accountLocked,
                on: chain,
                by: .system("sign-in"),
                at: now,
                facts: ["times": "\(lock.times)", "until": lock.until.text()],
                world: world,
                in: tx
            )
        }
        return .refused(refusal)
    }
}
