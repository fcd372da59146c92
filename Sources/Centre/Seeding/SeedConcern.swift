/// A seeded concern with what hangs on it in other tables.
struct SeedConcern: Sendable {
    var concern: Concern
    let lock: LockedVault
    let vault: Vault
    let details: [UInt8]
    let marks: Set<ContactMark>
    let titleMarks: [Int64]
    let representatives: Int?
    let amountFen: Int64?
    let externalPrint: [UInt8]?
    let registeredBy: ID<Officer>?
    var words: [Words] = []
    var answer: [UInt8]?
    var visitedBy: ID<Officer>?
    var visited: (solved: Concern.Verdict, fair: Concern.Verdict)?
    var rated: (solved: Concern.Verdict, fair: Concern.Verdict)?

    struct Words: Sendable {
        let id: ID<Concern>
        let kind: ConcernWords.Kind
        let title: [UInt8]?
        let box: [UInt8]
        let at: Moment
    }
}

/// An officer's sealed words about a seeded matter.
struct SeedPaper: Sendable {
    let id: ID<Matter>
    let kind: MatterPaper.Kind
    let box: [UInt8]
    let at: Moment
}

/// A returned matter that went elsewhere: a correction of the rule that had sent it there.
struct SeedCorrection: Sendable {
    let id: ID<Matter>
    let rule: String
    let from: ID<Unit>
    let to: ID<Unit>
    let reason: String
    let at: Moment
}
