import Storage

/// Why a second factor is not put on or taken off.
package enum SecondFactorRefusal: String, Refusal, CaseIterable {
    case onAlready = "second-factor-on-already"
    case notOffered = "second-factor-not-offered"
    case notOn = "second-factor-not-on"

    package var grade: RefusalGrade { .collision }
}

extension AccessDesk {
    /// Whether a code is asked for besides the officer's password.
    package func hasSecondFactor(_ viewer: Viewer) async throws -> Bool {
        try await database.read { tx in
            try Officer.find(viewer.officer, in: tx).hasSecondFactor
        }
    }

    /// Shows the secret, once.
    ///
    /// It counts after ``confirmSecondFactor(code:by:)``.
    package func offerSecondFactor(
        password: String,
        by viewer: Viewer
    ) async throws
        -> SecondFactorOffer
    {
        let proof = try await proof(of: password, for: viewer.login)
        return try await settle(proof) { credentials, _, tx in
            guard credentials.secondFactorBox == nil else {
                return .refused(SecondFactorRefusal.onAlready)
            }
            let secret = world.random(OneTimeCode.secretLength)
            let box = try seal(secret, of: credentials.officer)
            try Credentials.offer(box, to: credentials.officer, in: tx)
            return .done(SecondFactorOffer(secret: base32(secret), login: viewer.login))
        }
    }

    /// The first code from the officer's app shows that the secret arrived.
    package func confirmSecondFactor(code: String, by viewer: Viewer) async throws {
        try await database.write { tx in
            let now = world.now()
            guard let credentials = try Credentials.find(viewer.login, at: now, in: tx),
                let box = credentials.secondFactorOfferBox
            else { throw SecondFactorRefusal.notOffered }
            let oneTime = try open(box, of: credentials.officer)
            guard let step = oneTime.step(of: code, at: now, after: nil) else {
                throw SignInRefusal.codeWrong
            }
            try Credentials.set(box, step: step, of: credentials.officer, in: tx)
            try record(
                .secondFactorSet,
                of: credentials.officer,
                by: viewer.actor,
                at: now,
                facts: ["secondFactor": "set"],
                in: tx
            )
        }
    }

    /// An officer's own wish, proved by the password and a code.
    package func removeSecondFactor(
        password: String,
        code: String,
        by viewer: Viewer
    )
        async throws
    {
        let proof = try await proof(of: password, for: viewer.login)
        try await settle(proof) { credentials, now, tx -> Attempt<Void> in
            guard credentials.secondFactorBox != nil else {
                return .refused(SecondFactorRefusal.notOn)
            }
            if let refusal = try secondFactorRefusal(credentials, code, at: now, in: tx) {
                return try fail(proof.login, credentials, refusal, at: now, in: tx)
            }
            let actor = viewer.actor
            return .done(try remove(from: credentials.officer, by: actor, at: now, in: tx))
        }
    }

    /// For a lost phone: somebody with the right takes it off, and open sessions end.
    package func removeSecondFactor(of officer: ID<Officer>, by grantor: Grantor) async throws {
        let actor = try grantor.actor(for: .manageOfficers)
        guard !grantor.isSelf(officer) else { throw OfficerRefusal.ownAccount }
        try await database.write { tx in
            guard try Officer.find(officer, in: tx).hasSecondFactor else {
                throw SecondFactorRefusal.notOn
            }
            try remove(from: officer, by: actor, at: world.now(), in: tx)
        }
    }

    /// - Returns: nil when no code is asked for, or the right one was given; it is used up then.
    func secondFactorRefusal(
        _ credentials: Credentials,
        _ code: String?,
        at now: Moment,
        in tx: Transaction
    ) throws -> SignInRefusal? {
        guard let box = credentials.secondFactorBox else { return nil }
        guard let code, !code.isEmpty else { return .codeNeeded }
        let used = credentials.secondFactorStep
        let oneTime = try open(box, of: credentials.officer)
        guard let step = oneTime.step(of: code, at: now, after: used) else { return .codeWrong }
        try Credentials.use(step, of: credentials.officer, in: tx)
        return nil
    }

    private func remove(
        from officer: ID<Officer>,
        by actor: Actor,
        at now: Moment,
        in tx: Transaction
    ) throws {
        try Credentials.set(nil, step: nil, of: officer, in: tx)
        let sessions = try Session.endAll(of: officer, at: now, in: tx)
        try record(
            .secondFactorRemoved,
            of: officer,
            by: actor,
            at: now,
            facts: ["secondFactor": "removed", "sessions": "\(sessions)"],
            in: tx
        )
    }

    private func seal(_ secret: [UInt8], of officer: ID<Officer>) throws -> [UInt8] {
        try keys.sealAnswer(base64URL(secret), as: "second-factor/\(officer)")
    }

    private func open(_ box: [UInt8], of officer: ID<Officer>) throws -> OneTimeCode {
        let text = try keys.openAnswer(box, as: "second-factor/\(officer)")
        guard let secret = bytes(base64URL: text) else {
            throw StorageError.unreadable("a second factor")
        }
        return OneTimeCode(secret: secret)
    }
}
